import { expect, it } from 'vitest';
import { getChannelFolder, postCard } from '../../src/graph/channel.ts';
import { fault, json, openAnswering } from './answering.ts';

const place = { teamId: 'team', channelId: '19:abc@thread.tacv2' };

it('a card is posted once, as a string in an attachment that the text names', async () => {
  const { graph, seen } = openAnswering(() => json({ id: '1700000000000', webUrl: 'https://teams.example/1' }, 201));
  const posted = await postCard(graph, place, { card: { type: 'AdaptiveCard' }, key: 'key-1' });
  expect(posted).toEqual({ messageId: '1700000000000', webUrl: 'https://teams.example/1' });
  expect(seen[0]?.url).toBe('http://localhost:5302/v1.0/teams/team/channels/19%3Aabc%40thread.tacv2/messages');
  expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
    body: { contentType: 'html', content: '<attachment id="key-1"></attachment>' },
    attachments: [
      { id: 'key-1', contentType: 'application/vnd.microsoft.card.adaptive', content: '{"type":"AdaptiveCard"}' },
    ],
  });
});

it('a key is escaped before it becomes html', async () => {
  const { graph, seen } = openAnswering(() => json({ id: '1' }, 201));
  await postCard(graph, place, { card: {}, key: '"><script>' });
  expect(JSON.parse(seen[0]?.body ?? '').body.content).toBe('<attachment id="&quot;&gt;&lt;script&gt;"></attachment>');
});

it('a post whose answer was lost is not sent a second time', async () => {
  const { graph, seen } = openAnswering(() => fault(504));
  await expect(postCard(graph, place, { card: {}, key: 'k' })).rejects.toMatchObject({ mayHaveHappened: true });
  expect(seen).toHaveLength(1);
});

it('the site is asked of the library where the channel does not say it', async () => {
  const { graph, seen } = openAnswering((request) =>
    request.url.endsWith('filesFolder')
      ? json({ id: 'folder', name: 'JTAI preparation', parentReference: { driveId: 'b!1' } })
      : json({ id: 'root', parentReference: { siteId: 'host,1,2' } }),
  );
  await expect(getChannelFolder(graph, place)).resolves.toMatchObject({
    drive: 'b!1',
    site: 'host,1,2',
    folder: 'folder',
  });
  expect(seen[1]?.url).toBe('http://localhost:5302/v1.0/drives/b!1/items/root');
});
