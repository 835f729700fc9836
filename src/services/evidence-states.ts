import { whyTooPrivate } from '../domain/alerts/privacy-check.ts';
import { findFile, standingOf } from '../domain/evidence/standing.ts';
import { BROUGHT_IT, type EvidenceState, type Move, mayMove, needsReason } from '../domain/evidence/state.ts';
import { type Membership, membershipsOf } from '../domain/roles.ts';
import { getItem, type LibraryItem } from '../graph/drive.ts';
import { GraphError, isGraphError } from '../graph/errors.ts';
import type { PatchOf } from '../workspace/schema/define-list.ts';
import { type Evidence, evidence, people } from '../workspace/schema/lists.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import { toFileFacts } from './file-facts.ts';
import { readBack } from './read-back.ts';

export type MoveEvidence = {
  /** The row as the person saw it when they decided. */
  readonly seen: Evidence;
  readonly move: Move;
  /** Why it is returned. */
  readonly reason?: string | undefined;
  /** For a first file and for a new version: the file itself. For an approval: the file that the checker looked at. */
  readonly file?: LibraryItem | undefined;
  /** In place of a first file: the address of one outside the library, which stays where it is. */
  readonly address?: string | undefined;
  /** Bytes that have been read back, while an approval reads the file. */
  readonly onRead?: ((bytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

export type MoveOutcome =
  /** `isKept`: on this device and on its way; Microsoft 365 does not have it yet. */
  | { readonly outcome: 'moved'; readonly row: Evidence; readonly isKept: boolean }
  /** Somebody changed the item since it was seen: look at it again. Nothing was written. */
  | { readonly outcome: 'clash'; readonly theirs: Evidence }
  /** The rules or the file itself say no; nothing was written. */
  | { readonly outcome: 'refused'; readonly sentence: string }
  | { readonly outcome: 'gone' };

type Patch = PatchOf<typeof evidence>;
type Decided = { readonly patch: Patch } | { readonly refused: string };

/** What a decision about an item rests on: another value of any of these makes it a decision about something else. */
const LOOKED_AT = [
  'title',
  'partner',
  'state',
  'file',
  'address',
  'fingerprint',
  'periodFrom',
  'periodTo',
  'documentOn',
  'reviewBy',
  'kindOf',
  'untilReview',
  'marking',
  'submittedAt',
  'approvedAt',
] as const satisfies readonly (keyof Patch)[];

/** Moves an item: the rule of `domain/evidence/state.ts`, then state and stamps in one save that clashes if the item has changed. */
export async function moveEvidence(workspace: Workspace, input: MoveEvidence): Promise<MoveOutcome> {
  const { seen, move } = input;
  const answer = mayMove(move, { ...seen, state: stateBefore(workspace, input) }, moverOf(workspace));
  if (!answer.allowed) return { outcome: 'refused', sentence: answer.why };
  if (needsReason(move) && !input.reason?.trim())
    return { outcome: 'refused', sentence: 'Say what would make it right.' };
  const tooPrivate = needsReason(move) ? whyTooPrivate(input.reason ?? '', 'A reason') : undefined;
  if (tooPrivate !== undefined) return { outcome: 'refused', sentence: tooPrivate };
  const decided = await decide(workspace, input, answer.to);
  if ('refused' in decided) return { outcome: 'refused', sentence: decided.refused };
  const saved = await workspace.save(evidence, seen.uid, decided.patch, seen, LOOKED_AT);
  if (saved.outcome === 'clash') {
    // Their row may name a file that the library has not been read for.
    void workspace.pull();
    return { outcome: 'clash', theirs: saved.theirs };
  }
  if (saved.outcome === 'gone') return { outcome: 'gone' };
  return { outcome: 'moved', row: saved.row, isKept: saved.outcome === 'kept' };
}

/** What counts before the move: an approved file that was changed in SharePoint waits for a check again. */
function stateBefore(workspace: Workspace, { seen, move }: MoveEvidence): EvidenceState {
  const isOwnWord = move === 'add new version' || move === 'expire' || move === 'bring back';
  return isOwnWord ? seen.state : standingOf(seen, fileOf(workspace, seen)).state;
}

/** The file as the library was last read; `null` if it is not there, undefined while that is not known. */
export function fileOf(workspace: Workspace, { file }: Pick<Evidence, 'file'>): LibraryItem | null | undefined {
  const files = workspace.files();
  return findFile(files.state === 'ready' ? files : undefined, file);
}

async function decide(workspace: Workspace, input: MoveEvidence, to: EvidenceState): Promise<Decided> {
  const { seen, move } = input;
  const me = { by: workspace.me, at: workspace.clock() };
  switch (move) {
    case 'approve':
      return approve(workspace, input);
    case 'return':
      return { patch: { state: to, returnReason: input.reason?.trim() ?? null } };
    case 'submit':
    case 'add new version': {
      if (seen.address !== undefined && seen.file === undefined) {
        return { patch: { state: to, submittedBy: me.by, submittedAt: me.at, returnReason: null } };
      }
      const file = input.file ?? (await getFile(workspace, seen));
      if (file === null) return { refused: 'There is no file to check. Add it first.' };
      const isOther = file.id !== seen.file;
      if (isOther && (await hasFile(workspace, seen))) return { refused: HAS_FILE };
      return {
        patch: {
          state: to,
          ...(isOther ? toOtherFile(file) : toFileFacts(file)),
          submittedBy: me.by,
          submittedAt: me.at,
          returnReason: null,
        },
      };
    }
    case 'add file':
      if (!input.file && !input.address) return { refused: 'There is no file yet. Add it first.' };
      if (await hasFile(workspace, seen)) return { refused: HAS_FILE };
      if (input.file) return { patch: { state: to, ...toOtherFile(input.file) } };
      return { patch: { state: to, ...noFile, address: toAddress(input.address ?? '', seen.title) } };
    case 'take file away':
      return { patch: { state: to, ...noFile, returnReason: null } };
    default:
      return { patch: { state: to } };
  }
}

const HAS_FILE = 'It has a file already. Send a new version of that one.';

/** Whether the item has a file. That it is gone is believed only of Microsoft 365 itself: it may be somebody else's, a moment old. */
async function hasFile(workspace: Workspace, seen: Evidence): Promise<boolean> {
  if (seen.file === undefined) return false;
  if (seen.drive !== undefined || fileOf(workspace, seen) !== null) return true;
  const file = await getFile(workspace, seen);
  if (file) workspace.putFile(file);
  return file !== null;
}

/** Another file than before: nothing of the one before stays. */
function toOtherFile(file: LibraryItem): Patch {
  return { fingerprint: null, folder: null, address: null, drive: null, ...toFileFacts(file), file: file.id };
}

/** What an approval holds of the bytes that were read back, or why it cannot be given. */
async function approve(workspace: Workspace, { seen, file: looked, onRead, signal }: MoveEvidence): Promise<Decided> {
  const stamps = { approvedBy: workspace.me, approvedAt: workspace.clock() };
  if (seen.file === undefined) {
    if (seen.address === undefined) return { refused: 'There is no file to approve.' };
    // What lies outside the library cannot be read back: the approval holds no version and no hash, and says so.
    const unknown = { approvedVersion: null, approvedSha256: null, approvedFingerprint: null };
    return { patch: { state: 'approved', returnReason: null, ...unknown, ...stamps } };
  }
  const drive = seen.drive ?? workspace.info.drive;
  const reading = await readBack(workspace.graph, { drive, item: seen.file, looked, onRead, signal });
  if ('refused' in reading) {
    void workspace.pull();
    return reading;
  }
  const { file, version, sha256 } = reading;
  // The bytes that were submitted may be anybody's; those that came after are a new version, brought by somebody.
  const isNewer = seen.fingerprint !== undefined && file.hash !== undefined && seen.fingerprint !== file.hash;
  if (isNewer && version.by.id === workspace.me.id) {
    return { refused: BROUGHT_IT };
  }
  return {
    patch: {
      state: 'approved',
      ...toFileFacts(file, seen.drive),
      returnReason: null,
      ...stamps,
      approvedVersion: version.id,
      approvedSha256: sha256 ?? null,
      approvedFingerprint: file.hash ?? null,
    },
  };
}

const noFile: Patch = {
  file: null,
  fileName: null,
  size: null,
  drive: null,
  address: null,
  folder: null,
  fingerprint: null,
};

/** An address as the register holds it, with the words that stand for it. */
export function toAddress(url: string, title: string): NonNullable<Evidence['address']> {
  return { url, text: title.slice(0, 255) };
}

/** The file as it is now, or as it was last read where Microsoft 365 cannot be reached; `null` if there is none. */
async function getFile(workspace: Workspace, seen: Evidence): Promise<LibraryItem | null> {
  if (seen.file === undefined) return null;
  try {
    return await getItem(workspace.graph, seen.drive ?? workspace.info.drive, seen.file);
  } catch (error) {
    if (isGraphError(error, 'not-found')) return null;
    const known = isGraphError(error, 'offline', 'unreachable', 'throttled') ? fileOf(workspace, seen) : undefined;
    if (known) return known;
    throw error;
  }
}

function moverOf(workspace: Workspace) {
  const rows = workspace.rows(people);
  if (rows.state !== 'ready') throw new GraphError('unreachable', 'The list of people has not been read yet.');
  const { id } = workspace.me;
  return { id, memberships: membershipsOf(id, rows.rows as readonly Membership[]) };
}
