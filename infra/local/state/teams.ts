import type { SeedChannel } from '../seed.ts';
import type { State } from './state.ts';

export type TeamRow = {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly created_at: string;
  readonly site: string;
};

export type ChannelRow = {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  readonly kind: SeedChannel['kind'];
  readonly description: string | null;
  readonly created_at: string;
  readonly site: string;
  readonly drive: string;
  readonly folder: string;
  readonly position: number;
};

export type MemberRow = {
  readonly person: string;
  readonly role: 'owner' | 'member' | 'guest';
  readonly name: string;
  readonly user_name: string;
  readonly tenant: string;
};

export function findTeam(state: State, id: string): TeamRow | undefined {
  return state.db.get<TeamRow>('select * from team where id = ?', id);
}

export function teamsOf(state: State, person: string): TeamRow[] {
  return state.db.all<TeamRow>(
    'select team.* from team join team_member on team_member.team = team.id where team_member.person = ? order by team.name',
    person,
  );
}

export function teamRole(state: State, team: string, person: string): MemberRow['role'] | undefined {
  return state.db.get<{ role: MemberRow['role'] }>(
    'select role from team_member where team = ? and person = ?',
    team,
    person,
  )?.role;
}

export function teamMembers(state: State, team: string): MemberRow[] {
  return state.db.all<MemberRow>(
    `select m.person, m.role, p.name, p.user_name, p.tenant from team_member m join person p on p.id = m.person
     where m.team = ? order by p.number`,
    team,
  );
}

export function findChannel(state: State, team: string, id: string): ChannelRow | undefined {
  return state.db.get<ChannelRow>('select * from channel where team = ? and id = ?', team, id);
}

export function channelsOf(state: State, team: string): ChannelRow[] {
  return state.db.all<ChannelRow>('select * from channel where team = ? order by position', team);
}

/** A standard channel is everybody's in the team; the others have members of their own. */
export function channelRole(state: State, channel: ChannelRow, person: string): MemberRow['role'] | undefined {
  if (channel.kind === 'standard') return teamRole(state, channel.team, person);
  return state.db.get<{ role: MemberRow['role'] }>(
    'select role from channel_member where channel = ? and person = ?',
    channel.id,
    person,
  )?.role;
}

export function channelMembers(state: State, channel: ChannelRow): MemberRow[] {
  if (channel.kind === 'standard') return teamMembers(state, channel.team);
  return state.db.all<MemberRow>(
    `select m.person, m.role, p.name, p.user_name, p.tenant from channel_member m join person p on p.id = m.person
     where m.channel = ? order by p.number`,
    channel.id,
  );
}
