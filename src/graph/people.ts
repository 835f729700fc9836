import type { Graph } from './client.ts';

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

export async function getMe(_graph: Graph): Promise<Me> {
  throw new Error('getMe is being written');
}

/** Throws `needs-administrator` or `forbidden` where TeamMember.Read.All was not granted. */
export async function getTeamMembers(_graph: Graph, _teamId: string): Promise<readonly Member[]> {
  throw new Error('getTeamMembers is being written');
}

/** Throws `needs-administrator` or `forbidden` where ChannelMember.Read.All was not granted. */
export async function getChannelMembers(
  _graph: Graph,
  _place: { readonly teamId: string; readonly channelId: string },
): Promise<readonly Member[]> {
  throw new Error('getChannelMembers is being written');
}

export async function getJoinedTeams(_graph: Graph): Promise<readonly Team[]> {
  throw new Error('getJoinedTeams is being written');
}

export async function getChannels(_graph: Graph, _teamId: string): Promise<readonly Channel[]> {
  throw new Error('getChannels is being written');
}
