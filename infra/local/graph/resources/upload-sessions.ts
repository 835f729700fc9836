import { objectIn, onlyKnown, textIn } from '../body.ts';
import { readConflict, settleName } from '../conflicts.ts';
import { type Call, type Endpoint, ok } from '../endpoint.ts';
import { QUOTA } from '../entities/site.ts';
import { invalidRequest, nameExists, Refusal } from '../errors.ts';
import { readFileTimes } from '../item-body.ts';
import { demandTags, demandUnlocked } from '../locks.ts';
import { demandName } from '../names.ts';
import { byOf } from '../rights.ts';
import { writeFiles } from '../scopes.ts';
import { placeOf } from './content.ts';

/** A session's life without a fragment, and its life in all. */
export const IDLE_MS = 15 * 60 * 1000;
export const LIFE_MS = 24 * 60 * 60 * 1000;

async function createSession(call: Call) {
  const place = placeOf(call);
  const body = call.headers.get('content-length') === '0' || !call.headers.get('content-type') ? {} : await call.json();
  onlyKnown(body, 'createUploadSession', ['item', 'deferCommit']);
  const item = objectIn(body, 'item') ?? {};
  onlyKnown(item, 'driveItemUploadableProperties', [
    'name',
    'fileSize',
    'fileSystemInfo',
    'description',
    'mediaSource',
    'driveItemSource',
  ]);
  // By its id a file is named to be written; by a path it is only a name that may be taken.
  const byId = call.params.item?.path.length === 0;
  const conflict = readConflict(call, item, byId ? 'replace' : 'fail');
  const name = textIn(item, 'name') || place.name;
  const size = item.fileSize;
  if (size !== undefined && (typeof size !== 'number' || !Number.isInteger(size) || size < 0))
    throw invalidRequest('fileSize must be a whole number.');
  if (typeof size === 'number' && size > QUOTA)
    throw new Refusal(507, 'quotaLimitReached', 'There is not enough space left.');
  const { state } = call;
  demandTags(call, place.file);
  if (place.file) demandUnlocked(call, place.file);
  else {
    const last = name.split('/').at(-1) ?? '';
    demandName(state, place.at.drive, place.parent, last, false);
    if (conflict === 'fail') settleName(state, place.parent.id, name, 'fail');
  }
  if (place.file && conflict === 'fail') throw nameExists();
  if (state.switches.oneSessionForAName) {
    const living = 'select 1 from upload_session where parent = ? and name = ? collate nocase and expires_at > ?';
    if (state.db.get(living, place.parent.id, name, state.clock.now()))
      throw nameExists('An upload session for this name exists already.');
  }
  const times = readFileTimes(item);
  const now = state.clock.now();
  const id = state.ids.token(32).toLowerCase();
  state.db.run(
    `insert into upload_session (id, drive, parent, name, item, conflict, total, received, person, created_at, expires_at,
       ends_at, deferred, fs_created_at, fs_modified_at) values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    place.at.drive.id,
    place.parent.id,
    name,
    place.file?.id ?? null,
    conflict,
    typeof size === 'number' ? size : null,
    byOf(call.caller),
    now,
    now + IDLE_MS,
    now + LIFE_MS,
    body.deferCommit === true ? 1 : 0,
    times.createdAt ?? null,
    times.modifiedAt ?? null,
  );
  return ok({
    uploadUrl: `${state.origins.files}${place.at.site.path}/_api/v2.0/drives/${encodeURIComponent(place.at.drive.id)}/uploadSession/${id}`,
    expirationDateTime: new Date(now + IDLE_MS).toISOString(),
    nextExpectedRanges: ['0-'],
  });
}

export const uploadSessionEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/drives/{drive}/items/{item}/createUploadSession',
    scopes: writeFiles,
    service: 'sharepoint',
    units: 2,
    answers: 'uploadSession',
    takes: 'driveItem.createUploadSession.request',
    handle: createSession,
  },
];
