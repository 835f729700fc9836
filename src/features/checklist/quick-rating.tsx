import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type KeyboardEvent, lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { type Verdict, verdictName } from '../../domain/checklist/verdict.ts';
import type { RatingStep } from '../../services/undo-rating.ts';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { placeUnder } from '../../ui/popover-chip.tsx';
import { VerdictPicker } from '../../ui/verdict-picker.tsx';
import type { Partner, Prompt, Theme } from '../../workspace/schema/lists.ts';
import { isActionTyped, settleClash } from './answer.ts';
import { AnswerNews } from './answer-news.tsx';
import { peopleOf } from './people-of.ts';
import { QuickRed } from './quick-red.tsx';
import { useAnswer } from './use-answer.ts';
import { useAnswerSteps } from './use-answer-steps.tsx';
import { WordsField } from './words-field.tsx';

const AnswerClash = lazy(async () => ({ default: (await import('./answer-clash.tsx')).AnswerClash }));

const useStyles = makeStyles({
  box: {
    position: 'fixed',
    margin: 0,
    inset: 'auto',
    boxSizing: 'border-box',
    width: '440px',
    maxWidth: 'calc(100vw - 16px)',
    maxHeight: 'calc(100vh - 16px)',
    // The body scrolls; what saves stays in sight. Only a frame lower than the foot scrolls the whole.
    overflowY: 'auto',
    padding: tokens.spacingVerticalL,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow28,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    '&[open]': { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
    '&::backdrop': { backgroundColor: 'transparent' },
  },
  body: {
    flexGrow: 1,
    flexShrink: 1,
    minHeight: '96px',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    // Room for the focus ring of what is inside.
    margin: '0 -4px',
    padding: '0 4px 4px',
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  text: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  foot: { flexShrink: 0, display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Props = {
  readonly partnership: Partnership;
  readonly subject: { readonly theme: Theme; readonly prompt: Prompt; readonly partner: Partner };
  /** The one whose key was pressed. */
  readonly verdict: Verdict;
  readonly onSaved: (step: readonly RatingStep[]) => void;
  readonly onClose: () => void;
};

/** A verdict at the cell itself, with its reason asked at once. It shares its draft with the panel. */
export function QuickRating({ partnership, subject, verdict, onSaved, onClose }: Props) {
  const styles = useStyles();
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
  const dialog = useRef<HTMLDialogElement>(null);
  const [before] = useState({ draft, isUnsaved: answer.isUnsaved });
  const clash = draft.problem?.kind === 'clash' ? draft.problem : undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with the key that opened it
  useEffect(() => answer.change({ ...draft, fields: { ...draft.fields, verdict } }), []);

  useLayoutEffect(() => {
    const box = dialog.current;
    const cell = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (box === null || clash !== undefined) return;
    if (!box.open) box.showModal();
    const reason = box.querySelector('textarea');
    reason?.focus();
    reason?.setSelectionRange(reason.value.length, reason.value.length);
    // A red asks for more, and what it asks for must stay in the frame.
    const place = () => cell && placeUnder(box, cell.getBoundingClientRect());
    place();
    const observer = new ResizeObserver(place);
    observer.observe(box);
    return () => observer.disconnect();
  }, [key, clash]);

  // Saved: what was typed is with Microsoft 365, or on its way, and the cell shows it.
  const isSaved = answer.news !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it has been saved
  useEffect(() => {
    if (!isSaved) return;
    if (answer.news?.step !== undefined) onSaved([answer.news.step]);
    onClose();
  }, [isSaved]);

  function leave(): void {
    const { fields, action } = draft;
    const was = before.draft.fields;
    const isTyped =
      before.isUnsaved ||
      isActionTyped(action) ||
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
    if (!answer.isSending) steps.save();
  }

  if (clash !== undefined) {
    return (
      <Suspense fallback={null}>
        <AnswerClash
          subject={name}
          mine={draft}
          at={clash.at}
          theirs={clash.theirs}
          onSettle={(keepMine) => answer.save(settleClash(draft, keepMine))}
          onLater={onClose}
        />
      </Suspense>
    );
  }
  return (
    <dialog
      ref={dialog}
      aria-label={`Verdict of ${name}`}
      className={styles.box}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <p className={styles.title}>
        {name} <span className={styles.text}>{prompt.title}</span>
      </p>
      <div className={styles.body}>
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
      </div>
      <AnswerNews
        problem={draft.problem}
        news={undefined}
        ask={steps.notice}
        onSaveAgain={() => steps.save()}
        onTellAgain={() => undefined}
        onGiveUp={() => {
          answer.giveUp();
          onClose();
        }}
      />
      <div className={styles.foot}>
        <Button appearance="primary" disabledFocusable={answer.isSending} onClick={() => steps.save()}>
          {answer.isSending ? 'Saving' : `Save ${verdictName(draft.fields.verdict).toLowerCase()}`}
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
