import { driveItemsOf } from '../graph/entities/drive-item.ts';
import { invalidRequest, Refusal } from '../graph/errors.ts';
import { keepFile } from '../graph/keep-file.ts';
import { demandUnlockedFor } from '../graph/locks.ts';
import { IDLE_MS } from '../graph/resources/upload-sessions.ts';
import { findDrive } from '../state/drives.ts';
import { findSite } from '../state/sites.ts';
import type { State } from '../state/state.ts';
import { bearer, type FileParts } from './parts.ts';

export type SessionRow = {
  readonly id: string;
  readonly drive: string;
  readonly parent: string;
  readonly name: string;
  readonly item: string | null;
  readonly conflict: 'fail' | 'replace' | 'rename';
  readonly total: number | null;
  readonly received: number;
  readonly person: string;
  readonly created_at: number;
  readonly expires_at: number;
  readonly ends_at: number;
  readonly deferred: number;
  readonly fs_created_at: string | null;
  readonly fs_modified_at: string | null;
};

const STEP = 327_680;
const LARGEST_FRAGMENT = 60 * 1024 * 1024;

/** The upload address itself: fragments in order, what is still missing, the end of it. */
export async function answerUpload({ state, meter }: FileParts, request: Request, id: string): Promise<Response> {
  if (request.headers.has('authorization') && request.headers.has('origin')) {
    throw new Refusal(401, 'unauthenticated', 'An upload address takes no bearer token.');
  }
  const session = liveSession(state, id);
  const cost = request.method === 'PUT' ? 2 : 1;
  meter.charge(
    bearer(state, session.person),
    { method: request.method, path: 'uploadSession', service: 'sharepoint' },
    cost,
  );
  switch (request.method) {
    case 'GET':
      return Response.json(toStanding(session));
    case 'DELETE':
      state.db.run('delete from upload_session where id = ?', id);
      await state.contents.dropPart(id);
      return new Response(null, { status: 204 });
    case 'PUT':
      return takeFragment(state, request, session);
    case 'POST':
      if (session.deferred && session.total !== null && session.received === session.total)
        return complete(state, session);
      throw invalidRequest('There is nothing to complete yet.');
    default:
      throw new Refusal(405, 'invalidRequest', 'The method is not allowed here.');
  }
}

function liveSession(state: State, id: string): SessionRow {
  const session = state.db.get<SessionRow>('select * from upload_session where id = ?', id);
  const now = state.clock.now();
  if (session && session.ends_at <= now)
    throw new Refusal(401, 'unauthenticated', 'The upload address has ended.', { inner: 'expiredToken' });
  if (!session || session.expires_at <= now) throw sessionNotFound();
  return session;
}

const sessionNotFound = () =>
  new Refusal(404, 'itemNotFound', 'The upload session was not found', { inner: 'uploadSessionNotFound' });

const toStanding = (session: Pick<SessionRow, 'expires_at' | 'received' | 'total'>) => ({
  expirationDateTime: new Date(session.expires_at).toISOString(),
  nextExpectedRanges: session.total !== null && session.received >= session.total ? [] : [`${session.received}-`],
});

type Fragment = { start: number; end: number; total: number };

function readContentRange(request: Request): Fragment {
  const [, start, last, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(request.headers.get('content-range') ?? '') ?? [];
  const fragment = { start: Number(start), end: Number(last) + 1, total: Number(total) };
  if (start === undefined || fragment.end <= fragment.start || fragment.end > fragment.total) {
    throw invalidRequest('The Content-Range header is missing or malformed.', 'invalidRange');
  }
  return fragment;
}

async function takeFragment(state: State, request: Request, session: SessionRow): Promise<Response> {
  const range = readContentRange(request);
  checkFragment(session, range);
  // All of it before any of it: a request that breaks off leaves nothing behind.
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length !== range.end - range.start) {
    throw invalidRequest('The length of the body is not that of the range.', 'fragmentLengthMismatch');
  }
  // Others may have sent the same range meanwhile.
  const current = liveSession(state, session.id);
  checkFragment(current, range);
  await state.contents.writePart(session.id, range.start, bytes);
  const expires = state.clock.now() + IDLE_MS;
  const isLast = range.end === range.total;
  // The last fragment counts as received only together with the file, so that a name that is taken can be sent again.
  if (isLast && !session.deferred) return complete(state, { ...current, total: range.total });
  const took = state.db.run(
    'update upload_session set received = ?, total = ?, expires_at = ? where id = ? and received = ?',
    range.end,
    range.total,
    expires,
    session.id,
    range.start,
  );
  if (took === 0) throw alreadyThere();
  return Response.json(toStanding({ received: range.end, total: range.total, expires_at: expires }), { status: 202 });
}

const alreadyThere = () =>
  new Refusal(416, 'invalidRange', 'The uploaded fragment overlaps with data that has already been received.', {
    inner: 'fragmentOverlap',
  });

function checkFragment(session: SessionRow, { start, end, total }: Fragment): void {
  const size = end - start;
  if (size >= LARGEST_FRAGMENT) throw new Refusal(413, 'invalidRequest', 'A fragment must be below 60 MiB.');
  if (session.total !== null && session.total !== total) {
    throw invalidRequest('The total size is not the one given before.', 'fragmentLengthMismatch');
  }
  if (end < total && size % STEP !== 0)
    throw invalidRequest('A fragment must be a multiple of 327,680 bytes.', 'invalidRange');
  if (start < session.received) throw alreadyThere();
  if (start > session.received) {
    throw new Refusal(416, 'invalidRange', 'The fragment is not the next one expected.', {
      inner: 'fragmentOutOfOrder',
    });
  }
}

/** The file appears and the session goes, both or neither; when the name is taken the session lives on. */
async function complete(state: State, session: SessionRow): Promise<Response> {
  const content = await state.contents.put(state.contents.readPart(session.id, session.total ?? 0));
  if (content.size !== session.total) throw invalidRequest('The upload is not complete.');
  const { item, isNew } = state.db.transaction(() => {
    if (state.db.run('delete from upload_session where id = ?', session.id) === 0) throw sessionNotFound();
    return keepFile(
      state,
      {
        drive: session.drive,
        parent: session.parent,
        name: session.name,
        ...(session.item ? { file: session.item } : {}),
        content,
        conflict: session.conflict,
        by: session.person,
        ...(session.fs_created_at ? { createdAt: session.fs_created_at } : {}),
        ...(session.fs_modified_at ? { modifiedAt: session.fs_modified_at } : {}),
      },
      (there) => demandUnlockedFor(session.person, there),
    );
  });
  await state.contents.dropPart(session.id);
  const drive = findDrive(state, item.drive);
  const site = drive && findSite(state, drive.site);
  if (!drive || !site) throw sessionNotFound();
  return Response.json(driveItemsOf(state, site, drive)(item), { status: isNew ? 201 : 200 });
}
