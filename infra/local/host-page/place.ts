import type { Channel, ChannelTab, Scene, Team } from './scene.ts';

/** Where the person is: a channel with one of its tabs, or the personal app. The page's address says so, for reloads and links. */
export type Place =
  | { readonly kind: 'channel'; readonly channelId: string; readonly tab: string; readonly subPageId: string }
  | { readonly kind: 'app'; readonly subPageId: string };

export type Resolved =
  | { readonly kind: 'app'; readonly subPageId: string }
  | {
      readonly kind: 'channel';
      readonly team: Team;
      readonly channel: Channel;
      /** `posts`, `files` or one of the channel's own tabs. */
      readonly tab: 'posts' | 'files' | ChannelTab;
      readonly subPageId: string;
    }
  | { readonly kind: 'nowhere'; readonly sentence: string };

export function toPath(place: Place): string {
  const sub = place.subPageId ? `?sub=${encodeURIComponent(place.subPageId)}` : '';
  if (place.kind === 'app') return `/app${sub}`;
  return `/channel/${encodeURIComponent(place.channelId)}/${encodeURIComponent(place.tab)}${sub}`;
}

/** Reads an address of this page. Deep links (`/l/entity/…`) are Teams' own form; anything unknown gives undefined. */
export function fromPath(address: URL, scene: Scene): Place | undefined {
  const parts = address.pathname.split('/').filter(Boolean);
  const subPageId = address.searchParams.get('sub') ?? '';
  if (parts[0] === 'app') return { kind: 'app', subPageId };
  if (parts[0] === 'channel' && parts[1] && parts[2]) {
    const [channelId, tab] = [decode(parts[1]), decode(parts[2])];
    return channelId && tab ? { kind: 'channel', channelId, tab, subPageId } : undefined;
  }
  if (parts[0] === 'l' && parts[1] === 'entity') return fromDeepLink(address, parts.slice(2), scene);
  return undefined;
}

function fromDeepLink(address: URL, [appId, entityId]: readonly string[], scene: Scene): Place | undefined {
  if (!appId || !entityId || decode(appId) !== scene.app.teamsAppId) return undefined;
  const { subEntityId, channelId } = readLinkContext(address.searchParams.get('context'));
  if (!channelId) return { kind: 'app', subPageId: subEntityId };
  const tabs = scene.tabs[channelId] ?? [];
  const tab = tabs.find((each) => each.entityId === decode(entityId)) ?? tabs[0];
  return { kind: 'channel', channelId, tab: tab?.id ?? 'missing', subPageId: subEntityId };
}

function readLinkContext(text: string | null): { subEntityId: string; channelId: string } {
  try {
    const { subEntityId, channelId } = JSON.parse(text ?? '{}');
    return {
      subEntityId: typeof subEntityId === 'string' ? subEntityId : '',
      channelId: typeof channelId === 'string' ? channelId : '',
    };
  } catch {
    return { subEntityId: '', channelId: '' };
  }
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** Without an address: the first channel that has a tab, since that is what people come for. */
export function firstPlace(scene: Scene): Place {
  const channels = scene.teams.flatMap((team) => team.channels);
  const channel = channels.find(({ id }) => scene.tabs[id]?.length) ?? channels[0];
  if (!channel) return { kind: 'app', subPageId: '' };
  return { kind: 'channel', channelId: channel.id, tab: scene.tabs[channel.id]?.[0]?.id ?? 'posts', subPageId: '' };
}

/** Finds what the address names among what this person may see. */
export function resolve(place: Place, scene: Scene): Resolved {
  if (place.kind === 'app') return place;
  for (const team of scene.teams) {
    const channel = team.channels.find(({ id }) => id === place.channelId);
    if (!channel) continue;
    const { subPageId } = place;
    if (place.tab === 'posts' || place.tab === 'files') {
      return { kind: 'channel', team, channel, tab: place.tab, subPageId };
    }
    const tab = scene.tabs[channel.id]?.find(({ id }) => id === place.tab);
    if (tab) return { kind: 'channel', team, channel, tab, subPageId };
    return { kind: 'nowhere', sentence: `JTAI Ready has not been added to the channel ${channel.name}.` };
  }
  return { kind: 'nowhere', sentence: 'You are not in that channel, or it does not exist.' };
}
