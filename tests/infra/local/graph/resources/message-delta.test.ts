import type { ChatMessage } from '@microsoft/microsoft-graph-types';
import { describe, expect, it } from 'vitest';
import { team } from '../../../../../infra/demo/northbridge.ts';
import { bodyOf, openNorthbridge } from '../../support/northbridge.ts';
import { channel } from '../../support/places.ts';

type Page = { value: ChatMessage[]; '@odata.nextLink'?: string; '@odata.deltaLink'?: string };
const card = {
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: { type: 'AdaptiveCard', version: '1.5', body: [] },
    },
  ],
};

describe('the delta of a channel’s posts', () => {
  it('gives what was posted since, in pages', async () => {
    const northbridge = await openNorthbridge();
    const bea = await northbridge.as('Bea');
    const post = (content: string) =>
      bea(`${channel('JTAI')}/messages`, { method: 'POST', json: { body: { content } } });
    for (const text of ['a', 'b', 'c']) await post(text);
    const first = await bodyOf<Page>(bea(`${channel('JTAI')}/messages/delta?$top=2`));
    const second = await bodyOf<Page>(bea(first['@odata.nextLink'] as string));
    const words = (page: Page) => page.value.map((message) => message.body?.content);
    expect([words(first), words(second)]).toEqual([['a', 'b'], ['c']]);
    await post('d');
    expect(words(await bodyOf<Page>(bea(second['@odata.deltaLink'] as string)))).toEqual(['d']);
    const later = `${channel('JTAI')}/messages/delta?$filter=lastModifiedDateTime gt 2026-11-24T00:00:00Z`;
    expect(words(await bodyOf<Page>(bea(later)))).toEqual([]);
    expect((await bea(`${channel('JTAI')}/messages/delta?$filter=subject eq 'x'`)).status).toBe(400);
  });
});

describe('the webhook of a channel', () => {
  it('posts a card for whoever has its address', async () => {
    const northbridge = await openNorthbridge();
    const id = team.channels[1]?.id ?? '';
    const { url } = (await northbridge.control('GET', `/webhook?channel=${encodeURIComponent(id)}`)) as { url: string };
    const send = (address: string, json: object) =>
      northbridge.fetch(address, {
        method: 'POST',
        body: JSON.stringify(json),
        headers: { 'content-type': 'application/json' },
      });
    expect((await send(url, card)).status).toBe(202);
    expect((await send(`${url}x`, card)).status).toBe(401);
    expect((await send(url, { text: 'x' })).status).toBe(400);
    const page = await bodyOf<Page>((await northbridge.as('Bea'))(`${channel('JTAI')}/messages`));
    expect(page.value).toMatchObject([
      {
        from: { application: { displayName: 'Workflows' } },
        attachments: [{ contentType: expect.stringContaining('adaptive') }],
      },
    ]);
  });
});
