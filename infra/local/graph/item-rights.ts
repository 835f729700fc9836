import { ancestorsOf, type DriveItemRow } from '../state/drive-items.ts';
import { hasPermissions, permissionsOn, rolesOf } from '../state/permissions.ts';
import type { SiteRow } from '../state/sites.ts';
import type { State } from '../state/state.ts';
import { type Access, atLeast, siteAccess } from './rights.ts';
import type { Caller } from './token.ts';

/**
 * What the caller may do with one file or folder: what the site gives them, unless the item or a folder above it has
 * stopped inheriting, and what has been shared with them by name on the way.
 */
export function itemAccess(state: State, caller: Caller, site: SiteRow, item: DriveItemRow): Access {
  const fromSite = siteAccess(state, caller, site);
  if (caller.kind === 'app' || fromSite === 'owner' || !hasPermissions(state, item.drive)) return fromSite;
  let best: Access = 'none';
  let inherits = true;
  for (const each of [item, ...ancestorsOf(state, item).reverse()]) {
    for (const permission of permissionsOn(state, each.id)) {
      if (permission.person?.toLowerCase() !== caller.id.toLowerCase()) continue;
      for (const role of rolesOf(permission)) if (!atLeast(best, role)) best = role;
    }
    if (!each.inherits) {
      inherits = false;
      break;
    }
  }
  return inherits && atLeast(fromSite, best) ? fromSite : best;
}
