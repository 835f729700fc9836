import type { Graph } from '../../../src/graph/client.ts';
import { getLibraryPage, type LibraryItem, toLibraryPage, toLibraryPull } from '../../../src/graph/drive.ts';

/** Everything in a library. */
export async function readLibrary(graph: Graph, drive: string): Promise<readonly LibraryItem[]> {
  const items = new Map<string, LibraryItem>();
  for (let page = toLibraryPage(await graph.send<unknown>(toLibraryPull(drive, undefined))); ; ) {
    for (const item of page.items) items.set(item.id, item);
    if (page.more === undefined) return [...items.values()];
    page = await getLibraryPage(graph, page.more);
  }
}
