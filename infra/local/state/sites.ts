import type { State } from './state.ts';

export type SiteRow = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** Server-relative, with a leading slash; the tenant's root site has the empty path. */
  readonly path: string;
  readonly team: string | null;
  readonly channel: string | null;
  readonly owner: string | null;
  readonly created_at: string;
};

export type NewSite = {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  readonly team?: string;
  readonly channel?: string;
  readonly owner?: string;
};

/** Takes `host,guid,guid`, one of its two guids, or `root`. */
export function findSite(state: State, id: string): SiteRow | undefined {
  const text = id.toLowerCase();
  if (text === 'root' || text === state.tenant.sharePointHost.toLowerCase()) return findSiteByPath(state, '');
  if (text.includes(',')) return state.db.get<SiteRow>('select * from site where id = ?', id);
  return state.db.get<SiteRow>("select * from site where id like '%,' || ? || ',%'", id);
}

export function findSiteByPath(state: State, path: string): SiteRow | undefined {
  return state.db.get<SiteRow>('select * from site where path = ?', path);
}

export function allSites(state: State): SiteRow[] {
  return state.db.all<SiteRow>('select * from site order by title');
}

export function createSite(state: State, site: NewSite): SiteRow {
  const id = `${state.tenant.sharePointHost},${state.ids.guid()},${state.ids.guid()}`;
  state.db.run(
    'insert into site (id, name, title, path, team, channel, owner, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    site.name,
    site.title,
    site.path,
    site.team ?? null,
    site.channel ?? null,
    site.owner ?? null,
    state.clock.stamp(),
  );
  const row = findSite(state, id);
  if (!row) throw new Error(`The site ${site.path} was not kept.`);
  return row;
}

export const siteUrl = (state: State, site: SiteRow): string => `https://${state.tenant.sharePointHost}${site.path}`;
