import { londonDay } from '../../domain/calendar/london.ts';
import { BEGINNING, kindOfFile, kindWords } from '../../domain/evidence/file-kind.ts';
import { checkFile, noteOnFile } from '../../domain/evidence/file-limits.ts';
import {
  checkFileName,
  checkPath,
  nextFreeName,
  proposeFileName,
  questionFileName,
} from '../../domain/evidence/file-name.ts';
import { readFile } from '../../graph/upload-pieces.ts';
import { evidence, partners } from '../../workspace/schema/lists.ts';
import type { Workspace } from '../../workspace/store/workspace.ts';
import type { Question, QueuedFile } from './entry.ts';
import { indexLibrary } from './library-index.ts';
import type { Places } from './places.ts';

export type Asking = {
  readonly workspace: Workspace;
  readonly places: Places;
  readonly entry: QueuedFile;
  readonly file: File;
  /** Other files that are on their way, earlier ones first. */
  readonly others: readonly { readonly entry: QueuedFile; readonly file: File | undefined }[];
  /** The hash of a file in the list, read once however often it is asked for. */
  readonly hashOf: (id: string, file: File) => Promise<string>;
  /** Bytes that the library still takes beside all that is on its way. */
  readonly room: number | undefined;
};

/** What a person is to be asked before this file is sent; undefined if it may go. */
export async function findQuestion(asking: Asking): Promise<Question | undefined> {
  const ofContent = await askOfContent(asking);
  if (ofContent?.isInPlace) return ofContent;
  return (await askOfItself(asking)) ?? ofContent ?? askOfName(asking);
}

/** What the file and its name say on their own. */
async function askOfItself({ workspace, entry, file, places, room }: Asking): Promise<Question | undefined> {
  const { name, marks, place, folders } = entry;
  const refused = checkFile({ name, size: marks.size });
  if (refused) return { is: 'refused', why: refused };
  const kind = kindOfFile(name, new Uint8Array(await readFile(() => file.slice(0, BEGINNING).arrayBuffer())));
  if (kind === 'program') return { is: 'refused', why: kindWords[kind] };
  if (room !== undefined && marks.size > room) {
    return {
      is: 'refused',
      why: 'The library has not enough room left for this file. Make room there, then add it again.',
    };
  }
  if (isRenewal(entry) && endingOf(name) !== endingOf(marks.name)) {
    const proposal = `${name.slice(0, name.length - endingOf(name).length)}${endingOf(marks.name)}`;
    const why = `${marks.name} is a file of another type than ${name}, so the new version cannot keep that name.`;
    return { is: 'name', why, proposal };
  }
  const faults = checkFileName(name);
  if (faults.length > 0) return { is: 'name', why: faults.join(' '), proposal: proposeFileName(name) };
  const tooLong = checkPath(places.pathOf(place, folders, name));
  if (tooLong) return { is: 'name', why: tooLong, proposal: shorten(name, tooLong) };
  const detail = isAgreed(entry, 'private') ? undefined : questionFileName(name, londonDay(workspace.clock()));
  if (detail) return { is: 'private', why: detail };
  if (kind && !isAgreed(entry, 'kind')) return { is: 'kind', why: kindWords[kind] };
  const note = isAgreed(entry, 'empty') ? undefined : noteOnFile(marks);
  return note ? { is: 'empty', why: note } : undefined;
}

const endingOf = (name: string) => (/\.[^.\s]{1,10}$/.exec(name)?.[0] ?? '').toLowerCase();

/** Brought as a new version of an item's file, and not answered otherwise since. */
export function isRenewal({ place, replaces }: QueuedFile): boolean {
  return place.renews !== undefined && replaces !== undefined;
}

/** Cuts the name by as much as the path is too long, its ending kept. */
function shorten(name: string, why: string): string {
  const [has, takes] = [...why.matchAll(/\d+/g)].map(Number);
  const ending = /\.[^.\s]{1,10}$/.exec(name)?.[0] ?? '';
  const room = name.length - ((has ?? 0) - (takes ?? 0)) - ending.length;
  return room < 8 ? name : `${name.slice(0, room).trimEnd()}${ending}`;
}

type SameContent = Extract<Question, { readonly is: 'same-content' }>;

