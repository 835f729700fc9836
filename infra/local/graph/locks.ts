import type { DriveItemRow } from '../state/drive-items.ts';
import type { Call } from './endpoint.ts';
import { cTagOf, eTagOf } from './entities/drive-item.ts';
import { matchesTag } from './entities/identity.ts';
import { preconditionFailed, Refusal } from './errors.ts';
import { byOf } from './rights.ts';

/** A file that somebody else has checked out cannot be changed. */
export function demandUnlocked(call: Call, item: DriveItemRow): void {
  demandUnlockedFor(byOf(call.caller), item);
}

export function demandUnlockedFor(person: string, item: DriveItemRow): void {
  if (item.checked_out_by && item.checked_out_by !== person) {
    throw new Refusal(423, 'resourceLocked', 'The resource you are attempting to access is locked');
  }
}

/** If-Match takes the eTag or the cTag; If-None-Match `*` asks that nothing be there. */
export function demandTags(call: Call, item: DriveItemRow | undefined): void {
  const wanted = call.headers.get('if-match');
  const unwanted = call.headers.get('if-none-match');
  if (wanted && (!item || !matchesTag(wanted, eTagOf(item), cTagOf(item)))) throw preconditionFailed();
  if (unwanted && item && matchesTag(unwanted, eTagOf(item), cTagOf(item))) throw preconditionFailed();
}
