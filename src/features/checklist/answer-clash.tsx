import { type Verdict, verdictName } from '../../domain/checklist/verdict.ts';
import { keepsNotPicked, saveNotPicked } from '../../services/clashes.ts';
import { whenWords } from '../../session/when.ts';
import { ClashDialog } from '../../ui/clash-dialog.tsx';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { type Assessment, assessments } from '../../workspace/schema/lists.ts';
import { type AnswerDraft, type AnswerFields, type Column, toDifferences, toSameColumns } from './answer.ts';
import { columnName, fieldWords } from './answer-words.ts';

type Props = {
  readonly subject: string;
  readonly mine: Pick<AnswerDraft, 'fields' | 'seen'>;
  /** When I pressed Save; ISO 8601. */
  readonly at: string;
  readonly theirs: Assessment;
  /** With the columns of which my value is kept. */
  readonly onSettle: (keepMine: ReadonlySet<Column>) => void;
  readonly onLater: () => void;
};

/** Two people changed one answer. */
export function AnswerClash({ subject, mine, at, theirs, onSettle, onLater }: Props) {
  const workspace = useWorkspace();
  const fields = toDifferences(mine, theirs);
  const who = theirs.changed.by;

  function settle(picked: ReadonlySet<string>): void {
    const keepMine = new Set(fields.map(({ column }) => column).filter((column) => picked.has(column)));
    onSettle(keepMine);
    void saveNotPicked(workspace, {
      list: assessments.name,
      record: theirs.uid,
      subject,
      fields: fields.map((field) => {
        const [kept, notKept] = keepMine.has(field.column) ? [field.mine, field.theirs] : [field.theirs, field.mine];
        return {
          column: field.column,
          title: columnName(field.column),
          kept: kept && fieldWords(field.column, kept),
          notKept: notKept && fieldWords(field.column, notKept),
          notKeptFrom: keepMine.has(field.column) ? who : workspace.me.name,
        };
      }),
    });
  }

  return (
    <ClashDialog
      title="Two people changed this answer"
      sentence={`You and ${who} changed ${subject}, at the same time. Pick what to keep for each field.${agreedWords(mine, theirs)}`}
      me={{ name: workspace.me.name, when: `not saved yet, ${whenWords(at, workspace.clock())}` }}
      them={{ name: who, when: whenWords(theirs.changed.at, workspace.clock()) }}
      fields={fields.map(({ column, ...values }) => ({
        key: column,
        name: columnName(column),
        mine: toValue(column, values.mine),
        theirs: toValue(column, values.theirs),
      }))}
      same={toSameColumns(mine, theirs).map((column) => columnName(column).toLowerCase())}
      note={notPickedNote(keepsNotPicked(workspace))}
      onSettle={settle}
      onLater={onLater}
    />
  );
}

function notPickedNote(isKept: boolean): string {
  const after = isKept ? 'What you do not pick stays in the history.' : 'What you do not pick is not kept after that.';
  return `Both are kept until you choose. ${after}`;
}

/** Somebody agreed the answer while it was being changed: what that means for it. */
function agreedWords({ seen }: Props['mine'], { progress, agreedVerdict }: Assessment): string {
  if (progress !== 'agreed' || seen?.progress === 'agreed') return '';
  const agreed = verdictName(agreedVerdict).toLowerCase();
  return ` It was agreed as ${agreed} meanwhile; with another verdict it goes back to in progress.`;
}

function toValue(column: Column, value: AnswerFields[Column]) {
  return (
    <>
      {column === 'verdict' && <VerdictMark verdict={value as Verdict | undefined} size={20} />}
      <span>{fieldWords(column, value) || 'Nothing written'}</span>
    </>
  );
}
