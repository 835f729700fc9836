import { formatDay, isDay } from '../../domain/calendar/day.ts';
import { keepsNotPicked, saveNotPicked } from '../../services/clashes.ts';
import { whenWords } from '../../session/when.ts';
import { ClashDialog } from '../../ui/clash-dialog.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { evidence, type Partner, type Person } from '../../workspace/schema/lists.ts';
import {
  type ItemColumn,
  type ItemDraft,
  type ItemFields,
  type ItemProblem,
  itemColumns,
  toItemFields,
} from './item-fields.ts';

type Props = {
  readonly draft: ItemDraft;
  readonly clash: Extract<ItemProblem, { kind: 'clash' }>;
  readonly partners: readonly Partner[];
  readonly people: readonly Person[];
  readonly onSettle: (keepMine: ReadonlySet<string>) => void;
  readonly onLater: () => void;
};

/** Two people changed the facts of one item: both values of each field that differs, and a choice. */
export function ItemClash({ draft, clash, partners, people, onSettle, onLater }: Props) {
  const workspace = useWorkspace();
  const { theirs, columns, at } = clash;
  const there = toItemFields(theirs);
  const who = theirs.changed.by;
  const words = (column: ItemColumn, of: ItemFields) => wordsOf(column, of, partners, people);
  const same = (Object.keys(itemColumns) as ItemColumn[]).filter((column) => draft.fields[column] === there[column]);

  function settle(keepMine: ReadonlySet<string>) {
    onSettle(keepMine);
    void saveNotPicked(workspace, {
      list: evidence.name,
      record: theirs.uid,
      subject: theirs.title,
      fields: columns.map((column) => {
        const isMine = keepMine.has(column);
        const [kept, notKept] = isMine ? [draft.fields, there] : [there, draft.fields];
        return {
          column,
          title: itemColumns[column],
          kept: words(column, kept),
          notKept: words(column, notKept),
          notKeptFrom: isMine ? who : workspace.me.name,
        };
      }),
    });
  }

  const after = keepsNotPicked(workspace)
    ? 'What you do not pick stays in the history.'
    : 'What you do not pick is not kept after that.';
  return (
    <ClashDialog
      title="Two people changed this item"
      sentence={`You and ${who} changed ${theirs.title} at the same time. Pick what to keep for each field.`}
      me={{ name: workspace.me.name, when: `not saved yet, ${whenWords(at, workspace.clock())}` }}
      them={{ name: who, when: whenWords(theirs.changed.at, workspace.clock()) }}
      fields={columns.map((column) => ({
        key: column,
        name: itemColumns[column],
        mine: words(column, draft.fields),
        theirs: words(column, there),
      }))}
      same={same.map((column) => itemColumns[column].toLowerCase())}
      note={`Both are kept until you choose. ${after}`}
      onSettle={settle}
      onLater={onLater}
    />
  );
}

function wordsOf(
  column: ItemColumn,
  fields: ItemFields,
  partners: readonly Partner[],
  people: readonly Person[],
): string {
  const value = fields[column];
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (value === '') return 'Nothing given';
  if (column === 'partner') return partners.find((partner) => partner.uid === value)?.title ?? value;
  if (column === 'owner') return people.find((line) => line.person?.id === value)?.person?.name ?? 'Somebody else';
  if (value === 'not marked') return 'Not marked';
  return isDay(value) ? formatDay(value) : value;
}
