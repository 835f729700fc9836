import type { DriveItemRow } from '../state/drive-items.ts';
import { objectIn, textIn } from './body.ts';
import type { Json } from './endpoint.ts';
import { invalidRequest } from './errors.ts';

/** What clients send of an item; what only the service writes is overlooked, as there. */
export const SENT =
  'id name description folder file size eTag cTag webUrl parentReference fileSystemInfo createdDateTime lastModifiedDateTime createdBy lastModifiedBy'.split(
    ' ',
  );

export function demandFolder(item: DriveItemRow): void {
  if (!item.folder) throw invalidRequest('The parent is not a folder.');
}

/** Times that a client brings along: when the file was made and changed where it came from. */
export function readFileTimes(body: Json): { createdAt?: string; modifiedAt?: string } {
  const info = objectIn(body, 'fileSystemInfo');
  const time = (name: string): string | undefined => {
    const text = info && textIn(info, name);
    if (!text) return undefined;
    const moment = new Date(text);
    if (Number.isNaN(moment.getTime())) throw invalidRequest(`The value of '${name}' is not a date and time.`);
    return `${moment.toISOString().slice(0, 19)}Z`;
  };
  const createdAt = time('createdDateTime');
  const modifiedAt = time('lastModifiedDateTime');
  return { ...(createdAt ? { createdAt } : {}), ...(modifiedAt ? { modifiedAt } : {}) };
}
