import type { Graph } from './client.ts';
import { itemPath, type LibraryItem, type RawItem, toLibraryItem } from './drive.ts';
import { isGraphError } from './errors.ts';
import { refusal, toConnectionError } from './refusals.ts';

/** A file as it is at this moment, with an address for its bytes that lives for a few minutes. */
export type FileNow = LibraryItem & { readonly url: string };

const facts =
  'id,name,size,eTag,webUrl,file,folder,parentReference,createdDateTime,createdBy,lastModifiedDateTime,lastModifiedBy';

/** GET /drives/{drive}/items/{item}, with the download address. */
export async function getFileNow(graph: Graph, drive: string, item: string, signal?: AbortSignal): Promise<FileNow> {
  const raw = await graph.send<RawItem & { '@microsoft.graph.downloadUrl'?: string }>({
    kind: 'item',
    path: `${itemPath(drive, item)}?select=${facts},@microsoft.graph.downloadUrl`,
    signal,
  });
  const url = raw?.['@microsoft.graph.downloadUrl'];
  if (!url) throw refusal('unreadable');
  return { ...toLibraryItem(raw), url };
}

/** A line that says nothing for so long is taken for broken. */
const SILENCE_MS = 60_000;
const DAY_MS = 86_400_000;
const TRIES = 5;

/**
 * The bytes behind a download address, piece by piece. A broken line goes on from the last byte that came, by a fresh
 * address; where the server does not do that, the whole read fails as `unreadable`. Compare the hash at the end: nothing
 * here says that the first and the last byte are of the same version.
 */
export async function* readBytes(
  graph: Graph,
  getUrl: (turn: number) => Promise<string>,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let came = 0;
  for (let failures = 0; ; ) {
    const broken = new AbortController();
    try {
      const url = await getUrl(failures);
      const answer = await graph.sendToFile({
        kind: 'download',
        url,
        headers: came > 0 ? { Range: `bytes=${came}-` } : undefined,
        signal: signal ? AbortSignal.any([signal, broken.signal]) : broken.signal,
        timeLimit: DAY_MS,
      });
      if (came > 0 && answer.status !== 206) throw refusal('unreadable');
      for await (const piece of piecesOf(answer, broken)) {
        came += piece.length;
        yield piece;
      }
      return;
    } catch (error) {
      const failure = signal?.aborted ? refusal('cancelled', { cause: error }) : toConnectionError(error, false);
      const isBrokenLine = !signal?.aborted && isGraphError(failure, 'unreachable', 'offline', 'cancelled');
      failures += 1;
      if (!isBrokenLine || failures > TRIES) throw failure;
      await graph.wait(500 * 2 ** failures, signal).catch(() => {
        throw refusal('cancelled');
      });
    } finally {
      // Whoever stops reading early lets the line go.
      broken.abort();
    }
  }
}

async function* piecesOf(answer: Response, broken: AbortController): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = answer.body?.getReader();
  if (!reader) return;
  for (;;) {
    const silence = setTimeout(() => broken.abort(), SILENCE_MS);
    const { done, value } = await reader.read().finally(() => clearTimeout(silence));
    if (done) return;
    yield value as Uint8Array<ArrayBuffer>;
  }
}
