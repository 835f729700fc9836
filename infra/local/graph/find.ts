import { childNamed, type DriveItemRow, findDriveItem } from '../state/drive-items.ts';
import { type DriveRow, driveOfList, driveOfPerson, driveOfSite, findDrive } from '../state/drives.ts';
import { findList, type ListRow, listById } from '../state/lists.ts';
import { findPerson } from '../state/people.ts';
import { findSite, findSiteByPath, type SiteRow } from '../state/sites.ts';
import type { State } from '../state/state.ts';
import { type ChannelRow, channelsOf, findChannel, findTeam, type TeamRow, teamRole } from '../state/teams.ts';
import type { DriveRef, SiteRef } from './address.ts';
import type { Call } from './endpoint.ts';
import { itemNotFound, Refusal } from './errors.ts';
import { itemAccess } from './item-rights.ts';
import { type Access, demand, demandDriveScope, maySeeChannel, siteAccess } from './rights.ts';

/** From what an address names to what is there, the caller's rights checked on the way. */

export const notFound = (message = 'The requested resource does not exist.') => new Refusal(404, 'NotFound', message);
export const forbidden = (message = 'Forbidden') => new Refusal(403, 'Forbidden', message);

export function siteOf(call: Call, need: Access = 'read'): SiteRow {
  const site = call.params.site && resolveSite(call, call.params.site);
  if (!site) throw itemNotFound('Requested site could not be found');
  demand(siteAccess(call.state, call.caller, site), need);
  return site;
}

export function listOf(call: Call, need: Access = 'read'): { site: SiteRow; list: ListRow } {
  const ref = call.params.list;
  if (ref?.by === 'drive') {
    const drive = resolveDrive(call, ref.drive);
    const list = drive?.list ? listById(call.state, drive.list) : undefined;
    const site = list && findSite(call.state, list.site);
    if (!site || !list) throw itemNotFound();
    demand(siteAccess(call.state, call.caller, site), need);
    return { site, list };
  }
  const site = siteOf(call, need);
  const list = ref ? findList(call.state, site.id, ref.id) : undefined;
  if (!list) throw itemNotFound('The specified list was not found');
  return { site, list };
}

/** A list may have been deleted while the body of a request was on its way. */
export function demandList(state: State, list: ListRow): void {
  if (!listById(state, list.id)) throw itemNotFound('The specified list was not found');
}

export type FoundDrive = { readonly site: SiteRow; readonly drive: DriveRow };

/** A drive may be named by somebody who has been given one thing in it; only `itemOf` looks that far. */
export function driveOf(call: Call, need: Access = 'read'): FoundDrive {
  const found = anyDriveOf(call);
  demand(siteAccess(call.state, call.caller, found.site), need);
  return found;
}

function anyDriveOf(call: Call): FoundDrive {
  const drive = call.params.drive && resolveDrive(call, call.params.drive);
  const site = drive && findSite(call.state, drive.site);
  if (!drive || !site) throw itemNotFound();
  demandDriveScope(call, drive);
  return { site, drive };
}

export type FoundItem = FoundDrive & { readonly item: DriveItemRow };

export function itemOf(call: Call, need: Access = 'read'): FoundItem {
  const { found, missing } = reachItem(call);
  if (missing.length > 0) throw itemNotFound();
  demand(itemAccess(call.state, call.caller, found.site, found.item), need);
  return found;
}

/**
 * An item that may not be there yet: how far its path leads, and the name that is missing. Folders on the way that are
 * missing are made by the caller, as SharePoint does for an upload by path.
 */
export function itemOrPlaceOf(call: Call, need: Access): { found: FoundItem; missing: readonly string[] } {
  const reached = reachItem(call);
  demand(itemAccess(call.state, call.caller, reached.found.site, reached.found.item), need);
  return reached;
}

function reachItem(call: Call): { found: FoundItem; missing: readonly string[] } {
  const at = anyDriveOf(call);
  const ref = call.params.item ?? { id: 'root', path: [] };
  const id = ref.id.toLowerCase() === 'root' ? at.drive.root : ref.id;
  let item = findDriveItem(call.state, at.drive.id, id);
  if (!item) throw itemNotFound();
  for (const [index, name] of ref.path.entries()) {
    const child = childNamed(call.state, item.id, name);
    if (!child) return { found: { ...at, item }, missing: ref.path.slice(index) };
    item = child;
  }
  return { found: { ...at, item }, missing: [] };
}

function resolveSite(call: Call, ref: SiteRef): SiteRow | undefined {
  const { state } = call;
  if (ref.by === 'group') {
    const team = findTeam(state, ref.id);
    return team && findSite(state, team.site);
  }
  if (ref.by === 'drive') {
    const drive = resolveDrive(call, ref.drive);
    return drive && findSite(state, drive.site);
  }
  const start = findSite(state, ref.id);
  if (!start || !ref.path) return start;
  return findSiteByPath(state, ref.path.length === 0 ? start.path : `${start.path}/${ref.path.join('/')}`);
}

function resolveDrive(call: Call, ref: DriveRef): DriveRow | undefined {
  const { state, caller } = call;
  switch (ref.by) {
    case 'id':
      return findDrive(state, ref.id);
    case 'me':
      if (caller.kind === 'app')
        throw new Refusal(400, 'BadRequest', '/me is only valid with delegated authentication.');
      return driveOfPerson(state, caller.id);
    case 'user': {
      const person = findPerson(state, ref.id);
      return person && driveOfPerson(state, person.id);
    }
    case 'group': {
      const team = findTeam(state, ref.id);
      return team && driveOfSite(state, team.site);
    }
    case 'site': {
      const site = resolveSite(call, ref.site);
      return site && driveOfSite(state, site.id);
    }
    case 'list': {
      const site = resolveSite(call, ref.site);
      const list = site && findList(state, site.id, ref.list);
      return list && driveOfList(state, list.id);
    }
  }
}

/** Teams answers in the directory's spelling. That a team exists is no secret; what is in it is. */
export function teamOf(call: Call): TeamRow {
  const team = findTeam(call.state, call.params.keys.team ?? '');
  if (!team) throw notFound('No team found with the given id.');
  if (call.caller.kind === 'person' && !teamRole(call.state, team.id, call.caller.id)) {
    throw forbidden('The person is not a member of the team.');
  }
  return team;
}

/** Somebody outside a private channel cannot see that it exists; an outside member sees it without being in the team. */
export function channelOf(call: Call): { team: TeamRow; channel: ChannelRow } {
  const team = findTeam(call.state, call.params.keys.team ?? '');
  if (!team) throw notFound('No team found with the given id.');
  const ref = call.params.channel;
  const channel =
    ref?.by === 'primary' ? channelsOf(call.state, team.id)[0] : ref && findChannel(call.state, team.id, ref.id);
  if (channel && maySeeChannel(call.state, call.caller, channel)) return { team, channel };
  if (call.caller.kind === 'person' && !teamRole(call.state, team.id, call.caller.id)) {
    throw forbidden('The person is not a member of the team.');
  }
  throw notFound('No channel found with the given id.');
}
