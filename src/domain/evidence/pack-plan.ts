import { themeFolderName } from '../folders.ts';
import { proposeFileName, proposeFolderName } from './file-name.ts';
import { type Loose, NO_THEME, type UnregisteredInFolder, unregisteredIn, unregisteredWords } from './pack-loose.ts';
import { cutName, uniquePath } from './pack-path.ts';
import { findFile, type HeldFiles } from './standing.ts';
import type { EvidenceState } from './state.ts';

/** Which items somebody wants in an evidence pack; empty means all. */
export type PackChoice = {
  /** Uids. */
  readonly theme: string;
  readonly partner: string;
  readonly states: PackStates;
  /** Uids of items and ids of loose files that were chosen one by one; missing for all of the above. */
  readonly only?: ReadonlySet<string> | undefined;
  /**
   * Takes in those loose files as well that were chosen one by one, where every state is wanted. Not for a pack with an
   * index: nobody has said what they are.
   */
  readonly takesLoose?: boolean | undefined;
};

export type PackStates = 'approved' | 'approved and waiting' | 'every state';

export const packStateNames: Readonly<Record<PackStates, string>> = {
  approved: 'Approved only',
  'approved and waiting': 'Approved, and waiting for checking',
  'every state': 'Every state that has a file',
};

const statesOf: Readonly<Record<PackStates, readonly EvidenceState[]>> = {
  approved: ['approved'],
  'approved and waiting': ['approved', 'submitted'],
  'every state': ['draft', 'submitted', 'approved', 'returned', 'superseded', 'expired'],
};

/** Why something is not in a pack; the sentence beside it says more. */
export type LeftOutReason =
  | 'needed'
  | 'not approved'
  | 'no file'
  | 'gone'
  | 'not allowed'
  | 'changed since approval'
  | 'changed while read'
  | 'failed'
  | 'cancelled';

export const leftOutNames: Readonly<Record<LeftOutReason, string>> = {
  needed: 'Needed, not there',
  'not approved': 'Not approved',
  'no file': 'No file',
  gone: 'Not there, or not shown to you',
  'not allowed': 'You may not open it',
  'changed since approval': 'Changed since it was approved',
  'changed while read': 'Changed while it was read',
  failed: 'Could not be read',
  cancelled: 'Not reached',
};

export type PackItem = {
  readonly uid: string;
  readonly title: string;
  readonly partner: string;
  readonly theme?: string | undefined;
  readonly state: EvidenceState;
  readonly file?: string | undefined;
  readonly fileName?: string | undefined;
  readonly size?: number | undefined;
  readonly drive?: string | undefined;
  readonly address?: { readonly url: string } | undefined;
  readonly approvedFingerprint?: string | undefined;
};

type Named = { readonly uid: string; readonly title: string };
type PackPrompt = Named & {
  readonly code: string;
  readonly theme: string;
  readonly group: string;
  readonly position: number;
};

export type PackSource<Item extends PackItem> = {
  readonly evidence: readonly Item[];
  readonly partners: readonly Named[];
  readonly themes: readonly (Named & { readonly year: number })[];
  readonly prompts: readonly PackPrompt[];
  readonly links: readonly { readonly evidence: string; readonly prompt: string }[];
  readonly unregistered: readonly Loose[];
  /** The library; undefined while it has not been read. */
  readonly files:
    | HeldFiles<{ readonly name: string; readonly size: number; readonly hash?: string | undefined }>
    | undefined;
};

/** What a pack is asked for: an item, or a file that nobody has registered. */
type Subject<Item extends PackItem> = {
  /** The uid of the item, else the id of the file. */
  readonly id: string;
  readonly title: string;
  readonly item: Item | undefined;
  readonly partner: string;
  readonly prompts: readonly string[];
};

export type PlannedFile<Item extends PackItem> = Subject<Item> & {
  readonly file: string;
  /** From the top of the pack down, the file's name last; unlike any other, whatever the case of its letters. */
  readonly path: readonly string[];
  /** In bytes, as last known; missing for a file of another library. */
  readonly size: number | undefined;
  /** Whether it goes in also where it is not what was approved; the pack then warns of it. */
  readonly mayBeChanged: boolean;
};

export type LeftOut<Item extends PackItem> = Subject<Item> & {
  readonly reason: LeftOutReason;
  readonly why: string;
};

export type PackPlan<Item extends PackItem> = {
  readonly files: readonly PlannedFile<Item>[];
  readonly leftOut: readonly LeftOut<Item>[];
  /** Files in the partners' folders that are not in it. */
  readonly unregistered: readonly UnregisteredInFolder[];
  /** Of all files whose size is known. */
  readonly bytes: number;
};

/** Short enough for the paths that Windows takes. */
const MOST_FOLDER = 60;

/**
 * ## Theme, partner, prompt group
 * An inspector reads by theme, asks each partner, and goes through the groups of prompts; a folder a prompt would hold
 * the same document many times. So each file lies once, under the first group that it supports, and the index names
 * every prompt.
 */
