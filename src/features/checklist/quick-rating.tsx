import { Button, mergeClasses } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { type Verdict, verdictName } from '../../domain/checklist/verdict.ts';
import type { RatingStep } from '../../services/undo-rating.ts';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { keepUnder } from '../../ui/popover-chip.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { VerdictPicker } from '../../ui/verdict-picker.tsx';
import type { Partner, Prompt, Theme } from '../../workspace/schema/lists.ts';
import { beginWord, focusEnd } from './after-reason.ts';
import { isActionTyped } from './answer.ts';
import { AnswerNews } from './answer-news.tsx';
import { AnswerQuestion } from './answer-question.tsx';
import { peopleOf } from './people-of.ts';
import { useQuickRatingStyles } from './quick-rating-styles.ts';
import { QuickRed } from './quick-red.tsx';
import { useAnswer } from './use-answer.ts';
import { useAnswerSteps } from './use-answer-steps.tsx';
import { WordsField } from './words-field.tsx';

type Props = {
  readonly partnership: Partnership;
  readonly subject: { readonly theme: Theme; readonly prompt: Prompt; readonly partner: Partner };
  /** The one whose key was pressed; missing where a press only asks for one. */
  readonly verdict: Verdict | undefined;
  readonly onSaved: (step: readonly RatingStep[]) => void;
  readonly onClose: () => void;
};

/** A verdict at the cell or row itself, with its reason asked at once. It shares its draft with the panel. */
export function QuickRating({ partnership, subject, verdict, onSaved, onClose }: Props) {
  const styles = useQuickRatingStyles();
  const { open } = useSession();
  const announce = useAnnounce();
  const answer = useAnswer(partnership, subject);
  const { draft } = answer;
  const { prompt, partner } = subject;
  const key = assessmentKey(prompt.uid, partner.uid);
  const name = `${prompt.code}, ${partner.title}`;
  const hasAction = partnership.actions.some((each) => each.prompt === prompt.uid && each.partner === partner.uid);
  const steps = useAnswerSteps(answer, hasAction);
  const people = useMemo(() => peopleOf(partnership.people), [partnership.people]);
  const isNarrow = useWidth() === 'narrow';
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [presses, setPresses] = useState(0);
  const [before] = useState({ draft, isUnsaved: answer.isUnsaved });
  const clash = draft.problem?.kind === 'clash' ? draft.problem : undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with the key that opened it
  useEffect(() => {
    if (verdict !== undefined) answer.change({ ...draft, fields: { ...draft.fields, verdict } });
  }, []);

  useLayoutEffect(() => {
    const box = dialog.current;
    const cell = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (box === null || clash !== undefined) return undefined;
    if (!box.open) box.showModal();
    // With a key the verdict is given and its reason comes next; otherwise the verdict comes first.
    if (verdict === undefined) focusVerdict(box);
    else focusEnd(box.querySelector('textarea'));
    // A red asks for more, and what it asks for must stay in the frame.
    return isNarrow || cell === null ? undefined : keepUnder(box, cell);
  }, [key, clash, verdict, isNarrow]);

  useEffect(() => {
    const area = clash === undefined ? dialog.current?.querySelector('textarea') : undefined;
    return area ? beginWord(area, before.draft.fields.reason) : undefined;
  }, [clash, before]);

  // Saved: what was typed is with Microsoft 365, or on its way, and the cell shows it.
  const isSaved = answer.news !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it has been saved
  useEffect(() => {
    if (!isSaved) return;
    if (answer.news?.step !== undefined) onSaved([answer.news.step]);
    onClose();
  }, [isSaved]);

  // A phone has no room for what is asked beside what is typed: it stands among it, and is brought into sight.
  const isAsked = steps.notice !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each press, and with what became of it
  useEffect(() => {
    if (isNarrow && body.current !== null && (isAsked || draft.problem !== undefined)) showAsked(body.current);
  }, [presses, draft.problem, isNarrow]);

  function save(): void {
    steps.save();
    setPresses(presses + 1);
  }

  function leave(): void {
    const { fields, action } = draft;
    const was = before.draft.fields;
    const isTyped =
      before.isUnsaved ||
      isActionTyped(action) ||
      fields.verdict !== (verdict ?? was.verdict) ||
      fields.reason !== was.reason ||
      fields.noActionReason !== was.noActionReason;
    // Only a key was pressed: that is taken back with it. What was typed stays, as in the panel.
    if (!isTyped && draft.problem === undefined) answer.giveUp();
    else announce(`Not saved yet. Your words are kept with ${name}.`);
    onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!answer.isSending) save();
  }

  if (clash !== undefined) return <AnswerQuestion answer={answer} clash={clash} onClose={onClose} />;
  const news = (
    <AnswerNews
      problem={draft.problem}
      news={undefined}
      ask={steps.notice}
      onSaveAgain={save}
      onTellAgain={() => undefined}
      onGiveUp={() => {
        answer.giveUp();
        onClose();
      }}
    />
  );
  return (
    <dialog
      ref={dialog}
      aria-label={`Verdict of ${name}`}
      className={mergeClasses(styles.box, isNarrow && styles.full)}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <p className={styles.title}>
        {name} <span className={styles.text}>{prompt.title}</span>
      </p>
      <div ref={body} className={styles.body}>
        <VerdictPicker
          label="Verdict"
          value={draft.fields.verdict}
          disabled={answer.isSending}
          onChange={(chosen) => answer.change({ ...draft, fields: { ...draft.fields, verdict: chosen } })}
        />
        <WordsField
          label="Reason"
          hint="What you see in practice. No names of children."
          rows={3}
          text={draft.fields.reason}
          isReadOnly={answer.isSending}
          onChange={(reason) => answer.change({ ...draft, fields: { ...draft.fields, reason } })}
        />
        {draft.fields.verdict === 'red' && !hasAction && (
          <QuickRed answer={answer} people={people} fault={steps.actionFault} />
        )}
        {isNarrow && news}
      </div>
      {!isNarrow && news}
      <div className={styles.foot}>
        <Button appearance="primary" disabledFocusable={answer.isSending} onClick={save}>
          {answer.isSending ? 'Saving' : saveWords(draft.fields.verdict)}
        </Button>
        <Button onClick={leave}>Close</Button>
        <Button
          appearance="subtle"
          onClick={() => {
            onClose();
            open({ screen: 'checklist', assessment: key });
          }}
        >
          Open the whole answer
        </Button>
      </div>
    </dialog>
  );
}

function saveWords(verdict: Verdict | undefined): string {
  return verdict === undefined ? 'Save' : `Save ${verdictName(verdict).toLowerCase()}`;
}

function focusVerdict(box: HTMLElement): void {
  const radio = box.querySelector<HTMLElement>('input:checked') ?? box.querySelector<HTMLElement>('input');
  radio?.focus();
}

/** The field that is at fault, or else what a red asks for, or else the news. */
function showAsked(body: HTMLElement): void {
  const fault = body.querySelector('[aria-invalid="true"]');
  if (fault !== null) fault.scrollIntoView({ block: 'center' });
  else (body.querySelector('section') ?? body.lastElementChild)?.scrollIntoView();
}
