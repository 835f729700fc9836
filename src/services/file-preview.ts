import { readText } from '../documents/read-text.ts';
import { pictureType, previewKind } from '../domain/evidence/preview-kind.ts';
import type { Graph } from '../graph/client.ts';
import { getFileNow } from '../graph/download.ts';
import { isGraphError } from '../graph/errors.ts';
import { getPreviewUrl } from '../graph/preview.ts';

export type Preview =
  | { readonly kind: 'picture'; readonly picture: Blob }
  | { readonly kind: 'text'; readonly text: string; readonly isCut: boolean }
  /** An address of SharePoint's own page, for a frame, good for a few minutes. */
  | { readonly kind: 'page'; readonly url: string }
  /** It cannot be shown here, and why. */
  | { readonly kind: 'none'; readonly sentence: string };

type Looked = { readonly drive: string; readonly item: string; readonly name: string };

const MOST_TEXT = 512 * 1024;
const MOST_PICTURE = 30 * 1024 * 1024;

/** What can be shown of a file. Throws the errors of any read. */
export async function getPreview(graph: Graph, looked: Looked, signal?: AbortSignal): Promise<Preview> {
  const { drive, item, name } = looked;
  switch (previewKind(name)) {
    case 'text':
      return getTextPreview(graph, looked, signal);
    case 'picture':
      return getPicture(graph, looked, signal);
    case 'page':
      try {
        return { kind: 'page', url: await getPreviewUrl(graph, drive, item, signal) };
      } catch (error) {
        if (!isGraphError(error, 'refused')) throw error;
        return { kind: 'none', sentence: 'SharePoint has no preview of this file.' };
      }
    case 'none':
      return { kind: 'none', sentence: 'There is no preview of this kind of file.' };
  }
}

async function getTextPreview(graph: Graph, { drive, item }: Looked, signal?: AbortSignal): Promise<Preview> {
  const file = await getFileNow(graph, drive, item, signal);
  if (file.size === 0) return { kind: 'none', sentence: 'This file is empty.' };
  const isCut = file.size > MOST_TEXT;
  const answer = await graph.sendToFile({
    kind: 'download',
    url: file.url,
    headers: isCut ? { Range: `bytes=0-${MOST_TEXT - 1}` } : undefined,
    signal,
  });
  // Where the server overlooks the range all of it comes; no more than the beginning is shown.
  const bytes = new Uint8Array(await answer.arrayBuffer()).subarray(0, MOST_TEXT);
  return { kind: 'text', text: readText(bytes, isCut), isCut };
}

async function getPicture(graph: Graph, { drive, item, name }: Looked, signal?: AbortSignal): Promise<Preview> {
  const file = await getFileNow(graph, drive, item, signal);
  if (file.size > MOST_PICTURE) return { kind: 'none', sentence: 'This picture is too large to be shown here.' };
  const answer = await graph.sendToFile({ kind: 'download', url: file.url, signal, timeLimit: 300_000 });
  return { kind: 'picture', picture: new Blob([await answer.arrayBuffer()], { type: pictureType(name) ?? '' }) };
}
