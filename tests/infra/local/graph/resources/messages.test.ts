import type { ChatMessage } from '@microsoft/microsoft-graph-types';
import { beforeEach, describe, expect, it } from 'vitest';
import { bodyOf, type Northbridge, openNorthbridge } from '../../support/northbridge.ts';
import { channel } from '../../support/places.ts';

let northbridge: Northbridge;
beforeEach(async () => {
  northbridge = await openNorthbridge();
});

const card = {
  body: { contentType: 'html', content: 'New: <attachment id="1"></attachment>' },
  attachments: [
    {
      id: '1',
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: '{"type":"AdaptiveCard","version":"1.5"}',
    },
  ],
};

const post = async (person: string, name: string, json: object) =>
  (await northbridge.as(person))(`${channel(name)}/messages`, { method: 'POST', json });

describe('a post in a channel', () => {
  it('is the person’s own and can be read by those who may read messages', async () => {
    const sent = await bodyOf<ChatMessage>(post('Dorian', 'JTAI', card), 201);
    expect(sent).toMatchObject({ replyToId: null, from: { user: { displayName: 'Dorian Hexwell' } } });
    expect(sent.id).toMatch(/^\d{13}$/);
    const page = await bodyOf<{ value: ChatMessage[] }>((await northbridge.as('Bea'))(`${channel('JTAI')}/messages`));
    expect(page.value.map((message) => message.id)).toEqual([sent.id]);
    expect(page.value[0]?.attachments?.[0]?.content).toContain('AdaptiveCard');
  });

  it('is refused to people who are not in the channel, whether it exists or not', async () => {
    expect((await post('Edwin', 'JTAI', card)).status).toBe(403);
    expect((await post('Kit', 'Case', card)).status).toBe(403);
    expect((await post('Niamh', 'Police', card)).status).toBe(201);
  });

  it('is refused to an app alone', async () => {
    const alone = await northbridge.asApp('ChannelMessage.Send Group.ReadWrite.All');
    expect((await alone(`${channel('JTAI')}/messages`, { method: 'POST', json: card })).status).toBe(403);
  });

  it('is refused above 28,000 bytes', async () => {
    const content = 'x'.repeat(28_000);
    const answer = await bodyOf<{ error: { code: string } }>(post('Bea', 'JTAI', { body: { content } }), 413);
    expect(answer.error.code).toBe('RequestEntityTooLarge');
  });

  it.each([
    ['an attachment that the body does not show', { ...card, body: { contentType: 'html', content: 'no card' } }],
    ['a card that is not JSON', { ...card, attachments: [{ ...card.attachments[0], content: '{' }] }],
    ['a card that is an object', { ...card, attachments: [{ ...card.attachments[0], content: {} }] }],
    [
      'a mention of nobody',
      {
        body: { contentType: 'html', content: '<at id="0">X</at>' },
        mentions: [{ id: 0, mentioned: { user: { id: 'x' } } }],
      },
    ],
    [
      'a mention without its place',
      { body: { contentType: 'html', content: 'x' }, mentions: [{ id: 0, mentionText: 'x' }] },
    ],
    ['no body', { subject: 'x' }],
    ['a member that messages do not have', { ...card, colour: 'red' }],
  ])('is refused with %s', async (_what, json) => {
    expect((await post('Bea', 'JTAI', json)).status).toBe(400);
  });

  it('can be answered, and the answers are read apart from the posts', async () => {
    const root = await bodyOf<ChatMessage>(post('Bea', 'JTAI', card), 201);
    const bea = await northbridge.as('Bea');
    const at = `${channel('JTAI')}/messages/${root.id}/replies`;
    const reply = await bodyOf<ChatMessage>(bea(at, { method: 'POST', json: { body: { content: 'Thanks' } } }), 201);
    expect(reply.replyToId).toBe(root.id);
    expect((await bodyOf<{ value: object[] }>(bea(at))).value).toHaveLength(1);
    expect((await bodyOf<{ value: object[] }>(bea(`${channel('JTAI')}/messages`))).value).toHaveLength(1);
    expect(
      (
        await bea(`${channel('JTAI')}/messages/${reply.id}/replies`, {
          method: 'POST',
          json: { body: { content: 'x' } },
        })
      ).status,
    ).toBe(400);
  });

  it('comes in pages of at most fifty, the newest first', async () => {
    for (let i = 0; i < 3; i += 1) await post('Bea', 'JTAI', { body: { content: `Post ${i}` } });
    const bea = await northbridge.as('Bea');
    const first = await bodyOf<{ value: ChatMessage[]; '@odata.nextLink': string }>(
      bea(`${channel('JTAI')}/messages?$top=2`),
    );
    expect(first.value.map((message) => message.body?.content)).toEqual(['Post 2', 'Post 1']);
    const second = await bodyOf<{ value: ChatMessage[] }>(bea(first['@odata.nextLink']));
    expect(second.value.map((message) => message.body?.content)).toEqual(['Post 0']);
    expect((await bea(`${channel('JTAI')}/messages?$top=51`)).status).toBe(400);
  });
});
