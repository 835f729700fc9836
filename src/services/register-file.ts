import { moves } from '../domain/evidence/state.ts';
import type { LibraryItem } from '../graph/drive.ts';
import { GraphError } from '../graph/errors.ts';
import { type Evidence, evidence } from '../workspace/schema/lists.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import { type MoveEvidence, moveEvidence } from './evidence-states.ts';
import { toFileFacts } from './file-facts.ts';

export type RegisterFile = {
  readonly item: LibraryItem;
  readonly partner: string;
  readonly theme: string;
  /** The uid of the gap that it is for. */
  readonly fills?: string | undefined;
  /** What is known of it beside the file. */
  readonly facts?: Partial<Pick<Evidence, 'title' | 'kindOf' | 'untilReview' | 'periodFrom' | 'periodTo'>> | undefined;
};

/** Makes the draft evidence row of a file that is in a partner's folder already; of each file there is one row. */
export async function registerFile(workspace: Workspace, input: RegisterFile): Promise<Evidence> {
  const { item, partner, theme, fills, facts } = input;
  const rows = rowsOf(workspace);
  const there = rows.find((row) => row.file === item.id);
  if (there) {
    if (fills === undefined ? there.owner?.id === workspace.me.id : there.uid === fills) return there;
    throw registeredAlready(there);
  }
  const gap = rows.find((row) => row.uid === fills);
  if (gap) return fillGap(workspace, gap, { file: item });
  const saved = await workspace.create(evidence, {
    uid: freeKey(item.id, rows),
    title: item.name.replace(/\.[^.]{1,10}$/, '') || item.name,
    partner,
    theme,
    state: 'draft',
    file: item.id,
    ...toFileFacts(item),
    owner: workspace.me,
    ...facts,
  });
  if (saved.outcome === 'clash') throw registeredAlready(saved.theirs);
  if (saved.outcome === 'gone') throw new GraphError('conflict', 'Somebody took it out of the register just now.');
  return saved.row;
}

/**
 * Registers a file that lay in the folder, where others see it as well. What they did with it until now is read first;
 * whoever then finds it in a gap that was filled in the same moment takes their own new row back.
 */
export async function registerFound(workspace: Workspace, input: RegisterFile): Promise<Evidence> {
  await workspace.pull();
  const before = rowsOf(workspace);
  const row = await registerFile(workspace, input);
  if (before.some(({ uid }) => uid === row.uid)) return row;
  await workspace.pull();
  const other = rowsOf(workspace).find(({ uid, file }) => file === row.file && uid !== row.uid);
  if (other === undefined) return row;
  await workspace.remove(evidence, row.uid, row);
  throw registeredAlready(other);
}

function rowsOf(workspace: Workspace): readonly Evidence[] {
  const known = workspace.rows(evidence);
  return known.state === 'ready' ? known.rows : [];
}

/** `file.01ABC`: two who register the same file write the same row. Of a row that got another file since, the next. */
function freeKey(file: string, rows: readonly Evidence[]): string {
  const taken = new Set(rows.map(({ uid }) => uid));
  let key = `file.${file}`;
  for (let number = 2; taken.has(key); number += 1) key = `file.${file}.${number}`;
  return key;
}

function registeredAlready({ uid, title, created }: Evidence): GraphError {
  const by = uid.startsWith('file.') ? `, by ${created.by}` : '';
  return new GraphError('conflict', `It is registered already${by}, as ${title}.`);
}

/**
 * Gives a gap the file that it waited for, or an item whose file is gone another one. What has no file yet can have the
 * address of one that lies elsewhere.
 */
export async function fillGap(
  workspace: Workspace,
  gap: Evidence,
  given: Pick<MoveEvidence, 'file' | 'address'>,
): Promise<Evidence> {
  const isFirst = given.address !== undefined || moves['add file'].from.includes(gap.state);
  const moved = await moveEvidence(workspace, { ...given, move: isFirst ? 'add file' : 'add new version', seen: gap });
  if (moved.outcome === 'moved') return moved.row;
  const why = moved.outcome === 'refused' ? moved.sentence : 'Somebody changed the item just now.';
  throw new GraphError('conflict', `${gap.title} did not get the file. ${why}`);
}
