import { Button } from '@fluentui/react-components';
import { formatDay } from '../../domain/calendar/day.ts';
import { isActionToConfirm, isLinkToConfirm } from '../../domain/checklist/brought.ts';
import { findMovedWords } from '../../domain/checklist/moved-words.ts';
import { standingVerdict } from '../../domain/checklist/progress.ts';
import { whyNoAction } from '../../domain/checklist/red-without-action.ts';
import { turnsRed } from '../../domain/checklist/verdict.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { Notice } from '../../ui/notice.tsx';
import { VerdictPicker } from '../../ui/verdict-picker.tsx';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';
import { AddAnswerFiles } from './add-answer-files.tsx';
import { AgreedPart } from './agreed-part.tsx';
import { type ActionFields, type AnswerFields, isActionTyped } from './answer.ts';
import { AnswerActions } from './answer-actions.tsx';
import type { AnswerView } from './answer-view.ts';
import { LinkedEvidence } from './linked-evidence.tsx';
import { MoreWords } from './more-words.tsx';
import { OwnWords } from './own-words.tsx';
import { ProgressPart } from './progress-part.tsx';
import { RedAsk } from './red-ask.tsx';
import { Standing } from './standing.tsx';
import type { Answer } from './use-answer.ts';
import type { AnswerSteps } from './use-answer-steps.tsx';

type Props = {
  readonly partnership: Partnership;
  readonly prompt: Prompt;
  readonly partner: Partner;
  readonly answer: Answer;
  readonly steps: AnswerSteps;
  readonly view: AnswerView;
};

/** What stands, what is typed, and what belongs to it: from the verdict down to the actions. */
export function AnswerBody({ partnership, prompt, partner, answer, steps, view }: Props) {
  const { draft, row, isSending } = answer;
  const { people, actions, whyNotRate, whyNotAgree, mayRate, mayDo, mayFinish, chosen, asksAction, href, today } = view;
  const setFields = (change: Partial<AnswerFields>) =>
    answer.change({ ...draft, fields: { ...draft.fields, ...change } });
  const empty: ActionFields = { title: '', owner: draft.fields.owner, dueOn: undefined };
  const setAction = (fields: ActionFields | undefined) =>
    answer.change({ ...draft, action: fields && { ...fields, uid: draft.action?.uid ?? crypto.randomUUID() } });

  const moved = findMovedWords({ prompt, agreedAt: row?.agreedAt });

  const { assessments, links } = partnership;
  const cell = { prompt: prompt.uid, partner: partner.uid, code: prompt.code };
  const toConfirm = new Set(
    draft.linked.filter((uid) => isLinkToConfirm({ ...cell, evidence: uid }, assessments, links)),
  );
  const unconfirmed = actions.filter((action) => isActionToConfirm(action, assessments)).length;

  return (
    <>
      {row?.broughtForward !== undefined && (
        <Notice
          kind="info"
          lead={`Brought forward from ${themeName(partnership, row.broughtForward)}.`}
          actions={
            mayRate && (
              <Button size="small" disabledFocusable={isSending} onClick={() => steps.save()}>
                Confirm
              </Button>
            )
          }
        >
          Confirm it if it still holds, or change it and save.{broughtWords(toConfirm.size, unconfirmed)}
        </Notice>
      )}
      <Standing
        partner={partner}
        row={row}
        onTell={mayRate ? () => void answer.tell() : undefined}
        mayTell={row?.verdict !== undefined && !answer.isUnsaved && !answer.isTelling}
      />
      {moved !== undefined && (
        <Notice
          kind="warning"
          lead={`The words of this prompt changed on ${formatDay(moved.on)}, after it was agreed.`}
        >
          It was agreed on these: {moved.before}
        </Notice>
      )}
      {mayRate ? (
        <VerdictPicker
          label="Verdict"
          value={draft.fields.verdict}
          disabled={isSending}
          onChange={(verdict) => setFields({ verdict })}
        />
      ) : (
        // Whoever may agree it has something to do here, and is told so beside the buttons.
        whyNotAgree !== undefined && <Notice kind="info">{whyNotRate}</Notice>
      )}
      {mayDo && row?.verdict !== undefined && (
        <AgreedPart
          whyNot={whyNotAgree}
          chosen={chosen}
          isSending={isSending}
          onChoose={(verdict) => answer.change({ ...draft, problem: undefined, agreeing: { verdict, seen: row } })}
        />
      )}
      {asksAction && (
        <RedAsk
          action={draft.action ?? empty}
          people={people}
          fault={steps.actionFault}
          isReadOnly={isSending}
          isNews={turnsRed(standingVerdict(row), 'red')}
          onAction={(fields) =>
            setAction(fields.owner?.id !== empty.owner?.id || isActionTyped(fields) ? fields : undefined)
          }
          why={{
            text: draft.fields.noActionReason,
            onChange: (noActionReason) => setFields({ noActionReason }),
          }}
        />
      )}
      <ProgressPart
        fields={draft.fields}
        today={today}
        people={people}
        mayChange={mayRate}
        isSending={isSending}
        onChange={setFields}
        onMove={(progress) => steps.save({ ...draft, fields: { ...draft.fields, progress } })}
      />
      <OwnWords fields={draft.fields} mayChange={mayRate} isReadOnly={isSending} onChange={setFields} />
      <MoreWords fields={draft.fields} mayChange={mayRate} isReadOnly={isSending} onChange={setFields} />
      <AddAnswerFiles partner={partner} prompt={prompt}>
        <LinkedEvidence
          partner={partner}
          partners={partnership.partners}
          evidence={partnership.evidence}
          linked={draft.linked}
          toConfirm={toConfirm}
          mayChange={mayRate && !isSending}
          onChange={(linked) => answer.change({ ...draft, linked })}
        />
      </AddAnswerFiles>
      <AnswerActions
        actions={actions}
        answers={partnership.assessments}
        people={people}
        mayChange={mayFinish}
        href={href}
        whyNone={asksAction ? undefined : whyNoAction(row, actions.length > 0)}
        {...(mayDo &&
          !asksAction && {
            adding: {
              fields: draft.action,
              fault: steps.actionFault,
              isSending,
              onBegin: () => setAction(empty),
              onChange: setAction,
              onSave: steps.addAction,
              onGiveUp: () => setAction(undefined),
            },
          })}
      />
    </>
  );
}

/** ` With it go 2 documents and 1 action.` */
function broughtWords(documents: number, actions: number): string {
  if (documents + actions === 0) return '';
  const parts = [
    documents === 0 ? [] : documents === 1 ? '1 document' : `${documents} documents`,
    actions === 0 ? [] : actions === 1 ? '1 action' : `${actions} actions`,
  ];
  return ` With it ${documents + actions === 1 ? 'goes' : 'go'} ${parts.flat().join(' and ')}.`;
}

function themeName({ themes }: Pick<Partnership, 'themes'>, uid: string): string {
  const theme = themes.find((one) => one.uid === uid);
  return theme === undefined ? 'an earlier theme' : `${theme.title} ${theme.year}`;
}
