import type { Graph } from './client.ts';
import { itemPath } from './drive.ts';
import { refusal } from './refusals.ts';

/**
 * POST /drives/{drive}/items/{item}/preview: the address of a page that shows the file in a frame, for a short while.
 * Throws `refused` for a kind of file that SharePoint does not show.
 */
export async function getPreviewUrl(graph: Graph, drive: string, item: string, signal?: AbortSignal): Promise<string> {
  const answer = await graph.send<{ getUrl?: string | null }>({
    kind: 'item',
    method: 'POST',
    isRead: true,
    path: `${itemPath(drive, item)}/preview`,
    body: {},
    signal,
  });
  const url = URL.parse(answer?.getUrl ?? '');
  // Only a page of a server may go into the frame, never a script or data that calls itself an address.
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') throw refusal('refused');
  return url.href;
}
