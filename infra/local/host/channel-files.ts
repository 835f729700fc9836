import { toFailure } from './answers.ts';
import type { Reader } from './reader.ts';

const READ = ['Files.Read.All'];
const WRITE = ['Files.ReadWrite.All'];
const FIELDS = '$select=id,name,size,file,folder,lastModifiedDateTime,lastModifiedBy,parentReference';

/** One folder of the channel's library, or the channel's own folder if no item is named. */
export async function readFolder(
  reader: Reader,
  user: string,
  place: { readonly team: string; readonly channel: string; readonly drive?: string; readonly item?: string },
): Promise<Response> {
  const { drive, item } = place.drive && place.item ? { drive: place.drive, item: place.item } : await findRoot();
  if (!drive || !item) return Response.json({ sentence: 'The channel has no files yet.', value: [] }, { status: 404 });
  const path = `/drives/${encodeURIComponent(drive)}/items/${encodeURIComponent(item)}/children?$top=500&${FIELDS}`;
  const answer = await reader.asPerson(user, READ, path);
  if (!answer.ok) return toFailure(answer, 'The files could not be read.');
  const { value } = await answer.json();
  return Response.json({ drive, item, value });

  async function findRoot(): Promise<{ drive?: string; item?: string }> {
    const { team, channel } = place;
    const path = `/teams/${encodeURIComponent(team)}/channels/${encodeURIComponent(channel)}/filesFolder`;
    const answer = await reader.asPerson(user, READ, path);
    if (!answer.ok) return {};
    const folder: { id: string; parentReference: { driveId: string } } = await answer.json();
    return { drive: folder.parentReference.driveId, item: folder.id };
  }
}

/** Only these are ever shown in place; anything else could carry a script into the host's own page. */
const SHOWN = new Map([
  ['pdf', 'application/pdf'],
  ['txt', 'text/plain; charset=utf-8'],
  ['csv', 'text/plain; charset=utf-8'],
  ['md', 'text/plain; charset=utf-8'],
  ['log', 'text/plain; charset=utf-8'],
  ['json', 'text/plain; charset=utf-8'],
]);

/** The bytes of a file, to be shown or to be saved. */
export async function readContent(
  reader: Reader,
  user: string,
  file: { readonly drive: string; readonly item: string; readonly show: boolean },
): Promise<Response> {
  const path = `/drives/${encodeURIComponent(file.drive)}/items/${encodeURIComponent(file.item)}?$select=id,name,@microsoft.graph.downloadUrl`;
  const answer = await reader.asPerson(user, READ, path);
  if (!answer.ok) return toFailure(answer, 'The file could not be read.');
  const details: { name: string; '@microsoft.graph.downloadUrl'?: string } = await answer.json();
  const link = details['@microsoft.graph.downloadUrl'];
  if (!link) return Response.json({ sentence: 'The file has no link.' }, { status: 502 });
  const content = await reader.follow(link);
  if (!content.ok) return toFailure(content, 'The file could not be read.');
  const type = SHOWN.get(details.name.split('.').at(-1)?.toLowerCase() ?? '');
  const isShown = file.show && type !== undefined;
  return new Response(content.body, {
    headers: {
      'Content-Type': isShown ? type : 'application/octet-stream',
      'Content-Disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(details.name)}`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}

/** Puts a file straight into a folder, as a person does in Teams' own Files tab, past the product. */
export async function addFile(
  reader: Reader,
  user: string,
  place: { readonly drive: string; readonly item: string; readonly name: string },
  content: ArrayBuffer,
): Promise<Response> {
  const folder = `/drives/${encodeURIComponent(place.drive)}/items/${encodeURIComponent(place.item)}`;
  const path = `${folder}:/${encodeURIComponent(place.name)}:/content?@microsoft.graph.conflictBehavior=rename`;
  const answer = await reader.asPerson(user, WRITE, path, { method: 'PUT', body: content });
  return answer.ok ? Response.json({ ok: true }) : toFailure(answer, `${place.name} could not be added.`);
}
