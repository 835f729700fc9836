import { checkFolderName } from './evidence/file-name.ts';
import { sharedFolders } from './folders.ts';

export type NamedPartner = { readonly uid: string; readonly title: string };

/** The partners offered at set-up, in the order of the columns; each may be renamed, removed or joined by others. */
export const presetPartners: readonly NamedPartner[] = [
  { uid: 'council', title: 'Council' },
  { uid: 'icb', title: 'ICB' },
  { uid: 'police', title: 'Police' },
  { uid: 'probation', title: 'Probation' },
  { uid: 'youth-justice', title: 'Youth justice' },
  { uid: 'education', title: 'Education' },
  { uid: 'voluntary-sector', title: 'Voluntary sector' },
];

/** The register keeps a partner's name in a column of this length. */
const MAX_TITLE = 60;
/** Leaves room in an assessment's key, which holds the theme's and the prompt's as well. */
const MAX_KEY = 40;

/** A key for a new partner, `voluntary-sector`, that is none of `taken`. It never changes, whatever the name does. */
export function partnerKey(title: string, taken: readonly string[]): string {
  const slug =
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, MAX_KEY)
      .replace(/^-+|-+$/g, '') || 'partner';
  if (!taken.includes(slug)) return slug;
  let number = 2;
  while (taken.includes(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}

/**
 * Why a partner cannot have this name, as sentences; empty when it can. The name becomes a folder's name, so
 * SharePoint's rules hold for it, and `others` (the other partners' names) may not have it already.
 */
export function checkPartnerTitle(title: string, others: readonly string[]): readonly string[] {
  const faults = [...checkFolderName(title)];
  if (title.length > MAX_TITLE) faults.push(`The name has ${title.length} characters; at most ${MAX_TITLE} fit.`);
  if (others.some((other) => isSameName(other, title))) faults.push(`There is already a partner called ${title}.`);
  if (sharedFolders.some((folder) => isSameName(folder, title))) {
    faults.push(`${title} is the name of a folder that all partners share. Choose another.`);
  }
  return faults;
}

/** SharePoint takes no two names in one folder that differ only in capitals. */
function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
