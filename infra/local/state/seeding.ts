import type { Seed, SeedChannel, SeedTeam } from '../seed.ts';
import { usualConsent } from '../seed.ts';
import { createDriveItem } from './drive-item-changes.ts';
import { createLibrary } from './drives.ts';
import { createSite } from './sites.ts';
import type { State } from './state.ts';

const LIBRARY = 'Documents';
const LIBRARY_PATH = 'Shared Documents';

/** Fills an empty database; does nothing to one that has been filled before. */
export function plant(state: State, seed: Seed): void {
  state.db.transaction(() => {
    if (state.db.get("select 1 from setting where key = 'planted'")) return;
    plantDirectory(state, seed);
    const root = createSite(state, { name: '', title: seed.tenant.name, path: '' });
    createLibrary(state, root, LIBRARY, LIBRARY_PATH, seed.app.clientId);
    for (const team of seed.teams) plantTeam(state, team);
    for (const person of seed.people)
      if (person.kind === 'member') plantOwnDrive(state, person.id, person.userName, person.name);
    for (const scope of seed.consented ?? usualConsent) {
      state.db.run("insert into consent (scope, person, granted) values (?, '*', 1)", scope);
    }
    state.db.run("insert into setting (key, value) values ('planted', ?)", state.clock.stamp());
  });
}

function plantDirectory(state: State, seed: Seed): void {
  for (const tenant of [seed.tenant, ...(seed.otherTenants ?? [])]) {
    state.db.run(
      'insert into tenant (id, name, domain, home) values (?, ?, ?, ?)',
      tenant.id,
      tenant.name,
      tenant.domain,
      tenant.id === seed.tenant.id ? 1 : 0,
    );
  }
  for (const [index, person] of seed.people.entries()) {
    state.db.run(
      'insert into person (id, number, name, user_name, job_title, kind, tenant) values (?, ?, ?, ?, ?, ?, ?)',
      person.id,
      index + 6,
      person.name,
      person.userName,
      person.jobTitle ?? null,
      person.kind,
      // A guest signs in at this tenant; an outside member at their own.
      person.kind === 'outside' ? (person.homeTenant ?? seed.tenant.id) : seed.tenant.id,
    );
  }
}

function plantTeam(state: State, team: SeedTeam): void {
  const { db, clock } = state;
  const word = toSiteName(team.name);
  const site = createSite(state, { name: word, title: team.name, path: `/sites/${word}`, team: team.id });
  const by = team.owners[0] ?? team.members[0] ?? '';
  const library = createLibrary(state, site, LIBRARY, LIBRARY_PATH, by);
  db.run(
    'insert into team (id, name, description, created_at, site) values (?, ?, ?, ?, ?)',
    team.id,
    team.name,
    team.description ?? null,
    clock.stamp(),
    site.id,
  );
  for (const person of new Set([...team.owners, ...team.members])) {
    db.run(
      'insert into team_member (team, person, role) values (?, ?, ?)',
      team.id,
      person,
      roleOf(state, person, team.owners),
    );
  }
  db.run('insert into app_installation (team, id) values (?, ?)', team.id, state.ids.token(32));
  for (const channel of team.channels) plantChannel(state, team, channel, { site: site.id, drive: library.id, by });
}

/** A standard channel is a folder in the team's library; the others bring a site and a library of their own. */
export function plantChannel(
  state: State,
  team: Pick<SeedTeam, 'id' | 'name'>,
  channel: SeedChannel & { readonly description?: string },
  at: { readonly site: string; readonly drive: string; readonly by: string },
): void {
  let { site, drive } = at;
  if (channel.kind !== 'standard') {
    const word = toSiteName(`${team.name}-${channel.name}`);
    const title = `${team.name}-${channel.name}`;
    const own = createSite(state, { name: word, title, path: `/sites/${word}`, team: team.id, channel: channel.id });
    site = own.id;
    drive = createLibrary(state, own, LIBRARY, LIBRARY_PATH, at.by).id;
  }
  const root = state.db.get<{ root: string }>('select root from drive where id = ?', drive)?.root as string;
  const folder = createDriveItem(state, { drive, parent: root, name: channel.name, by: at.by });
  state.db.run(
    `insert into channel (id, team, name, kind, description, created_at, site, drive, folder, position)
     values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, (select count(*) from channel where team = ?2))`,
    channel.id,
    team.id,
    channel.name,
    channel.kind,
    channel.description ?? null,
    state.clock.stamp(),
    site,
    drive,
    folder.id,
  );
  for (const person of channel.kind === 'standard' ? [] : (channel.members ?? [])) {
    state.db.run(
      'insert into channel_member (channel, person, role) values (?, ?, ?)',
      channel.id,
      person,
      roleOf(state, person, [at.by]),
    );
  }
}

function plantOwnDrive(state: State, person: string, userName: string, name: string): void {
  const word = userName.replaceAll(/[@.]/g, '_');
  const site = createSite(state, { name: word, title: name, path: `/personal/${word}`, owner: person });
  createLibrary(state, site, 'OneDrive', LIBRARY, person);
}

function roleOf(state: State, person: string, owners: readonly string[]): string {
  if (owners.includes(person)) return 'owner';
  const kind = state.db.get<{ kind: string }>('select kind from person where id = ?', person)?.kind;
  return kind === 'guest' ? 'guest' : 'member';
}

const toSiteName = (title: string): string => title.replaceAll(/[^A-Za-z0-9-]/g, '');
