import type { Call, Graph } from './client.ts';
import type { RawItem } from './drive.ts';
import { itemPath } from './drive.ts';
import { refusal } from './refusals.ts';

export type ChannelFolder = {
  readonly site: string;
  readonly drive: string;
  readonly folder: string;
  readonly name: string;
  readonly webUrl: string;
};

export type Post = { readonly messageId: string; readonly webUrl?: string | undefined };

type ChannelAddress = { readonly teamId: string; readonly channelId: string };

const channelPath = (place: ChannelAddress) =>
  `/teams/${encodeURIComponent(place.teamId)}/channels/${encodeURIComponent(place.channelId)}`;

/**
 * GET /teams/{team}/channels/{channel}/filesFolder. Throws `not-found` both for a channel that I may not see and for a
 * folder that is not there yet: Teams makes it when somebody first opens the channel's Files.
 */
export async function getChannelFolder(graph: Graph, place: ChannelAddress): Promise<ChannelFolder> {
  const call: Call = { kind: 'item', path: `${channelPath(place)}/filesFolder` };
  const found = await graph.send<RawItem>(call);
  const drive = found?.parentReference?.driveId;
  if (!found?.id || !drive) throw refusal('unreadable');
  const site = found.parentReference?.siteId ?? (await getSiteOf(graph, drive));
  return { site, drive, folder: found.id, name: found.name ?? '', webUrl: found.webUrl ?? '' };
}

async function getSiteOf(graph: Graph, drive: string): Promise<string> {
  const root = await graph.send<RawItem>({ kind: 'item', path: itemPath(drive, 'root') });
  if (!root?.parentReference?.siteId) throw refusal('unreadable');
  return root.parentReference.siteId;
}

/** GET /teams/{team}/channels/{channel}: `not-found` if it is not there or I am not in it. */
export async function getChannel(graph: Graph, place: ChannelAddress): Promise<{ readonly name: string }> {
  const channel = await graph.send<{ displayName?: string }>({ kind: 'teams', path: channelPath(place) });
  return { name: channel?.displayName ?? '' };
}

/**
 * POST /teams/{team}/channels/{channel}/messages with an Adaptive Card, as the person signed in. Nothing tells a repeated
 * post from a first one, so this is sent once; an error with `mayHaveHappened` leaves open whether it arrived.
 */
export async function postCard(
  graph: Graph,
  place: ChannelAddress,
  post: { readonly card: object; readonly key: string },
): Promise<Post> {
  const key = escapeHtml(post.key);
  const message = await graph.send<{ id?: string; webUrl?: string }>({
    kind: 'post',
    method: 'POST',
    path: `${channelPath(place)}/messages`,
    body: {
      body: { contentType: 'html', content: `<attachment id="${key}"></attachment>` },
      attachments: [
        { id: key, contentType: 'application/vnd.microsoft.card.adaptive', content: JSON.stringify(post.card) },
      ],
    },
  });
  if (!message?.id) throw refusal('unreadable', { mayHaveHappened: true });
  return { messageId: message.id, webUrl: message.webUrl ?? undefined };
}

export function escapeHtml(text: string): string {
  const entities: { readonly [character: string]: string } = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
