import { useCallback, useEffect, useState } from 'react';
import { type Member as GraphMember, getChannelMembers, getTeamMembers } from '../graph/people.ts';
import { channelMembersScopes, teamMembersScopes } from '../graph/scopes.ts';
import { toSentence } from './sentence.ts';
import { useSession } from './session.ts';

export type Members =
  | { readonly state: 'waiting' }
  | { readonly state: 'ready'; readonly members: readonly Member[] }
  /** They cannot be read; `missing` names the permission when that is why. */
  | { readonly state: 'unread'; readonly sentence: string; readonly missing: string | undefined };

/** Someone of the team or channel. */
export type Member = GraphMember;

/**
 * The people of the team, or of the channel where it has people of its own (private and shared). Reading them needs an
 * administrator's consent; without it everything else goes on.
 */
export function useMembers(): { readonly members: Members; readonly ask: () => void } {
  const { graph, place, channelKind, askPermission } = useSession();
  const [members, setMembers] = useState<Members>({ state: 'waiting' });
  const own = channelKind === 'private' || channelKind === 'shared';
  const scopes = own ? channelMembersScopes : teamMembersScopes;

  const read = useCallback(async () => {
    if (place === undefined) return;
    try {
      const found = own ? await getChannelMembers(graph, place) : await getTeamMembers(graph, place.teamId);
      setMembers({ state: 'ready', members: found });
    } catch (error) {
      const kind = error instanceof Error && 'kind' in error ? error.kind : undefined;
      const missing = kind === 'needs-administrator' || kind === 'forbidden' ? scopes[0] : undefined;
      setMembers({ state: 'unread', sentence: toSentence(error), missing });
    }
  }, [graph, place, own, scopes]);

  useEffect(() => void read(), [read]);

  const ask = useCallback(() => {
    askPermission(scopes).then(read, (error: unknown) =>
      setMembers({ state: 'unread', sentence: toSentence(error), missing: scopes[0] }),
    );
  }, [askPermission, read, scopes]);

  return { members, ask };
}
