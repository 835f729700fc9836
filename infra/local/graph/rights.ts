import type { DriveRow } from '../state/drives.ts';
import type { SiteRow } from '../state/sites.ts';
import type { State } from '../state/state.ts';
import { type ChannelRow, channelRole, findChannel, teamRole } from '../state/teams.ts';
import type { Call } from './endpoint.ts';
import { accessDenied, itemNotFound } from './errors.ts';
import { ownFilesOnly } from './scopes.ts';
import type { Caller } from './token.ts';

export type Access = 'none' | 'read' | 'write' | 'owner';

const RANK: Readonly<Record<Access, number>> = { none: 0, read: 1, write: 2, owner: 3 };

export const atLeast = (access: Access, need: Access): boolean => RANK[access] >= RANK[need];

/** What the caller may not see does not exist for them; what they see and may not change is refused. */
export function demand(access: Access, need: Access): void {
  if (access === 'none') throw itemNotFound();
  if (!atLeast(access, need)) throw accessDenied();
}

/** A team's members may change its site; a private or shared channel's site is its own members' alone. */
export function siteAccess(state: State, caller: Caller, site: SiteRow): Access {
  const own = ownAccess(state, caller, site);
  if (!caller.selected) return own;
  const most = grantedAccess(state, caller, site);
  return atLeast(own, most) ? most : own;
}

/** What an app with a Selected scope has been granted on this site; without a grant there is nothing. */
function grantedAccess(state: State, caller: Caller, site: SiteRow): Access {
  const grant = state.db.get<{ roles: string }>(
    'select roles from site_grant where site = ? and app = ?',
    site.id,
    caller.app,
  );
  const roles = grant ? (JSON.parse(grant.roles) as string[]) : [];
  if (roles.includes('fullcontrol') || roles.includes('owner')) return 'owner';
  if (roles.includes('write')) return caller.selected === 'manage' ? 'read' : 'write';
  return roles.includes('read') ? 'read' : 'none';
}

function ownAccess(state: State, caller: Caller, site: SiteRow): Access {
  if (caller.kind === 'app') return 'owner';
  if (site.owner) return site.owner.toLowerCase() === caller.id.toLowerCase() ? 'owner' : 'none';
  if (site.channel && site.team) {
    const channel = findChannel(state, site.team, site.channel);
    return channel ? toAccess(channelRole(state, channel, caller.id)) : 'none';
  }
  if (site.team) return toAccess(teamRole(state, site.team, caller.id));
  return caller.tenant === state.tenant.id ? 'read' : 'none';
}

const toAccess = (role: 'owner' | 'member' | 'guest' | undefined): Access =>
  role === undefined ? 'none' : role === 'owner' ? 'owner' : 'write';

/** `Files.Read` and `Files.ReadWrite` reach the caller's own OneDrive; any other drive needs the `.All` form. */
export function demandDriveScope(call: Call, drive: DriveRow): void {
  if (call.caller.kind === 'app' || drive.owner?.toLowerCase() === call.caller.id.toLowerCase()) return;
  if (call.state.switches.narrowFilesReachTeams || call.granted.some((scope) => !ownFilesOnly.has(scope))) return;
  throw accessDenied('The scopes in the token reach only the OneDrive of the signed-in person.');
}

export function maySeeChannel(state: State, caller: Caller, channel: ChannelRow): boolean {
  return caller.kind === 'app' || channelRole(state, channel, caller.id) !== undefined;
}

export const byOf = (caller: Caller): string => (caller.kind === 'person' ? caller.id : caller.app);
