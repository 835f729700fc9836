import type { Graph } from './client.ts';
import { type LibraryItem, type RawItem, toLibraryItem } from './drive.ts';
import { toPage } from './paging.ts';

export type FoundPage = {
  /** Files only. */
  readonly files: readonly LibraryItem[];
  /** For the next call; missing on the last page. */
  readonly more?: string | undefined;
};

/**
 * GET /drives/{drive}/root/search(q='{words}'): names and what documents say, as SharePoint has indexed it; new files may
 * take a while to be found.
 */
export async function searchLibrary(
  graph: Graph,
  ask: { readonly drive: string; readonly words: string; readonly more?: string | undefined },
  signal?: AbortSignal,
): Promise<FoundPage> {
  const words = encodeURIComponent(ask.words.replaceAll("'", "''"));
  const path = ask.more ?? `/drives/${encodeURIComponent(ask.drive)}/root/search(q='${words}')?$top=25`;
  const page = toPage<RawItem>(await graph.send<unknown>({ kind: 'list', path, signal }));
  const files = page.values.map(toLibraryItem).filter((item) => item.kind === 'file');
  return { files, more: page.nextLink };
}
