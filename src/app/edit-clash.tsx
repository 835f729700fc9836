import type { Verdict } from '../domain/checklist/verdict.ts';
import { keepsNotPicked, saveNotPicked } from '../services/clashes.ts';
import { usePartnership } from '../session/use-partnership.ts';
import { whenWords } from '../session/when.ts';
import { ClashDialog } from '../ui/clash-dialog.tsx';
import { VerdictMark } from '../ui/verdict-mark.tsx';
import { useRows, useWorkspace } from '../workspace/hooks.ts';
import { workspaceLists } from '../workspace/schema/lists.ts';
import { isSameValue } from '../workspace/schema/mapping.ts';
import type { Clash, Edit } from '../workspace/sync/edit.ts';
import { columnTitle, describeEdit, valueWords } from './describe-edit.ts';

type Props = { readonly edit: Edit; readonly clash: Clash; readonly onDone: () => void };

/** A clash that waits in the queue, from before the page was opened anew or from another tab. */
export function EditClash({ edit, clash, onDone }: Props) {
  const workspace = useWorkspace();
  const partnership = usePartnership();
  const { title } = describeEdit(edit, partnership.state === 'ready' ? partnership : undefined);
  const row = useRowNow(edit);
  const isRemoval = edit.kind === 'remove';
  const same = Object.keys(edit.values).filter(
    (column) => !clash.columns.includes(column) && isSameValue(edit.values[column], row?.[column]),
  );
  const name = (column: string) => columnTitle(edit.list, column);
  const words = (column: string, of: Edit['values']) => valueWords(edit.list, column, of[column]);

  function settle(mine: ReadonlySet<string>): void {
    void workspace.settle(edit, isRemoval ? [...(mine.size > 0 ? clash.columns : [])] : [...mine]);
    if (!isRemoval) {
      void saveNotPicked(workspace, {
        list: edit.list,
        record: edit.uid,
        subject: title,
        fields: clash.columns.map((column) => {
          const [kept, not] = mine.has(column) ? [edit.values, clash.theirs] : [clash.theirs, edit.values];
          return {
            column,
            title: name(column),
            kept: words(column, kept),
            notKept: words(column, not),
            notKeptFrom: mine.has(column) ? clash.by : workspace.me.name,
          };
        }),
      });
    }
    onDone();
  }

  function value(column: string, of: Edit['values']) {
    const verdict = edit.list === 'assessments' && column === 'verdict';
    return (
      <>
        {verdict && <VerdictMark verdict={(of[column] ?? undefined) as Verdict | undefined} size={20} />}
        <span>{words(column, of) ?? 'Nothing written'}</span>
      </>
    );
  }

  const after = keepsNotPicked(workspace)
    ? 'What you do not pick stays in the history.'
    : 'What you do not pick is not kept after that.';
  return (
    <ClashDialog
      title={edit.list === 'assessments' ? 'Two people changed this answer' : 'Two people changed this'}
      sentence={`You and ${clash.by} changed ${title} at the same time. Pick what to keep${isRemoval ? '.' : ' for each field.'}`}
      me={{ name: workspace.me.name, when: `not saved yet, ${whenWords(edit.madeAt, workspace.clock())}` }}
      them={{ name: clash.by, when: whenWords(clash.at, workspace.clock()) }}
      fields={
        isRemoval
          ? [
              {
                key: 'removal',
                name: title,
                mine: 'Remove it',
                theirs: `Keep it, with ${listOf(clash.columns.map(name))}`,
              },
            ]
          : clash.columns.map((column) => ({
              key: column,
              name: name(column),
              mine: value(column, edit.values),
              theirs: value(column, clash.theirs),
            }))
      }
      same={same.map((column) => name(column).toLowerCase())}
      note={isRemoval ? 'Nothing is removed until you choose.' : `Both are kept until you choose. ${after}`}
      onSettle={settle}
      onLater={onDone}
    />
  );
}

function useRowNow(edit: Edit): { readonly [column: string]: unknown } | undefined {
  const list = workspaceLists.find(({ name }) => name === edit.list);
  const rows = useRows(list ?? workspaceLists[0]);
  if (rows.state !== 'ready' || list === undefined) return undefined;
  return rows.rows.find(({ uid }) => uid === edit.uid) as { readonly [column: string]: unknown } | undefined;
}

function listOf(names: readonly string[]): string {
  const lower = names.map((name) => name.toLowerCase());
  if (lower.length < 2) return `their ${lower.join('')}`;
  return `their ${lower.slice(0, -1).join(', ')} and ${lower.at(-1)}`;
}
