import type { Watch } from '../conformance/watch.ts';
import { fileCors, filePreflight } from '../graph/cors.ts';
import { Refusal, toErrorBody } from '../graph/errors.ts';
import { findDriveItem, versionsOf } from '../state/drive-items.ts';
import { answerMonitor } from './monitor.ts';
import { bearer, type FileParts } from './parts.ts';
import { toPreview } from './preview-page.ts';
import { readTicket } from './tickets.ts';
import { answerUpload } from './uploads.ts';

/** The host from which bytes come and to which they go. No token is asked for: the address itself is the permission. */
export async function answerFiles(parts: FileParts, request: Request, requestId: string): Promise<Response> {
  const { state, watch } = parts;
  if (request.method === 'OPTIONS') return filePreflight(request, state.origins.tabs);
  const cors = fileCors(request, state.origins.tabs);
  try {
    const response = await route(parts, request);
    await watchAnswer(watch, request, requestId, response);
    for (const [name, value] of Object.entries(cors)) response.headers.set(name, value);
    response.headers.set('request-id', requestId);
    return response;
  } catch (error) {
    const refusal =
      error instanceof Refusal ? error : new Refusal(500, 'generalException', 'General exception while processing');
    const facts = {
      date: state.clock.stamp(),
      requestId,
      clientRequestId: request.headers.get('client-request-id') ?? requestId,
    };
    return Response.json(toErrorBody(refusal, facts), {
      status: refusal.status,
      headers: { ...cors, ...refusal.headers, 'request-id': requestId },
    });
  }
}

/** Fragments and standing are upload sessions, what an upload ends with is a file. */
async function watchAnswer(watch: Watch, request: Request, requestId: string, response: Response): Promise<void> {
  if (!/^application\/json/.test(response.headers.get('content-type') ?? '') || !/uploadSession/.test(request.url))
    return;
  const body: unknown = await response.clone().json();
  const answers = response.status === 202 || request.method === 'GET' ? 'uploadSession' : 'driveItem';
  const { method } = request;
  const path = new URL(request.url).pathname;
  await watch.look({
    method,
    path,
    requestId,
    answers,
    takes: undefined,
    status: response.status,
    body,
    sent: undefined,
  });
}

async function route(parts: FileParts, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const upload = /\/_api\/v2\.0\/drives\/[^/]+\/uploadSession\/([\w-]+)\/?$/.exec(url.pathname);
  if (upload) return answerUpload(parts, request, upload[1] ?? '');
  if (url.pathname.endsWith('/_layouts/15/download.aspx') && /^(GET|HEAD)$/.test(request.method))
    return download(parts, request, url);
  if (url.pathname.endsWith('/_layouts/15/embed.aspx') && request.method === 'GET')
    return showPreview(parts, request, url);
  const monitor = /\/_api\/v2\.0\/monitor\/(\w+)\/?$/.exec(url.pathname);
  if (monitor && request.method === 'GET') return answerMonitor(parts.state, monitor[1] ?? '');
  throw new Refusal(404, 'itemNotFound', 'There is nothing at this address.');
}

async function download({ state, meter }: FileParts, request: Request, url: URL): Promise<Response> {
  const ticket = readTicket(state, url.searchParams.get('tempauth') ?? '');
  if (!ticket) throw new Refusal(401, 'unauthenticated', 'The download address is wrong or has ended.');
  const drive = state.db.get<{ drive: string }>('select drive from drive_item where id = ?', ticket.item)?.drive ?? '';
  const item = findDriveItem(state, drive, ticket.item);
  const version = item && versionsOf(state, item).find((each) => each.version === ticket.version);
  if (!item || !version) throw new Refusal(404, 'itemNotFound', 'The file is no longer there.');
  meter.charge(bearer(state, 'nobody'), { method: 'GET', path: 'download', service: 'sharepoint' }, 1);
  const range = readRange(request.headers.get('range'), version.size);
  const bytes = await state.contents.read(version.hash, range?.start ?? 0, range?.end ?? version.size);
  const headers: Record<string, string> = {
    'content-type': item.mime ?? 'application/octet-stream',
    'content-length': String(bytes.length),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(item.name)}`,
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  };
  if (range) headers['content-range'] = `bytes ${range.start}-${range.end - 1}/${version.size}`;
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { status: range ? 206 : 200, headers });
}

/** Where a page that shows a file may be framed: the app's pages, and Teams or the local page around them. */
const FRAMED_BY = [
  'https://teams.microsoft.com',
  'https://*.cloud.microsoft',
  'http://localhost:*',
  'https://localhost:*',
];

/** A page for a frame that shows the file; nothing in it can run, whatever the file holds. */
async function showPreview(parts: FileParts, request: Request, url: URL): Promise<Response> {
  const response = await download(parts, request, url);
  const ticket = readTicket(parts.state, url.searchParams.get('tempauth') ?? '');
  const name =
    parts.state.db.get<{ name: string }>('select name from drive_item where id = ?', ticket?.item ?? '')?.name ?? '';
  const page = await toPreview(name, new Uint8Array(await response.arrayBuffer()));
  const ancestors = [...parts.state.origins.tabs, ...FRAMED_BY].join(' ');
  return new Response(page.body, {
    headers: {
      'content-type': page.type,
      'content-security-policy': `sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors ${ancestors}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

/** One range only; several, or one that cannot be read, is overlooked as the rules of HTTP allow. */
function readRange(header: string | null, size: number): { start: number; end: number } | undefined {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!found || (found[1] === '' && found[2] === '')) return undefined;
  const start = found[1] === '' ? Math.max(0, size - Number(found[2])) : Number(found[1]);
  const end = found[1] === '' || found[2] === '' ? size : Math.min(size, Number(found[2]) + 1);
  if (start >= size || end <= start) {
    throw new Refusal(416, 'invalidRange', 'The range cannot be satisfied.', {
      headers: { 'content-range': `bytes */${size}` },
    });
  }
  return { start, end };
}