/** Files of one length may be the same; only then is anything read. */
async function askOfContent({
  workspace,
  places,
  entry,
  file,
  others,
  hashOf,
}: Asking): Promise<SameContent | undefined> {
  if (isAgreed(entry, 'same-content') || file.size === 0) return undefined;
  const inLibrary = (indexLibrary(workspace)?.ofSize(file.size) ?? []).filter((item) => item.hash !== undefined);
  const onTheWay = others.filter((other) => other.entry.marks.size === file.size && !isSkipped(other.entry));
  if (inLibrary.length === 0 && onTheWay.length === 0) return undefined;
  const hash = await hashOf(entry.id, file);
  const rows = workspace.rows(evidence);
  const { place } = entry;
  for (const item of inLibrary.filter((each) => each.hash === hash)) {
    const row = rows.state === 'ready' ? rows.rows.find((each) => each.file === item.id) : undefined;
    if (row) {
      const own = isRenewal(entry) ? entry.replaces : findTaken(workspace, places, entry);
      const isInPlace = !place.prompt && !place.gap && own?.id === item.id;
      const why = isInPlace
        ? 'It was there already, so it was not sent again.'
        : `This looks like the same file as ${row.title}, ${nameOf(workspace, row.partner)}.`;
      return { is: 'same-content', why, item: item.id, evidence: row.uid, isInPlace };
    }
    return {
      is: 'same-content',
      why: `This looks like the same file as ${item.name}, which is in the library.`,
      item: item.id,
    };
  }
  for (const { entry: other, file: theirs } of onTheWay) {
    if ((other.hash ?? (theirs && (await hashOf(other.id, theirs)))) !== hash) continue;
    const isInPlace = isSamePlace(other, entry) && other.place.prompt === place.prompt && other.place.gap === place.gap;
    const why = isInPlace
      ? 'It is in this list already, so it is not sent twice.'
      : `This looks like the same file as ${other.name}, in this list.`;
    return { is: 'same-content', why, isInPlace };
  }
  return undefined;
}

function askOfName({ workspace, places, entry, others }: Asking): Question | undefined {
  if (entry.replaces) return askOfNewName(workspace, entry);
  const taken = findTaken(workspace, places, entry);
  if (taken) {
    return { is: 'taken', why: `There is already a file called ${entry.name} in this folder.`, item: taken };
  }
  if (others.some((other) => isSamePlace(other.entry, entry))) {
    return { is: 'same-name', why: `Another file called ${entry.name} is in this list, for the same folder.` };
  }
  return undefined;
}

/** A new version that is called otherwise renames the file: another of its folder may have that name. */
function askOfNewName(workspace: Workspace, entry: QueuedFile): Question | undefined {
  const { name, replaces } = entry;
  const beside = indexLibrary(workspace)?.childrenOf(replaces?.parentId ?? '') ?? [];
  const isTaken = (wanted: string) =>
    beside.some((item) => item.id !== replaces?.id && item.name.toLowerCase() === wanted.toLowerCase());
  return isRenewal(entry) && isTaken(name) ? nameTakenBeside(name, isTaken) : undefined;
}

export function nameTakenBeside(name: string, isTaken = (wanted: string) => wanted === name): Question {
  return { is: 'name', why: `Another file of its folder is called ${name}.`, proposal: nextFreeName(name, isTaken) };
}

/** The file that has the name now, as far as this browser knows; SharePoint is asked when the file is sent. */
export function findTaken(workspace: Workspace, places: Places, { place, folders, name }: QueuedFile) {
  const folder = places.knownFolder(place, folders);
  const children = folder === undefined ? [] : (indexLibrary(workspace)?.childrenOf(folder) ?? []);
  return children.find((item) => item.name.toLowerCase() === name.toLowerCase());
}

/** Whether a name cannot be had in the folder of an entry: there, or on its way there. */
export function isNameTaken(
  { workspace, places, entry, others }: Pick<Asking, 'workspace' | 'places' | 'entry' | 'others'>,
  name: string,
): boolean {
  const wanted = { ...entry, name };
  return findTaken(workspace, places, wanted) !== undefined || others.some((other) => isSamePlace(other.entry, wanted));
}

function isSamePlace(one: QueuedFile, other: QueuedFile): boolean {
  const pathOf = ({ place, folders, name }: QueuedFile) =>
    [place.theme, place.partner, place.section, ...folders, name].join('/').toLowerCase();
  return one.id !== other.id && !isSkipped(one) && pathOf(one) === pathOf(other);
}

/** It will not be sent as it is: another may have its name. */
function isSkipped({ standing, item }: QueuedFile): boolean {
  if (standing.is === 'done' || standing.is === 'cancelled') return item === undefined;
  return standing.is === 'asks' && (standing.question.is === 'refused' || standing.question.is === 'same-content');
}

function isAgreed({ agreed }: QueuedFile, question: Question['is']): boolean {
  return agreed?.includes(question) === true;
}

function nameOf(workspace: Workspace, partner: string): string {
  const rows = workspace.rows(partners);
  return (rows.state === 'ready' ? rows.rows.find((row) => row.uid === partner)?.title : undefined) ?? partner;
}
