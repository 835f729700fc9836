import type { DriveItem, List, ListItem, Site } from '@microsoft/microsoft-graph-types';
import { team } from '../../../../infra/demo/northbridge.ts';
import { bodyOf, type GraphFetch } from './northbridge.ts';

/** Where things are in Northbridge, found as an app would find them. */

export const TEAM = `/teams/${team.id}`;

export function channel(name: string): string {
  const found = team.channels.find((each) => each.name.startsWith(name));
  if (!found) throw new Error(`Northbridge has no channel ${name}.`);
  return `${TEAM}/channels/${found.id}`;
}

export type Place = { readonly drive: string; readonly folder: string; readonly name: string; readonly site: string };

export async function filesOf(person: GraphFetch, channelName: string): Promise<Place> {
  const folder = await bodyOf<DriveItem>(person(`${channel(channelName)}/filesFolder`));
  return {
    drive: `/drives/${folder.parentReference?.driveId}`,
    folder: `/drives/${folder.parentReference?.driveId}/items/${folder.id}`,
    name: folder.name ?? '',
    site: `/sites/${folder.parentReference?.siteId}`,
  };
}

export async function teamSite(person: GraphFetch): Promise<Site> {
  return bodyOf<Site>(person(`/groups/${team.id}/sites/root`));
}

export async function makeList(person: GraphFetch, title = 'Tools', columns: object[] = toolColumns): Promise<string> {
  const site = await teamSite(person);
  const list = await bodyOf<List>(
    person(`/sites/${site.id}/lists`, { method: 'POST', json: { displayName: title, columns } }),
    201,
  );
  return `/sites/${site.id}/lists/${list.id}`;
}

export const toolColumns: object[] = [
  { name: 'Uid', text: {}, indexed: true, enforceUniqueValues: true, hidden: true },
  { name: 'Kind', choice: { choices: ['saw', 'plane'] }, indexed: true },
  { name: 'Weight', number: {}, indexed: true },
  { name: 'Note', text: { allowMultipleLines: true } },
  { name: 'Sharp', boolean: {} },
  { name: 'Due', dateTime: { format: 'dateOnly' }, indexed: true },
  { name: 'Uses', choice: { choices: ['rip', 'cut'], displayAs: 'checkBoxes' } },
];

export type Row = ListItem & { fields: Record<string, unknown>; '@odata.etag': string };

export async function addRow(person: GraphFetch, list: string, fields: object): Promise<Row> {
  return bodyOf<Row>(person(`${list}/items`, { method: 'POST', json: { fields } }), 201);
}

export async function putFile(
  person: GraphFetch,
  place: Place,
  name: string,
  content: string | Uint8Array<ArrayBuffer> = name,
): Promise<DriveItem> {
  const address = `${place.folder}:/${name.split('/').map(encodeURIComponent).join('/')}:/content`;
  const response = await person(address, { method: 'PUT', body: content });
  return bodyOf<DriveItem>(response, response.status === 200 ? 200 : 201);
}