export function planPack<Item extends PackItem>(source: PackSource<Item>, choice: PackChoice): PackPlan<Item> {
  const prompts = new Map(source.prompts.map((prompt) => [prompt.uid, prompt]));
  const supports = new Map<string, PackPrompt[]>();
  for (const link of source.links) {
    const prompt = prompts.get(link.prompt);
    if (!prompt) continue;
    const known = supports.get(link.evidence);
    if (known) known.push(prompt);
    else supports.set(link.evidence, [prompt]);
  }
  const taken = new Set<string>();
  const files: PlannedFile<Item>[] = [];
  const leftOut: LeftOut<Item>[] = [];
  for (const item of inOrder(source, choice, supports)) {
    const all = (supports.get(item.uid) ?? []).toSorted((one, other) => one.position - other.position);
    const partner = source.partners.find(({ uid }) => uid === item.partner)?.title ?? item.partner;
    const facts = {
      id: item.uid,
      title: item.title,
      item,
      partner,
      prompts: [...new Set(all.map(({ code }) => code))],
    };
    const refused = refuse(item, choice.states, source.files);
    if (refused || item.file === undefined) {
      leftOut.push({ ...facts, ...(refused ?? noFile(item)) });
      continue;
    }
    const known = item.drive === undefined ? findFile(source.files, item.file) : undefined;
    const folders = foldersOf(item, { source, choice, partner, prompts: all });
    const name = proposeFileName(known?.name ?? item.fileName ?? item.title);
    files.push({
      ...facts,
      ...{ file: item.file, size: known?.size ?? item.size, path: uniquePath([...folders, name], taken) },
      mayBeChanged: choice.states !== 'approved',
    });
  }
  const loose = unregisteredIn(source, choice);
  const isLooseIn = choice.takesLoose === true && choice.only !== undefined && choice.states === 'every state';
  if (isLooseIn) files.push(...loose.map((file) => planLoose<Item>(file, taken)));
  const bytes = files.reduce((sum, { size }) => sum + (size ?? 0), 0);
  return { files, leftOut, unregistered: isLooseIn ? [] : loose, bytes };
}

function planLoose<Item extends PackItem>(
  { id, name, size, partner, theme }: UnregisteredInFolder,
  taken: Set<string>,
): PlannedFile<Item> {
  const folders = toFolders([theme, proposeFolderName(partner), unregisteredWords.reason]);
  const path = uniquePath([...folders, proposeFileName(name)], taken);
  return { id, title: name, item: undefined, partner, prompts: [], file: id, size, path, mayBeChanged: true };
}

function inOrder<Item extends PackItem>(
  { evidence, partners }: PackSource<Item>,
  choice: PackChoice,
  supports: ReadonlyMap<string, readonly PackPrompt[]>,
): readonly Item[] {
  const place = new Map(partners.map(({ uid }, index) => [uid, index]));
  const last = partners.length;
  return evidence
    .filter(
      (item) =>
        (choice.only?.has(item.uid) ?? true) &&
        (choice.partner === '' || item.partner === choice.partner) &&
        (choice.theme === '' ||
          item.theme === choice.theme ||
          supports.get(item.uid)?.some(({ theme }) => theme === choice.theme)),
    )
    .toSorted(
      (one, other) =>
        (place.get(one.partner) ?? last) - (place.get(other.partner) ?? last) || one.title.localeCompare(other.title),
    );
}

const notApproved: Readonly<Record<EvidenceState, string>> = {
  needed: 'It is not there.',
  draft: 'It is a draft.',
  submitted: 'It waits for checking.',
  approved: 'It is approved.',
  returned: 'It was returned.',
  superseded: 'Another one took its place.',
  expired: 'It has expired.',
};

function noFile({ address }: PackItem): { readonly reason: LeftOutReason; readonly why: string } {
  const why = address === undefined ? 'It has no file.' : `Only its address is held: ${address.url}`;
  return { reason: 'no file', why };
}

/** What is known before anything is read; the rest shows on the way. */
function refuse<Item extends PackItem>(
  item: Item,
  states: PackStates,
  files: PackSource<Item>['files'],
): { readonly reason: LeftOutReason; readonly why: string } | undefined {
  if (item.state === 'needed') return { reason: 'needed', why: 'Nobody has added it yet.' };
  if (!statesOf[states].includes(item.state)) {
    return { reason: 'not approved', why: notApproved[item.state] };
  }
  if (item.file === undefined || item.drive !== undefined || files === undefined) return undefined;
  const known = findFile(files, item.file);
  // One that somebody added a moment ago is read like the others.
  if (known === undefined) return undefined;
  if (known === null) return { reason: 'gone', why: 'It is not in the library any more, or you may not see it.' };
  return states === 'approved' && hasChanged(item, known.hash) ? changedSinceApproval : undefined;
}

export const changedSinceApproval: { readonly reason: LeftOutReason; readonly why: string } = {
  reason: 'changed since approval',
  why: 'The file is not the one that was approved. Have the new version checked first.',
};

/** Whether an item's file is another one than was approved, as far as SharePoint's hash tells. */
export function hasChanged(item: PackItem, hash: string | undefined): boolean {
  return (
    wasApproved(item) &&
    item.approvedFingerprint !== undefined &&
    hash !== undefined &&
    hash !== item.approvedFingerprint
  );
}

/** What has expired was approved before, and its approval held for the same bytes. */
export function wasApproved({ state }: PackItem): boolean {
  return state === 'approved' || state === 'expired';
}

type Place<Item extends PackItem> = {
  readonly source: PackSource<Item>;
  readonly choice: PackChoice;
  readonly partner: string;
  readonly prompts: readonly PackPrompt[];
};

function foldersOf<Item extends PackItem>(item: Item, { source, choice, partner, prompts }: Place<Item>): string[] {
  const uid = choice.theme || item.theme || prompts[0]?.theme;
  const theme = source.themes.find((each) => each.uid === uid);
  const group = prompts.find((prompt) => prompt.theme === uid)?.group;
  return toFolders([
    theme === undefined ? NO_THEME : themeFolderName(theme),
    proposeFolderName(partner),
    group === undefined ? 'No prompt yet' : proposeFolderName(group),
  ]);
}

function toFolders(names: readonly string[]): string[] {
  return names.map((name) => cutName(name, MOST_FOLDER));
}
