import { allPeople, findPerson } from '../state/people.ts';
import type { State } from '../state/state.ts';
import { channelRole, channelsOf, type TeamRow, teamRole } from '../state/teams.ts';

/** Who and what there is, as the host page needs it; with a person, only the channels that they see. */
export function describeDirectory(state: State, user: string | undefined) {
  const person = user === undefined ? undefined : findPerson(state, user);
  const teams = state.db.all<TeamRow>('select * from team order by name').map((team) => ({
    id: team.id,
    name: team.name,
    description: team.description ?? '',
    role: person ? (teamRole(state, team.id, person.id) ?? null) : null,
    channels: channelsOf(state, team.id)
      .filter((channel) => user === undefined || (person && channelRole(state, channel, person.id) !== undefined))
      .map((channel) => ({
        id: channel.id,
        name: channel.name,
        kind: channel.kind,
        site: channel.site,
        drive: channel.drive,
        folder: channel.folder,
      })),
  }));
  return {
    tenant: state.tenant,
    app: state.app,
    people: allPeople(state).map((each) => ({
      id: each.id,
      name: each.name,
      userName: each.user_name,
      jobTitle: each.job_title ?? '',
      kind: each.kind,
      tenant: each.tenant,
    })),
    teams: user === undefined ? teams : teams.filter((team) => team.role !== null || team.channels.length > 0),
  };
}

/** What the activity feed of a person holds, the newest first. */
export function activityOf(state: State, user: string) {
  const person = findPerson(state, user);
  return state.db
    .all<{ sender: string; team: string | null; facts: string; created_at: string }>(
      'select * from activity where person = ? order by id desc',
      person?.id ?? '',
    )
    .map((row) => ({ sender: row.sender, team: row.team, at: row.created_at, ...(JSON.parse(row.facts) as object) }));
}

/** Puts the app into a team, or takes it out. */
export function install(state: State, team: string, installed: boolean) {
  if (installed)
    state.db.run('insert or ignore into app_installation (team, id) values (?, ?)', team, state.ids.token(32));
  else state.db.run('delete from app_installation where team = ?', team);
  return { team, installed };
}

/** Somebody joins a team, or a channel with members of its own, or leaves it. */
export function setMembership(state: State, person: string, body: Readonly<Record<string, unknown>>) {
  const { team, channel, role } = body;
  const [table, column, id] = channel
    ? ['channel_member', 'channel', String(channel)]
    : ['team_member', 'team', String(team)];
  if (role === null) state.db.run(`delete from ${table} where ${column} = ? and person = ?`, id, person);
  else
    state.db.run(
      `insert or replace into ${table} (${column}, person, role) values (?, ?, ?)`,
      id,
      person,
      String(role ?? 'member'),
    );
  return { person, [column as string]: id, role: role ?? null };
}
