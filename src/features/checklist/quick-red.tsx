import { standingVerdict } from '../../domain/checklist/progress.ts';
import { turnsRed } from '../../domain/checklist/verdict.ts';
import type { PersonRef } from '../../workspace/schema/define-list.ts';
import { type ActionFields, isActionTyped } from './answer.ts';
import { RedAsk } from './red-ask.tsx';
import type { Answer } from './use-answer.ts';

type Props = {
  readonly answer: Answer;
  readonly people: readonly PersonRef[];
  readonly fault: string | undefined;
};

const empty: ActionFields = { title: '', owner: undefined, dueOn: undefined };

/** What a red asks for, at the cell: the same draft, so that the panel goes on where this stops. */
export function QuickRed({ answer, people, fault }: Props) {
  const { draft } = answer;
  return (
    <RedAsk
      action={draft.action ?? empty}
      people={people}
      fault={fault}
      isReadOnly={answer.isSending}
      isNews={turnsRed(standingVerdict(answer.row), 'red')}
      onAction={(fields) => {
        const uid = draft.action?.uid ?? crypto.randomUUID();
        answer.change({
          ...draft,
          action: fields.owner !== undefined || isActionTyped(fields) ? { ...fields, uid } : undefined,
        });
      }}
      why={{
        text: draft.fields.noActionReason,
        onChange: (noActionReason) => answer.change({ ...draft, fields: { ...draft.fields, noActionReason } }),
      }}
    />
  );
}
