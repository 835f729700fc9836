import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up';
import { FullScreenMaximize20Regular } from '@fluentui/react-icons/svg/full-screen-maximize';
import { lazy, Suspense, useRef } from 'react';
import { whyMayNotAgree } from '../../domain/checklist/may-agree.ts';
import { whyMayNotRate } from '../../domain/checklist/may-rate.ts';
import { standingVerdict } from '../../domain/checklist/progress.ts';
import { mayCheck } from '../../domain/roles.ts';
import { toHref } from '../../session/href.ts';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import { Notice } from '../../ui/notice.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { VerdictPicker } from '../../ui/verdict-picker.tsx';
import { useRows } from '../../workspace/hooks.ts';
import { comments } from '../../workspace/schema/actions.ts';
import type { Partner, Prompt, Theme } from '../../workspace/schema/lists.ts';
import { AgreedPart } from './agreed-part.tsx';
import { type ActionFields, type AnswerFields, isActionTyped, isOwnChanged, settleClash } from './answer.ts';
import { AnswerActions } from './answer-actions.tsx';
import { AnswerFoot } from './answer-foot.tsx';
import { AnswerHistory } from './answer-history.tsx';
import { AnswerNews } from './answer-news.tsx';
import { Comments } from './comments.tsx';
import { LinkedEvidence } from './linked-evidence.tsx';
import { MoreWords } from './more-words.tsx';
import { OwnWords } from './own-words.tsx';
import { peopleOf, whomToAsk } from './people-of.ts';
import { ProgressPart } from './progress-part.tsx';
import { RedAsk } from './red-ask.tsx';
import { Standing } from './standing.tsx';
import { useAnswer } from './use-answer.ts';
import { useAnswerSteps } from './use-answer-steps.tsx';
import { useComment } from './use-comment.ts';

// Two people seldom change one answer at once: the dialog comes when it is needed.
const AnswerClash = lazy(async () => ({ default: (await import('./answer-clash.tsx')).AnswerClash }));

