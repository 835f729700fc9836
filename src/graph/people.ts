import type { Graph } from './client.ts';
import { getAll } from './paging.ts';
import { refusal } from './refusals.ts';
import { channelMembersScopes, teamMembersScopes } from './scopes.ts';

export type Me = {
  readonly id: string;
  readonly name: string;
  readonly userName: string;
  readonly email?: string | undefined;
  readonly jobTitle?: string | undefined;
};

export type Member = {
  /** Entra id of the person. */
  readonly id: string;
  readonly name: string;
  readonly email?: string | undefined;
  readonly kind: 'owner' | 'member' | 'guest';
};

export type Team = { readonly id: string; readonly name: string };

export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'standard' | 'private' | 'shared';
};

type RawUser = { id?: string; displayName?: string; userPrincipalName?: string; mail?: string; jobTitle?: string };
type RawMember = { userId?: string; displayName?: string; email?: string; roles?: readonly string[] };
type RawNamed = { id?: string; displayName?: string; membershipType?: string };

/** GET /me */
export async function getMe(graph: Graph): Promise<Me> {
  const user = await graph.send<RawUser>({
    kind: 'people',
    path: '/me?$select=id,displayName,userPrincipalName,mail,jobTitle',
  });
  if (!user?.id) throw refusal('unreadable');
  return {
    id: user.id,
    name: user.displayName ?? user.userPrincipalName ?? 'You',
    userName: user.userPrincipalName ?? '',
    email: user.mail ?? undefined,
    jobTitle: user.jobTitle ?? undefined,
  };
}

/** GET /teams/{team}/members. Throws `needs-administrator` or `forbidden` where TeamMember.Read.All was not granted. */
export async function getTeamMembers(graph: Graph, teamId: string): Promise<readonly Member[]> {
  const path = `/teams/${encodeURIComponent(teamId)}/members`;
  return toMembers(await getAll<RawMember>(graph, { kind: 'teams', path, scopes: teamMembersScopes }));
}

/**
 * GET /teams/{team}/channels/{channel}/members. Throws `needs-administrator` or `forbidden` where
 * ChannelMember.Read.All was not granted.
 */
export async function getChannelMembers(
  graph: Graph,
  place: { readonly teamId: string; readonly channelId: string },
): Promise<readonly Member[]> {
  const path = `/teams/${encodeURIComponent(place.teamId)}/channels/${encodeURIComponent(place.channelId)}/members`;
  return toMembers(await getAll<RawMember>(graph, { kind: 'teams', path, scopes: channelMembersScopes }));
}

/** GET /me/joinedTeams */
export async function getJoinedTeams(graph: Graph): Promise<readonly Team[]> {
  const teams = await getAll<RawNamed>(graph, { kind: 'teams', path: '/me/joinedTeams' });
  return teams.flatMap(({ id, displayName }) => (id ? [{ id, name: displayName ?? '' }] : []));
}

/** GET /teams/{team}/channels */
export async function getChannels(graph: Graph, teamId: string): Promise<readonly Channel[]> {
  const path = `/teams/${encodeURIComponent(teamId)}/channels?$select=id,displayName,membershipType`;
  const channels = await getAll<RawNamed>(graph, { kind: 'teams', path });
  return channels.flatMap(({ id, displayName, membershipType }) =>
    id ? [{ id, name: displayName ?? '', kind: toChannelKind(membershipType) }] : [],
  );
}

function toChannelKind(membershipType: string | undefined): Channel['kind'] {
  return membershipType === 'private' || membershipType === 'shared' ? membershipType : 'standard';
}

function toMembers(members: readonly RawMember[]): readonly Member[] {
  return members.flatMap(({ userId, displayName, email, roles }) =>
    userId ? [{ id: userId, name: displayName ?? '', email: email ?? undefined, kind: toMemberKind(roles) }] : [],
  );
}

function toMemberKind(roles: readonly string[] | undefined): Member['kind'] {
  if (roles?.includes('owner')) return 'owner';
  return roles?.includes('guest') ? 'guest' : 'member';
}
