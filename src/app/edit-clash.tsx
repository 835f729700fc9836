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

/** The key of the one question about what the change rests on. */
const RESTS = '?';

type Props = { readonly edit: Edit; readonly clash: Clash; readonly onDone: () => void };

/** A clash that waits in the queue, from before the page was opened anew or from another tab. */
export function EditClash({ edit, clash, onDone }: Props) {
  const workspace = useWorkspace();
  const partnership = usePartnership();
  const { title } = describeEdit(edit, partnership.state === 'ready' ? partnership : undefined);
  const row = useRowNow(edit);
  const isRemoval = edit.kind === 'remove';
  // What my change only rests on is not mine to set: it goes through beside it, or is given up.
  const rests = isRemoval ? [] : clash.columns.filter((column) => !(column in edit.values));
  const both = clash.columns.filter((column) => !rests.includes(column));
  const same = Object.keys(edit.values).filter(
    (column) => !clash.columns.includes(column) && isSameValue(edit.values[column], row?.[column]),
  );
  const name = (column: string) => columnTitle(edit.list, column);
  const words = (column: string, of: Edit['values']) => valueWords(edit.list, column, of[column]);

  function settle(picked: ReadonlySet<string>): void {
    const mine = new Set(both.filter((column) => picked.has(column)));
    if (rests.length > 0 && !picked.has(RESTS)) void workspace.discard(edit);
    else void workspace.settle(edit, isRemoval && picked.size > 0 ? [...clash.columns] : [...mine]);
    if (!isRemoval && both.length > 0) {
      void saveNotPicked(workspace, {
        list: edit.list,
        record: edit.uid,
        subject: title,
        fields: both.map((column) => {
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
          : [
              ...(rests.length === 0
                ? []
                : [
                    {
                      key: RESTS,
                      name: Object.keys(edit.values).map(name).join(', '),
                      mine: `Save it all the same: ${Object.keys(edit.values)
                        .flatMap((column) => words(column, edit.values) ?? [])
                        .join(', ')}`,
                      theirs: `Give mine up. ${rests.map((column) => `${name(column)} is now ${words(column, clash.theirs) ?? 'empty'}`).join(', ')}`,
                    },
                  ]),
              ...both.map((column) => ({
                key: column,
                name: name(column),
                mine: value(column, edit.values),
                theirs: value(column, clash.theirs),
              })),
            ]
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
