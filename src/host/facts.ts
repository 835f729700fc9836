import type { app } from '@microsoft/teams-js';

export type Theme = 'default' | 'dark' | 'contrast';

/** What the host says about where the tab stands. Never proof of identity: Graph decides what a person may do. */
export type HostFacts = {
  readonly theme: Theme;
  readonly frame: string;
  readonly entityId: string;
  /** From the link that opened the tab; unchecked text from outside. */
  readonly subPageId: string;
  readonly locale: string;
  readonly person: {
    readonly id: string;
    readonly tenant: string;
    readonly name?: string;
    readonly userName?: string;
  };
  /** The team that owns the channel; for a shared channel not always the one in which the person sees it. */
  readonly team?: { readonly id: string; readonly name: string };
  readonly channel?: { readonly id: string; readonly name: string; readonly kind: 'standard' | 'private' | 'shared' };
  /** `teams` signs in by itself, `window` needs a click and a small window, `none` cannot sign in here. */
  readonly signIn: 'teams' | 'window' | 'none';
};

const CHANNEL_KINDS: Record<string, 'standard' | 'private' | 'shared'> = { Private: 'private', Shared: 'shared' };

export function toFacts(context: app.Context, signIn: HostFacts['signIn']): HostFacts {
  const { channel, team, user } = context;
  const teamId = channel?.ownerGroupId || team?.groupId;
  return {
    theme: toTheme(context.app.theme),
    frame: context.page.frameContext ?? 'content',
    entityId: context.page.id,
    subPageId: context.page.subPageId ?? '',
    locale: context.app.locale,
    person: {
      id: user?.id ?? '',
      tenant: user?.tenant?.id ?? '',
      ...(user?.displayName && { name: user.displayName }),
      ...(user?.userPrincipalName && { userName: user.userPrincipalName }),
    },
    ...(teamId && { team: { id: teamId, name: team?.displayName ?? '' } }),
    ...(channel && {
      channel: {
        id: channel.id,
        name: channel.displayName ?? '',
        kind: CHANNEL_KINDS[String(channel.membershipType)] ?? 'standard',
      },
    }),
    signIn,
  };
}

/** Teams may name a theme that we do not have; light is the one that always works. */
export function toTheme(name: string): Theme {
  return name === 'dark' || name === 'contrast' ? name : 'default';
}
