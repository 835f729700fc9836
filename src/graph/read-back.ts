import type { Graph } from './client.ts';
import { getDownloadUrl, itemPath, type RawIdentities, toName } from './drive.ts';
import { refusal } from './refusals.ts';

/** The newest version of a file, and who brought it. */
export type NewestVersion = {
  /** SharePoint's number, `3.0`. */
  readonly id: string;
  readonly by: { readonly id?: string | undefined; readonly by: string; readonly at: string };
};

type RawVersion = { id?: string; lastModifiedBy?: RawIdentities; lastModifiedDateTime?: string };

/** GET /drives/{drive}/items/{item}/versions, newest first. */
export async function getNewestVersion(graph: Graph, drive: string, item: string): Promise<NewestVersion> {
  const page = await graph.send<{ value?: readonly RawVersion[] }>({
    kind: 'item',
    path: `${itemPath(drive, item)}/versions?$top=1`,
  });
  const newest = page.value?.[0];
  if (!newest?.id) throw refusal('unreadable');
  const { lastModifiedBy, lastModifiedDateTime: at = '' } = newest;
  return { id: newest.id, by: { id: lastModifiedBy?.user?.id, by: toName(lastModifiedBy), at } };
}

/** The bytes of a file as they come, by its download address. `timeLimit` in milliseconds holds for all of them. */
export async function openContent(
  graph: Graph,
  drive: string,
  item: string,
  options: { readonly signal?: AbortSignal | undefined; readonly timeLimit: number },
): Promise<ReadableStream<Uint8Array>> {
  const url = await getDownloadUrl(graph, drive, item);
  const answer = await graph.sendToFile({ kind: 'download', url, ...options });
  if (answer.body === null) throw refusal('unreadable');
  return answer.body;
}
