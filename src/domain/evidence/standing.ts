import type { EvidenceState } from './state.ts';

/** What became of a file behind the register's back: in SharePoint, by hand. */
export type FileNews =
  /** Its bytes are not those that were approved. */
  | 'changed since approval'
  /** Its bytes are not those that were submitted. */
  | 'changed since submission'
  | 'renamed'
  | 'moved'
  | 'deleted'
  /** Gone or kept from this person: SharePoint answers the same, and whoever cannot mend it need not know which. */
  | 'hidden';

export const fileNewsNames: Readonly<Record<FileNews, string>> = {
  'changed since approval': 'Changed since it was approved',
  'changed since submission': 'Changed since it was submitted',
  renamed: 'Renamed',
  moved: 'Moved to another folder',
  deleted: 'File missing',
  hidden: 'SharePoint does not show you this file',
};

type Registered = {
  readonly state: EvidenceState;
  readonly file?: string;
  readonly fileName?: string;
  /** Where it is another library, ours says nothing about the file. */
  readonly drive?: string;
  readonly folder?: string;
  readonly fingerprint?: string;
  readonly approvedFingerprint?: string;
};

/** Whoever brought the bytes of a file. */
export type Bringer = { readonly id?: string | undefined; readonly by: string; readonly at: string };

type Found = {
  readonly name: string;
  readonly parentId?: string | undefined;
  readonly hash?: string | undefined;
  /** The last change of any kind. */
  readonly changed?: Bringer | undefined;
};

export type EvidenceStanding = {
  /** What counts: an approval holds for the bytes that were approved and for no others. */
  readonly state: EvidenceState;
  readonly news: readonly FileNews[];
  /** Who brought bytes that are others than the register holds; missing where nobody did, or where it is not known. */
  readonly broughtBy?: Bringer | undefined;
};

const nothing: readonly FileNews[] = [];

/** The files of the library, and those that are known to be gone. */
export type HeldFiles<Item> = {
  readonly items: ReadonlyMap<string, Item>;
  readonly lost: ReadonlySet<string>;
};

/** A file by its id: `null` where it is known to be gone, undefined where that is not known. */
export function findFile<Item>(files: HeldFiles<Item> | undefined, id: string | undefined): Item | null | undefined {
  if (files === undefined || id === undefined) return undefined;
  return files.items.get(id) ?? (files.lost.has(id) ? null : undefined);
}

/**
 * Where an item stands, with what the library says of its file. `file` is the library's row by the file's id, `null`
 * where the library was read and does not have it, undefined while it has not been read. A reader is who does not work
 * for its partner: of a file that SharePoint does not show them nothing is known.
 */
export function standingOf(
  item: Registered,
  file: Found | null | undefined,
  { isReader = false }: { readonly isReader?: boolean } = {},
): EvidenceStanding {
  if (item.file === undefined || item.drive !== undefined || file === undefined) {
    return { state: item.state, news: nothing };
  }
  if (file === null) return { state: item.state, news: [isReader ? 'hidden' : 'deleted'] };
  const news: FileNews[] = [];
  let state = item.state;
  if ((state === 'approved' || state === 'expired') && isOther(item.approvedFingerprint, file.hash)) {
    news.push('changed since approval');
    state = 'submitted';
  } else if (state === 'submitted' && isOther(item.fingerprint, file.hash)) {
    news.push('changed since submission');
  }
  const isChanged = news.length > 0;
  if (isOther(item.fileName, file.name)) news.push('renamed');
  if (isOther(item.folder, file.parentId)) news.push('moved');
  if (news.length === 0) return { state, news: nothing };
  // Whoever renamed or moved it was the last to change it, and may not have touched its bytes.
  const isByLast = isChanged && news.length === 1 && file.changed !== undefined;
  return { state, news, ...(isByLast && { broughtBy: file.changed }) };
}

/** Whether there is a document to count as proof: nothing needed, and no file that is known to be gone. */
export function isHeld({ state, news }: Pick<EvidenceStanding, 'state' | 'news'>): boolean {
  return state !== 'needed' && !news.includes('deleted');
}

/** Whether there is nothing to look at: the file is gone, or SharePoint does not show it. */
export function isOutOfSight(news: readonly FileNews[]): boolean {
  return news.includes('deleted') || news.includes('hidden');
}

/** Whether other bytes lie there than were approved or submitted. */
export function hasOtherBytes(news: readonly FileNews[]): boolean {
  return news.includes('changed since approval') || news.includes('changed since submission');
}

/** What is not known on either side is no news. */
function isOther(before: string | undefined, now: string | undefined): boolean {
  return before !== undefined && now !== undefined && before !== now;
}
