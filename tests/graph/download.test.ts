import { describe, expect, it } from 'vitest';
import { readBytes } from '../../src/graph/download.ts';
import { fault, openAnswering, type Seen } from './answering.ts';

const url = 'http://127.0.0.1:5302/down/1';

/** A body that breaks off after so many bytes. */
function broken(bytes: Uint8Array<ArrayBuffer>, after: number, status = 200): Response {
  let told = false;
  return new Response(
    new ReadableStream({
      pull(controller) {
        if (told) controller.error(new TypeError('connection reset'));
        else controller.enqueue(bytes.slice(0, after));
        told = true;
      },
    }),
    { status },
  );
}

const bytes = new Uint8Array(1000).map((_, index) => index % 251);

async function read(answer: (request: Seen, number: number) => Response | Error) {
  const opened = openAnswering(answer);
  const turns: number[] = [];
  const pieces: Uint8Array[] = [];
  const getUrl = async (turn: number) => {
    turns.push(turn);
    return url;
  };
  const reading = (async () => {
    for await (const piece of readBytes(opened.graph, getUrl)) pieces.push(piece);
    return Buffer.concat(pieces);
  })();
  return { ...opened, turns, result: await reading.catch((error: unknown) => error) };
}

describe('bytes from a download address', () => {
  it('come whole, without a token', async () => {
    const { result, seen } = await read(() => new Response(bytes));
    expect(result).toEqual(Buffer.from(bytes));
    expect(seen.map(({ token, headers }) => [token, headers.get('range')])).toEqual([[null, null]]);
  });

  it('go on after a broken line where they stopped, each time by a fresh address', async () => {
    const { result, seen, turns } = await read(({ headers }) => {
      const from = Number(/bytes=(\d+)-/.exec(headers.get('range') ?? '')?.[1] ?? 0);
      return from < 900
        ? broken(bytes.slice(from), 300, from === 0 ? 200 : 206)
        : new Response(bytes.slice(from), { status: 206 });
    });
    expect(result).toEqual(Buffer.from(bytes));
    expect(seen.map(({ headers }) => headers.get('range'))).toEqual([null, 'bytes=300-', 'bytes=600-', 'bytes=900-']);
    expect(turns).toEqual([0, 1, 2, 3]);
  });

  it('are not mixed where the server begins again from the start', async () => {
    const { result } = await read((_request, number) => (number === 1 ? broken(bytes, 300) : new Response(bytes)));
    expect(result).toMatchObject({ kind: 'unreadable' });
  });

  it('are given up after the line has broken six times', async () => {
    const { result, seen } = await read(() => broken(bytes, 10, 206));
    expect(result).toMatchObject({ kind: 'unreachable' });
    expect(seen).toHaveLength(6);
  });

  it('are refused as the address refuses them', async () => {
    const { result } = await read(() => fault(404, 'itemNotFound'));
    expect(result).toMatchObject({ kind: 'not-found' });
  });

  it('stop when the person stops them', async () => {
    const { graph } = openAnswering(() => broken(bytes, 300));
    const stop = new AbortController();
    const reading = readBytes(graph, async () => url, stop.signal);
    await reading.next();
    stop.abort();
    await expect(reading.next()).rejects.toMatchObject({ kind: 'cancelled' });
  });
});
