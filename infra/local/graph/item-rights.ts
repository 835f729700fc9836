import type { DriveItemRow } from '../state/drive-items.ts';
import type { SiteRow } from '../state/sites.ts';
import type { State } from '../state/state.ts';
import { type Access, siteAccess } from './rights.ts';
import type { Caller } from './token.ts';

/** What the caller may do with one file or folder. */
export function itemAccess(state: State, caller: Caller, site: SiteRow, _item: DriveItemRow): Access {
  return siteAccess(state, caller, site);
}
