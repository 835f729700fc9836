import { Refusal, toErrorBody } from '../graph/errors.ts';
import { unauthenticated } from '../graph/token.ts';
import { changeDriveItem } from '../state/drive-item-changes.ts';
import { findDriveItem } from '../state/drive-items.ts';
import type { State } from '../state/state.ts';
import { cut, hide, html, pause, slow, spoilDelta, truncate } from './answers.ts';
import { ConnectionDropped, type Faults } from './faults.ts';
import type { Action, Call, Sight } from './rules.ts';
import { claimsIn, toSight } from './sight.ts';

export type Around = {
  readonly state: State;
  readonly faults: Faults;
  /** Does a request in the name of somebody else, or of an app that may do everything. */
  readonly meanwhile: (call: Call, origin: string) => Promise<void>;
};

/** Lets a request through, or not, or not quite: the rules decide. */
export async function withFaults(
  { state, faults, meanwhile }: Around,
  on: Sight['on'],
  request: Request,
  requestId: string,
  cors: () => Record<string, string>,
  work: (request: Request) => Promise<Response>,
): Promise<Response> {
  if (faults.none || request.method === 'OPTIONS') return work(request);
  const sight = toSight(on, request);
  const actions = faults.hits(sight, requestId, (action) => action.kind !== 'interaction' && action.kind !== 'naa');
  let current = request;
  for (const action of actions) {
    if (action.kind === 'delay') await pause(action.ms + Math.round((action.jitterMs ?? 0) * faults.chance()));
    if (action.kind === 'offline' || (action.kind === 'drop' && action.when === 'before'))
      throw new ConnectionDropped();
    if (action.kind === 'meanwhile')
      for (const call of action.calls) await meanwhile(call, new URL(request.url).origin);
    if (action.kind === 'end-session')
      state.db.run("delete from upload_session where ? like '%' || id || '%'", sight.path);
    if (action.kind === 'half-move') current = await withoutMove(current);
    const refusal = refusalOf(state, request, action);
    if (refusal) return toResponse(state, request, requestId, refusal, cors());
  }
  let response = await work(current);
  for (const action of actions) response = await spoil(state, faults, request, requestId, cors, response, action);
  return faults.hidden.size > 0 ? hide(faults, request, response) : response;
}

/** The answer that a rule gives instead of the work; also used for the parts of a batch. */
export function refusalOf(state: State, request: Request, action: Action): Refusal | undefined {
  if (action.kind === 'claims') {
    if (claimsIn(request).acrs !== undefined) return undefined;
    const claims = Buffer.from('{"access_token":{"acrs":{"essential":true,"value":"c1"}}}').toString('base64');
    return unauthenticated(state, 'Continuous access evaluation resulted in challenge.', claims);
  }
  if (action.kind !== 'refuse') return undefined;
  const headers: Record<string, string> = {};
  if (action.retryAfter !== undefined) headers['retry-after'] = action.retryAfter;
  if (action.location === 'start') headers.location = startOf(request.url);
  const usual = USUAL[action.status] ?? 'generalException';
  const more = action.inner ? { inner: action.inner, headers } : { headers };
  return new Refusal(action.status, action.code ?? usual, `A fault that was asked for: ${action.status}`, more);
}

const USUAL: Readonly<Record<number, string>> = {
  401: 'InvalidAuthenticationToken',
  403: 'accessDenied',
  404: 'itemNotFound',
  409: 'resourceModified',
  410: 'resyncChangesApplyDifferences',
  412: 'resourceModified',
  423: 'resourceLocked',
  429: 'activityLimitReached',
  503: 'serviceNotAvailable',
  507: 'quotaLimitReached',
};

function startOf(address: string): string {
  const url = new URL(address);
  for (const key of [...url.searchParams.keys()])
    if (/^\$?(skip|delta)?token$/i.test(key)) url.searchParams.delete(key);
  return url.href;
}

async function spoil(
  state: State,
  faults: Faults,
  request: Request,
  requestId: string,
  cors: () => Record<string, string>,
  response: Response,
  action: Action,
): Promise<Response> {
  switch (action.kind) {
    case 'drop':
      throw new ConnectionDropped();
    case 'cut':
      return cut(response, action.bytes);
    case 'truncate':
      return truncate(response, action.bytes);
    case 'html':
      return html(response);
    case 'slow':
      return slow(response, action.bytesPerSecond);
    case 'delta':
      return spoilDelta(request, response, action);
    case 'lag':
      return remember(state, faults, response, action.seconds);
    case 'rewrite':
      return rewrite(state, response);
    case 'half-move':
      return toResponse(
        state,
        request,
        requestId,
        new Refusal(404, 'itemNotFound', 'The item could not be found.'),
        cors(),
      );
    default:
      return response;
  }
}

/** What was just created is hidden from reads for a while. */
async function remember(state: State, faults: Faults, response: Response, seconds: number): Promise<Response> {
  if (response.status !== 201) return response;
  const { id } = (await response.clone().json()) as { id?: string };
  if (id !== undefined) faults.hidden.set(id, state.clock.now() + seconds * 1000);
  return response;
}

/** A document that has come in gets properties of the library written into it: other size, hash and tag. */
async function rewrite(state: State, response: Response): Promise<Response> {
  if (response.status !== 200 && response.status !== 201) return response;
  const body = (await response.clone().json()) as { id?: string; parentReference?: { driveId?: string } };
  const item = findDriveItem(state, body.parentReference?.driveId ?? '', body.id ?? '');
  if (!item?.hash) return response;
  const before = await state.contents.read(item.hash, 0, item.size);
  const after = await state.contents.put(inOne(Buffer.concat([before, Buffer.from('\n<!-- library properties -->')])));
  state.db.transaction(() => {
    state.db.run(
      'update drive_item set size = ?, hash = ?, quick_xor = ? where id = ?',
      after.size,
      after.hash,
      after.quickXor,
      item.id,
    );
    state.db.run(
      'update drive_item_version set size = ?, hash = ?, quick_xor = ? where item = ? and version = ?',
      after.size,
      after.hash,
      after.quickXor,
      item.id,
      item.content_version,
    );
    changeDriveItem(state, item, {}, item.modified_by);
  });
  const now = findDriveItem(state, item.drive, item.id) ?? item;
  const changed = {
    ...body,
    size: after.size,
    eTag: `"{${now.guid.toUpperCase()}},${now.version}"`,
    file: { mimeType: item.mime, hashes: { quickXorHash: after.quickXor } },
  };
  return new Response(JSON.stringify(changed), { status: response.status, headers: response.headers });
}

async function* inOne(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

async function withoutMove(request: Request): Promise<Request> {
  const { parentReference: _gone, ...rest } = (await request.json()) as Record<string, unknown>;
  return new Request(request.url, { method: request.method, headers: request.headers, body: JSON.stringify(rest) });
}

function toResponse(
  state: State,
  request: Request,
  requestId: string,
  refusal: Refusal,
  cors: Record<string, string>,
): Response {
  const clientRequestId = request.headers.get('client-request-id') ?? requestId;
  const body = toErrorBody(refusal, { date: state.clock.stamp(), requestId, clientRequestId });
  const headers = { ...cors, 'request-id': requestId, 'client-request-id': clientRequestId, ...refusal.headers };
  return Response.json(body, { status: refusal.status, headers });
}