const useStyles = makeStyles({
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
  const { me, today } = useSession();
  const { memberships } = useRights();
  const answer = useAnswer(partnership, { theme, prompt, partner });
  const { draft, row, isSending } = answer;
  const people = peopleOf(partnership.people);
  const actions = partnership.actions.filter((each) => each.prompt === prompt.uid && each.partner === partner.uid);
  const steps = useAnswerSteps(answer, actions.length > 0);
  const href = toHref({ screen: 'checklist', assessment: answer.key });
  const about = { record: answer.key, name: answer.name, href };
  const writing = useComment(about, people);
  const said = useRows(comments);
  const box = useRef<HTMLTextAreaElement>(null);
  const end = useRef<HTMLDivElement>(null);

  const whyNotRate = whyMayNotRate(partner, memberships);
  const mayRate = whyNotRate === undefined;
  const mayDo = mayCheck(memberships);
  const whyNotAgree = whyMayNotAgree(row, { id: me.id, memberships });
  const clash = draft.problem?.kind === 'clash' ? draft.problem : undefined;
  const chosen = draft.agreeing?.verdict ?? (row?.progress === 'agreed' ? row.agreedVerdict : row?.verdict);
  const isNews = row?.progress !== 'agreed' || chosen !== row.agreedVerdict;
  const agrees = whyNotAgree === undefined && isNews && !isOwnChanged(draft) ? chosen : undefined;
  const counts = agrees ?? draft.fields.verdict;
  const isRed = counts === 'red' || standingVerdict(row) === 'red';
  const asksAction = isRed && actions.length === 0 && (mayRate || agrees === 'red');

  const setFields = (change: Partial<AnswerFields>) =>
    answer.change({ ...draft, fields: { ...draft.fields, ...change } });
  const empty: ActionFields = { title: '', owner: draft.fields.owner, dueOn: undefined };
  const setAction = (fields: ActionFields | undefined) =>
    answer.change({
      ...draft,
      action: fields && { ...fields, uid: draft.action?.uid ?? crypto.randomUUID() },
    });

  function ask(): void {
    const person = whomToAsk(row?.owner, partner.uid, partnership.people, me.id);
    if (person !== undefined && writing.words === '') writing.change(`@${person.name} `);
    box.current?.scrollIntoView({ block: 'center' });
    box.current?.focus();
  }

  const foot = clash ? undefined : (
    <AnswerFoot
      agrees={agrees}
      maySave={mayRate}
      isSending={isSending}
      isUnsaved={answer.isUnsaved}
      mayAsk={mayDo}
      comments={said.state === 'ready' ? said.rows.filter(({ record }) => record === answer.key).length : 0}
      onAgree={steps.agree}
      onSave={() => steps.save()}
      onGiveUp={answer.giveUp}
      onAsk={ask}
      onComments={() => end.current?.scrollIntoView({ block: 'start' })}
    />
  );

  const question = clash !== undefined && (
    <Suspense fallback={null}>
      <AnswerClash
        subject={answer.name}
        mine={draft}
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
              ask={steps.notice}
              onSaveAgain={() => steps.save()}
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
            <Button
              as="a"
              appearance="subtle"
              icon={<FullScreenMaximize20Regular />}
              aria-label="All partners' answers"
              href={toHref({ screen: 'checklist', prompt: prompt.uid })}
            />
          </>
        }
      >
        {row?.broughtForward !== undefined && (
          <Notice
            kind="info"
            lead={`Brought forward from ${partnership.themes.find(({ uid }) => uid === row.broughtForward)?.title ?? 'an earlier theme'}.`}
            actions={
              mayRate && (
                <Button size="small" disabledFocusable={isSending} onClick={() => steps.save()}>
                  Confirm
                </Button>
              )
            }
          >
            Confirm it if it still holds, or change it and save.
          </Notice>
        )}
        <Standing
          partner={partner}
          row={row}
          onTell={mayRate ? () => void answer.tell() : undefined}
          mayTell={row?.verdict !== undefined && !answer.isUnsaved && !answer.isTelling}
        />
        {mayRate ? (
          <VerdictPicker
            label="Verdict"
            value={draft.fields.verdict}
            disabled={isSending}
            onChange={(verdict) => setFields({ verdict })}
          />
        ) : (
          <Notice kind="info">{whyNotRate}</Notice>
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
            onAction={(fields) =>
              setAction(fields.owner?.id !== empty.owner?.id || isActionTyped(fields) ? fields : undefined)
            }
            {...(mayRate && {
              why: {
                text: draft.fields.noActionReason,
                onChange: (noActionReason: string) => setFields({ noActionReason }),
              },
            })}
          />
        )}
        <ProgressPart
          fields={draft.fields}
          today={today()}
          people={people}
          mayChange={mayRate}
          isSending={isSending}
          onChange={setFields}
          onMove={(progress) => steps.save({ ...draft, fields: { ...draft.fields, progress } })}
        />
        <OwnWords fields={draft.fields} mayChange={mayRate} isReadOnly={isSending} onChange={setFields} />
        <MoreWords fields={draft.fields} mayChange={mayRate} isReadOnly={isSending} onChange={setFields} />
        <LinkedEvidence
          partner={partner}
          partners={partnership.partners}
          evidence={partnership.evidence}
          linked={draft.linked}
          mayChange={mayRate && !isSending}
          onChange={(linked) => answer.change({ ...draft, linked })}
        />
        <AnswerActions
          actions={actions}
          people={people}
          mayChange={mayDo}
          href={href}
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
        <div ref={end}>
          <Comments about={about} people={people} mayWrite={mayDo} box={box} />
        </div>
        <AnswerHistory row={row} />
        <p className={styles.basis}>
          A benchmark prompt of this partnership's own, not the inspectorates' words.
          {prompt.basis !== undefined && ` Basis: ${prompt.basis}.`}
        </p>
      </SidePanel>
    </>
  );
}
