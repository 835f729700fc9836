import { Button, Field, makeStyles, Textarea, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up';
import { lazy, Suspense, useState } from 'react';
import { whyMayNotRate } from '../../domain/checklist/may-rate.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import { Notice } from '../../ui/notice.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { VerdictPicker } from '../../ui/verdict-picker.tsx';
import type { Partner, Prompt, Theme } from '../../workspace/schema/lists.ts';
import { isChanged, settleClash } from './answer.ts';
import { AnswerHistory } from './answer-history.tsx';
import { AnswerNews } from './answer-news.tsx';
import { LinkedEvidence } from './linked-evidence.tsx';
import { Standing } from './standing.tsx';
import { useAnswer } from './use-answer.ts';

// Two people seldom change one answer at once: the dialog comes when it is needed.
const AnswerClash = lazy(async () => ({ default: (await import('./answer-clash.tsx')).AnswerClash }));

const useStyles = makeStyles({
  read: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: 0 },
  label: { ...typographyStyles.caption1Strong },
  text: { ...typographyStyles.body1, margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  basis: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
});

type Props = {
  readonly partnership: Partnership;
  readonly theme: Theme;
  readonly prompt: Prompt;
  readonly partner: Partner;
  readonly onClose: () => void;
  /** To the same partner's prompt before or after; missing at the ends. */
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
};

/** One partner's answer to one prompt. */
export function AssessmentPanel({ partnership, theme, prompt, partner, onClose, onPrevious, onNext }: Props) {
  const styles = useStyles();
  const width = useWidth();
  const { memberships } = useRights();
  const answer = useAnswer(partnership, { theme, prompt, partner });
  const [askedFor, setAskedFor] = useState<string | undefined>();
  const { draft, row } = answer;
  const whyNot = whyMayNotRate(partner, memberships);
  const clash = draft.problem?.kind === 'clash' ? draft.problem : undefined;

  function save() {
    const isRated = draft.fields.verdict !== undefined;
    const onlyLinks = !isRated && draft.fields.reason === '' && draft.fields.impact === '' && isChanged(draft);
    setAskedFor(isRated || onlyLinks ? undefined : prompt.uid);
    if (isRated || onlyLinks) void answer.save();
  }

  const foot = clash ? undefined : whyNot === undefined ? (
    <>
      <Button appearance="primary" disabledFocusable={answer.isSending} onClick={save}>
        {answer.isSending ? 'Saving' : 'Save'}
      </Button>
      <Button
        disabledFocusable={row?.verdict === undefined || answer.isUnsaved || answer.isTelling}
        onClick={() => answer.tell()}
      >
        Tell the channel
      </Button>
      {answer.isUnsaved && !answer.isSending && (
        <Button
          appearance="subtle"
          icon={<ArrowUndo20Regular />}
          aria-label="Undo my changes"
          onClick={answer.giveUp}
        />
      )}
    </>
  ) : undefined;

  const question = clash !== undefined && (
    <Suspense fallback={null}>
      <AnswerClash
        subject={`${prompt.code}, ${partner.title}`}
        mine={draft.fields}
        at={clash.at}
        theirs={clash.theirs}
        onSettle={(keepMine) => answer.save(settleClash(draft, keepMine))}
        onLater={onClose}
      />
    </Suspense>
  );
  // Where the panel lies over the list itself, the question takes its place: never a dialog over a dialog.
  if (question && width !== 'wide') return question;

  return (
    <>
      {question}
      <SidePanel
        above={`${prompt.code} · ${partner.title}`}
        title={prompt.title}
        onClose={onClose}
        foot={foot}
        news={
          clash === undefined && (
            <AnswerNews
              problem={draft.problem}
              news={answer.news}
              isAsked={askedFor === prompt.uid && draft.fields.verdict === undefined}
              onSaveAgain={save}
              onTellAgain={() => answer.tell()}
              onGiveUp={answer.giveUp}
            />
          )
        }
        tools={
          <>
            <Button
              appearance="subtle"
              icon={<ArrowUp20Regular />}
              aria-label="Previous prompt"
              disabledFocusable={onPrevious === undefined}
              onClick={onPrevious}
            />
            <Button
              appearance="subtle"
              icon={<ArrowDown20Regular />}
              aria-label="Next prompt"
              disabledFocusable={onNext === undefined}
              onClick={onNext}
            />
          </>
        }
      >
        <Standing partner={partner} row={row} />
        {whyNot === undefined ? (
          <>
            <VerdictPicker
              label="Verdict"
              value={draft.fields.verdict}
              disabled={answer.isSending}
              onChange={(verdict) => answer.change({ ...draft, fields: { ...draft.fields, verdict } })}
            />
            <Field label="Reason" hint="What you see in practice. No names of children.">
              <Textarea
                rows={3}
                resize="vertical"
                value={draft.fields.reason}
                readOnly={answer.isSending}
                onChange={(_, { value }) => answer.change({ ...draft, fields: { ...draft.fields, reason: value } })}
              />
            </Field>
            <Field label="Impact on children">
              <Textarea
                rows={3}
                resize="vertical"
                value={draft.fields.impact}
                readOnly={answer.isSending}
                onChange={(_, { value }) => answer.change({ ...draft, fields: { ...draft.fields, impact: value } })}
              />
            </Field>
          </>
        ) : (
          <>
            <Notice kind="info">{whyNot}</Notice>
            <ReadOnly label="Reason" text={row?.reason} />
            <ReadOnly label="Impact on children" text={row?.impact} />
          </>
        )}
        <LinkedEvidence
          partner={partner}
          evidence={partnership.evidence}
          linked={draft.linked}
          mayChange={whyNot === undefined && !answer.isSending}
          onChange={(linked) => answer.change({ ...draft, linked })}
        />
        <AnswerHistory row={row} />
        <p className={styles.basis}>
          A benchmark prompt of this partnership's own, not the inspectorates' words.
          {prompt.basis !== undefined && ` Basis: ${prompt.basis}.`}
        </p>
      </SidePanel>
    </>
  );
}

function ReadOnly({ label, text }: { readonly label: string; readonly text: string | undefined }) {
  const styles = useStyles();
  return (
    <div>
      <span className={styles.label}>{label}</span>
      {text ? <p className={styles.text}>{text}</p> : <p className={styles.read}>Nothing is written yet.</p>}
    </div>
  );
}
