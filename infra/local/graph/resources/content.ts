import { downloadUrl } from '../../files/tickets.ts';
import { type DriveItemRow, findDriveItem } from '../../state/drive-items.ts';
import { readConflict } from '../conflicts.ts';
import type { Call, Endpoint } from '../endpoint.ts';
import { cTagOf, eTagOf } from '../entities/drive-item.ts';
import { matchesTag } from '../entities/identity.ts';
import { invalidRequest, itemNotFound, Refusal } from '../errors.ts';
import { type FoundItem, itemOf, itemOrPlaceOf } from '../find.ts';
import { keepFile } from '../keep-file.ts';
import { demandTags, demandUnlocked } from '../locks.ts';
import { demandName } from '../names.ts';
import { byOf } from '../rights.ts';
import { readFiles, writeFiles } from '../scopes.ts';
import { shown } from '../shown-item.ts';

const LARGEST_PUT = 250 * 1024 * 1024;

/** For clients that are not browsers: a browser cannot follow this redirect, since the file host refuses `Origin: null`. */
function getContent(call: Call) {
  const { site, item } = itemOf(call);
  if (item.folder) throw invalidRequest('A folder has no content.');
  const known = call.headers.get('if-none-match');
  if (known && matchesTag(known, eTagOf(item), cTagOf(item))) return { status: 304 };
  return { status: 302, headers: { location: downloadUrl(call.state, site, item) } };
}

/** Where an upload goes: a folder, the name in it, and the file that has it now. */
export type Place = {
  readonly at: FoundItem;
  readonly parent: DriveItemRow;
  readonly name: string;
  readonly file?: DriveItemRow;
};

/** Folders that a path names and that are not there yet are made, as SharePoint does. */
export function placeOf(call: Call): Place {
  const { found, missing } = itemOrPlaceOf(call, 'write');
  const { state } = call;
  if (missing.length === 0) {
    const { item } = found;
    if (item.folder || item.parent === null) throw invalidRequest('Content can be written to a file only.');
    const parent = findDriveItem(state, found.drive.id, item.parent);
    if (!parent) throw itemNotFound();
    return { at: found, parent, name: item.name, file: item };
  }
  return { at: found, parent: found.item, name: missing.join('/') };
}

async function putContent(call: Call) {
  const place = placeOf(call);
  const conflict = readConflict(call, undefined, 'replace');
  demandTags(call, place.file);
  if (place.file) demandUnlocked(call, place.file);
  // Looked at before the bytes are taken and once more when they are kept.
  checkNames(call, place);
  const content = await call.state.contents.put(limited(call.bytes()));
  const { item, isNew } = call.state.db.transaction(() =>
    keepFile(
      call.state,
      {
        drive: place.at.drive.id,
        parent: place.parent.id,
        name: place.name,
        ...(place.file ? { file: place.file.id } : {}),
        content,
        conflict,
        by: byOf(call.caller),
      },
      (there) => {
        demandTags(call, there);
        demandUnlocked(call, there);
      },
    ),
  );
  return { status: isNew ? 201 : 200, body: shown(call, { ...place.at, item }) };
}

async function* limited(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > LARGEST_PUT)
      throw new Refusal(413, 'invalidRequest', 'A file of more than 250 MB needs an upload session.');
    yield chunk;
  }
}

function checkNames(call: Call, place: Place): void {
  const names = place.name.split('/');
  for (const [index, name] of names.entries()) {
    demandName(call.state, place.at.drive, place.parent, name, index < names.length - 1);
  }
}

const P = '/drives/{drive}/items/{item}/content';

export const contentEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: P, scopes: readFiles, service: 'sharepoint', units: 1, handle: getContent },
  {
    method: 'PUT',
    path: P,
    scopes: writeFiles,
    service: 'sharepoint',
    units: 2,
    answers: 'driveItem',
    handle: putContent,
  },
];
