import { columnsKept, isOneQuestion } from '../domain/checklist/settle-answer.ts';
import type { Verdict } from '../domain/checklist/verdict.ts';
import { keepsNotPicked, saveNotPicked, settleEdit } from '../services/clashes.ts';
import { usePartnership } from '../session/use-partnership.ts';
import { whenWords } from '../session/when.ts';
import { ClashDialog } from '../ui/clash-dialog.tsx';
import { VerdictMark } from '../ui/verdict-mark.tsx';
import { useWorkspace } from '../workspace/hooks.ts';
import { isSameValue } from '../workspace/schema/mapping.ts';
import type { Clash, Edit } from '../workspace/sync/edit.ts';
import { columnTitle, describeEdit, isOfPerson, joinWords, valueWords } from './describe-edit.ts';

/** The key of the one question about what the change rests on. */
const RESTS = '?';

type Props = { readonly edit: Edit; readonly clash: Clash; readonly onDone: () => void };

/** A clash that waits in the queue, from before the page was opened anew or from another tab. */
export function EditClash({ edit, clash, onDone }: Props) {
  const workspace = useWorkspace();
  const partnership = usePartnership();
  const { title } = describeEdit(edit, partnership.state === 'ready' ? partnership : undefined);
  const isRemoval = edit.kind === 'remove';
  // What an earlier version kept of a clash lacks the columns that did not clash: they were as I saw them.
  const theirs = { ...edit.seen, ...clash.theirs };
  // What my change only rests on is not mine to set: it goes through beside it, or is given up.
  const rests = isRemoval ? [] : clash.columns.filter((column) => !(column in edit.values));
  const clashing = clash.columns.filter((column) => !rests.includes(column));
  // An agreement does not hold under another own verdict: verdict, its words and progress are one question.
  const isOne = edit.list === 'assessments' && !isRemoval && isOneQuestion(edit, clash.columns, theirs);
  const kept = (mine: readonly string[]) => columnsKept(edit, clash.columns, mine, theirs);
  const joined = isOne ? kept(['verdict']).filter((column) => !kept([]).includes(column)) : [];
  const both = isOne ? ['verdict', ...clashing.filter((column) => !joined.includes(column))] : clashing;
  const same = Object.keys(edit.values).filter(
    (column) =>
      !clash.columns.includes(column) &&
      isOfPerson(edit.list, column) &&
      isSameValue(edit.values[column], theirs[column]),
  );
  const name = (column: string) => columnTitle(edit.list, column);
  const words = (column: string, of: Edit['values']) => valueWords(edit.list, column, of[column]);
  const columnsOf = (key: string) => (isOne && key === 'verdict' ? joined : [key]);

  function settle(picked: ReadonlySet<string>): void {
    const mine = both.filter((column) => picked.has(column));
    if (rests.length > 0 && !picked.has(RESTS)) void workspace.discard(edit);
    else void settleEdit(workspace, edit, isRemoval && picked.size > 0 ? [...clash.columns] : mine);
    if (!isRemoval && both.length > 0) {
      const won = mine.flatMap(columnsOf);
      void saveNotPicked(workspace, {
        list: edit.list,
        record: edit.uid,
        subject: title,
        fields: both.flatMap(columnsOf).map((column) => {
          const isMine = won.includes(column);
          const [taken, left] = isMine ? [edit.values, theirs] : [theirs, edit.values];
          return {
            column,
            title: name(column),
            kept: words(column, taken),
            notKept: words(column, left),
            notKeptFrom: isMine ? clash.by : workspace.me.name,
          };
        }),
      });
    }
    onDone();
  }

  function value(key: string, of: Edit['values']) {
    const verdict = edit.list === 'assessments' && key === 'verdict';
    const said = columnsOf(key).flatMap((column) => words(column, of) ?? []);
    return (
      <>
        {verdict && <VerdictMark verdict={(of[key] ?? undefined) as Verdict | undefined} size={20} />}
        <span>{joinWords(said) || 'Nothing written'}</span>
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
              ...both.map((key) => ({
                key,
                name: columnsOf(key).map(name).join(', '),
                mine: value(key, edit.values),
                theirs: value(key, theirs),
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

function listOf(names: readonly string[]): string {
  const lower = names.map((name) => name.toLowerCase());
  if (lower.length < 2) return `their ${lower.join('')}`;
  return `their ${lower.slice(0, -1).join(', ')} and ${lower.at(-1)}`;
}
