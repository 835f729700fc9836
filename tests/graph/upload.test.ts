import { describe, expect, it } from 'vitest';
import { saveFile, type Upload, type UploadSession } from '../../src/graph/upload.ts';
import { fault, json, openAnswering, type Seen } from './answering.ts';

const MIB = 1024 * 1024;
const uploadUrl = 'http://127.0.0.1:5302/up/sessions/1';
const item = (size: number) => ({ id: 'file-1', name: 'a.pdf', size, eTag: '"1"' });

function upload(size: number, change: Partial<Upload> = {}): Upload {
  const content = new Blob([new Uint8Array(size)]);
  return { drive: 'd', folder: 'f', name: 'Q2 #1 50%.pdf', content, whenTaken: 'refuse', ...change };
}

/** A session as the server keeps it: how far it is, and what it says of a piece. */
function openSession(
  size: number,
  disturb: (request: Seen, piece: number) => Response | Error | undefined = () => undefined,
) {
  let has = 0;
  let pieces = 0;
  return openAnswering((request) => {
    if (request.url.endsWith('createUploadSession')) return json({ uploadUrl });
    if (request.method === 'DELETE') return new Response(null, { status: 204 });
    if (request.method === 'GET' && request.url === uploadUrl) return json({ nextExpectedRanges: [`${has}-`] });
    if (request.method === 'GET') return fault(404, 'itemNotFound');
    pieces += 1;
    const disturbed = disturb(request, pieces);
    const [, from, to] = /bytes (\d+)-(\d+)\//.exec(request.headers.get('Content-Range') ?? '') ?? [];
    if (!(disturbed instanceof Error && disturbed.message === 'before')) {
      if (Number(from) !== has) return fault(416, 'invalidRange');
      has = Number(to) + 1;
    }
    if (disturbed) return disturbed;
    return has === size ? json(item(size), 201) : json({ nextExpectedRanges: [`${has}-`] }, 202);
  });
}

describe('a file up to ten mebibytes', () => {
  it('goes in one request that refuses a name that is taken, each part of the address encoded', async () => {
    const { graph, seen } = openAnswering(() => json(item(3), 201));
    await saveFile(graph, upload(3));
    expect(seen[0]).toMatchObject({
      method: 'PUT',
      url: 'http://localhost:5302/v1.0/drives/d/items/f:/Q2%20%231%2050%25.pdf:/content?@microsoft.graph.conflictBehavior=fail',
    });
  });

  it('an empty one too', async () => {
    const { graph } = openAnswering(() => json(item(0), 201));
    await expect(saveFile(graph, upload(0))).resolves.toMatchObject({ id: 'file-1', size: 0 });
  });

  it('is found instead of sent again when the answer was lost', async () => {
    const { graph, seen } = openAnswering((request) =>
      request.method === 'PUT' ? new TypeError('reset') : json(item(3)),
    );
    await expect(saveFile(graph, upload(3))).resolves.toMatchObject({ id: 'file-1' });
    expect(seen.map((request) => request.method)).toEqual(['PUT', 'GET']);
  });

  it('is not taken for one of another size', async () => {
    const { graph } = openAnswering((request) => (request.method === 'PUT' ? new TypeError('reset') : json(item(9))));
    await expect(saveFile(graph, upload(3))).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('is never sent again by itself when both are to be kept', async () => {
    const { graph, seen } = openAnswering(() => new TypeError('reset'));
    await expect(saveFile(graph, upload(3, { whenTaken: 'keep-both' }))).rejects.toMatchObject({ kind: 'unreachable' });
    expect(seen).toHaveLength(1);
  });
});

describe('a larger file', () => {
  it('goes in pieces that are multiples of 320 KiB, in order, without a token, and tells how far it is', async () => {
    const sent: number[] = [];
    const { graph, seen } = openSession(25 * MIB);
    await saveFile(graph, upload(25 * MIB, { onSent: (bytes) => sent.push(bytes) }));
    const pieces = seen.filter((request) => request.url === uploadUrl);
    expect(pieces.map((piece) => piece.token)).toEqual([null, null, null, null, null]);
    expect(pieces.map((piece) => piece.headers.get('Content-Range'))).toEqual([
      'bytes 0-5242879/26214400',
      'bytes 5242880-10485759/26214400',
      'bytes 10485760-15728639/26214400',
      'bytes 15728640-20971519/26214400',
      'bytes 20971520-26214399/26214400',
    ]);
    expect(sent).toEqual([5, 10, 15, 20, 25].map((part) => part * MIB));
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
      item: { '@microsoft.graph.conflictBehavior': 'fail', name: 'Q2 #1 50%.pdf' },
    });
  });

  it.each(['before', 'after'])('a piece lost %s it was stored: asks what is missing and goes on', async (when) => {
    const { graph, seen } = openSession(12 * MIB, (_, piece) => (piece === 2 ? new TypeError(when) : undefined));
    await expect(saveFile(graph, upload(12 * MIB))).resolves.toMatchObject({ size: 12 * MIB });
    expect(seen.filter((request) => request.method === 'GET')).toHaveLength(1);
    expect(seen.filter((request) => request.method === 'PUT')).toHaveLength(when === 'before' ? 4 : 3);
  });

  it('a range that the server has already (416): asks what is missing and goes on', async () => {
    const { graph } = openSession(12 * MIB, (_, piece) => (piece === 2 ? fault(416, 'invalidRange') : undefined));
    await expect(saveFile(graph, upload(12 * MIB))).resolves.toMatchObject({ size: 12 * MIB });
  });

  it('a session that is gone is begun again, once', async () => {
    const { graph, seen } = openSession(12 * MIB, () => fault(404, 'itemNotFound'));
    await expect(saveFile(graph, upload(12 * MIB))).rejects.toMatchObject({ kind: 'not-found' });
    expect(seen.filter((request) => request.url.endsWith('createUploadSession'))).toHaveLength(2);
  });

  it('a name that is taken at the last piece ends the session and is said', async () => {
    const { graph, seen } = openSession(12 * MIB, (_, piece) =>
      piece === 3 ? fault(409, 'nameAlreadyExists') : undefined,
    );
    await expect(saveFile(graph, upload(12 * MIB))).rejects.toMatchObject({ kind: 'name-taken' });
    expect(seen.at(-1)).toMatchObject({ method: 'DELETE', url: uploadUrl });
  });

  it('stopping it ends the session', async () => {
    const stop = new AbortController();
    const { graph, seen } = openSession(12 * MIB, (_, piece) => {
      if (piece !== 2) return undefined;
      stop.abort();
      return stop.signal.reason as Error;
    });
    await expect(saveFile(graph, upload(12 * MIB, { signal: stop.signal }))).rejects.toMatchObject({
      kind: 'cancelled',
    });
    expect(seen.at(-1)?.method).toBe('DELETE');
  });
});

