import { bringUpToDate, findByWords } from '../../search/word-index.ts';
import { ancestorsOf, type DriveItemRow, findDriveItem } from '../../state/drive-items.ts';
import { type Call, type Endpoint, ok } from '../endpoint.ts';
import { driveItemsOf } from '../entities/drive-item.ts';
import { invalidRequest } from '../errors.ts';
import { itemOf } from '../find.ts';
import { itemAccess } from '../item-rights.ts';
import { pageOf } from '../paging.ts';
import { pick } from '../query.ts';
import { readFiles } from '../scopes.ts';

/** Names first, then what the files say; only what the caller may see, and only below the folder that was asked. */
async function search(call: Call) {
  const { site, drive, item: folder } = itemOf(call);
  const text = call.params.args.q ?? call.query.other('q');
  if (text === undefined) throw invalidRequest("A search needs its words: search(q='…').");
  const { state } = call;
  await bringUpToDate(state, drive.id);
  const atRoot = folder.id === drive.root;
  const found = findByWords(state, drive.id, text)
    .map((id) => findDriveItem(state, drive.id, id))
    .filter((item): item is DriveItemRow => item !== undefined)
    .filter((item) => itemAccess(state, call.caller, site, item) !== 'none')
    .filter((item) => atRoot || ancestorsOf(state, item).some((above) => above.id === folder.id));
  const toEntity = driveItemsOf(state, site, drive);
  return ok(pageOf(call, found, (item) => pick({ ...toEntity(item), searchResult: {} }, call.query.select, ['id'])));
}

export const searchEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/drives/{drive}/items/{item}/search',
    scopes: readFiles,
    service: 'sharepoint',
    units: 2,
    answers: 'page of driveItem',
    handle: search,
  },
  {
    method: 'GET',
    path: '/drives/{drive}/search',
    scopes: readFiles,
    service: 'sharepoint',
    units: 2,
    answers: 'page of driveItem',
    handle: search,
  },
];