describe('a file that takes the place of another', () => {
  const replaces = { id: 'file-9', version: '"v7"' };

  it('names the version that was seen, in one request or with its session', async () => {
    for (const size of [3, 12 * MIB]) {
      const { graph, seen } = openSession(size, () => undefined);
      const whole = openAnswering(() => json(item(3)));
      await saveFile(size === 3 ? whole.graph : graph, upload(size, { whenTaken: { replaces } }));
      const first = (size === 3 ? whole.seen : seen)[0];
      expect(first?.headers.get('If-Match')).toBe('"v7"');
      expect(first?.url).toContain('/drives/d/items/file-9/');
      expect(first?.url + (first?.body ?? '')).toMatch(/replace/);
    }
  });

  it('is refused when somebody else was faster', async () => {
    const { graph } = openAnswering(() => fault(412, 'resourceModified'));
    await expect(saveFile(graph, upload(3, { whenTaken: { replaces } }))).rejects.toMatchObject({ kind: 'conflict' });
  });
});

describe('an upload that was begun before', () => {
  /** Sends until a piece fails for good, and gives what is known of the session then. */
  async function interrupt(size: number, at: number) {
    let session: UploadSession | undefined;
    let isBroken = true;
    const world = openSession(size, (_, piece) => (isBroken && piece >= at ? fault(403, 'accessDenied') : undefined));
    const content = new Blob([crypto.getRandomValues(new Uint8Array(60_000)), new Uint8Array(size - 60_000)]);
    const remember = (next: UploadSession) => {
      session = structuredClone(next);
    };
    await saveFile(world.graph, upload(size, { content, onSession: remember })).catch(() => undefined);
    isBroken = false;
    const before = world.seen.length;
    if (!session) throw new Error('No session was opened');
    return { ...world, session, content, later: () => world.seen.slice(before) };
  }

  it('goes on where the server is, and sends nothing twice', async () => {
    // The server of this test counts the third piece before it refuses it, so it is not sent again either.
    const { graph, session, content, later } = await interrupt(25 * MIB, 3);
    await expect(saveFile(graph, upload(25 * MIB, { content, session }))).resolves.toMatchObject({ size: 25 * MIB });
    expect(later().map(({ method, headers }) => headers.get('Content-Range') ?? method)).toEqual([
      'GET',
      'bytes 15728640-20971519/26214400',
      'bytes 20971520-26214399/26214400',
    ]);
  });

  it('is given up when the file is not the same any more, and its session is ended', async () => {
    const { graph, session, later } = await interrupt(25 * MIB, 3);
    const changed = upload(25 * MIB, { session, onSession: () => undefined });
    await expect(saveFile(graph, changed)).rejects.toMatchObject({ kind: 'file-changed' });
    expect(later().map(({ method }) => method)).toEqual(['GET', 'DELETE']);
  });
});
