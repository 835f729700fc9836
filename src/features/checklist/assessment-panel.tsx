import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up';
import { FullScreenMaximize20Regular } from '@fluentui/react-icons/svg/full-screen-maximize';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { RatingStep } from '../../services/undo-rating.ts';
import { toHref } from '../../session/href.ts';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import { originWords } from '../../themes/packs.ts';
import { type PanelFocus, SidePanel } from '../../ui/side-panel.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { useRows } from '../../workspace/hooks.ts';
import { comments } from '../../workspace/schema/actions.ts';
import type { Partner, Prompt, Theme } from '../../workspace/schema/lists.ts';
import { beginWord, focusEnd } from './after-reason.ts';
import { AnswerBody } from './answer-body.tsx';
import { AnswerFoot } from './answer-foot.tsx';
import { AnswerHistory } from './answer-history.tsx';
import { AnswerNews } from './answer-news.tsx';
import { AnswerQuestion } from './answer-question.tsx';
import { toView } from './answer-view.ts';
import { AskedNotice } from './asked-notice.tsx';
import { Comments } from './comments.tsx';
import { toVerdict } from './grid-keys.ts';
import { whomToAsk } from './people-of.ts';
import { useAnswer } from './use-answer.ts';
import { useAnswerSteps } from './use-answer-steps.tsx';
import { useComment } from './use-comment.ts';

const useStyles = makeStyles({
  basis: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
});

type Props = {
  readonly partnership: Partnership;
  readonly theme: Theme;
  readonly prompt: Prompt;
  readonly partner: Partner;
  readonly focus: PanelFocus;
  /** A rating was saved, and can be undone. */
  readonly onSaved: (step: readonly RatingStep[]) => void;
  readonly onClose: () => void;
  /** To the same partner's prompt before or after; missing at the ends. */
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
};

/** One partner's answer to one prompt. */
export function AssessmentPanel(props: Props) {
  const { partnership, theme, prompt, partner, focus, onSaved, onClose, onPrevious, onNext } = props;
  const styles = useStyles();
  const width = useWidth();
  const { me, today } = useSession();
  const { memberships } = useRights();
  const answer = useAnswer(partnership, { theme, prompt, partner });
  const { draft, row, isSending } = answer;
  const view = toView({ partnership, prompt, partner, answer, me, memberships, today: today() });
  const { people, agrees, mayRate, mayDo } = view;
  const steps = useAnswerSteps(answer, view.actions.length > 0);
  const about = { record: answer.key, name: answer.name, href: view.href };
  const writing = useComment(about, people);
  const said = useRows(comments);
  const box = useRef<HTMLTextAreaElement>(null);
  const [opening, setOpening] = useState<{ readonly about: string; readonly words: string } | undefined>();
  const end = useRef<HTMLDivElement>(null);
  const clash = draft.problem?.kind === 'clash' ? draft.problem : undefined;

  const step = answer.news?.step;
  useEffect(() => {
    if (step !== undefined) onSaved([step]);
  }, [step, onSaved]);

  /** Where the panel lies over the grid, the grid's keys go on: a verdict, and on to the reason. */
  function rate(event: KeyboardEvent): void {
    const verdict = toVerdict(event);
    if (verdict === undefined || !mayRate || isSending || clash !== undefined) return;
    event.preventDefault();
    answer.change({ ...draft, fields: { ...draft.fields, verdict } });
    const area = event.currentTarget.closest('dialog')?.querySelector<HTMLTextAreaElement>('[name="reason"]');
    focusEnd(area);
    if (area) area.addEventListener('blur', beginWord(area, draft.fields.reason), { once: true });
  }

  function ask(): void {
    const person = whomToAsk(row?.owner, partner.uid, partnership.people, me.id);
    if (person !== undefined && writing.words === '') setOpening({ about: answer.key, words: `@${person.name} ` });
    answerThem();
  }

  function answerThem(): void {
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

  const question = clash !== undefined && <AnswerQuestion answer={answer} clash={clash} onClose={onClose} />;
  // Where the panel lies over the list itself, the question takes its place: never a dialog over a dialog.
  if (question && width !== 'wide') return question;

  return (
    <>
      {question}
      <SidePanel
        above={`${prompt.code} · ${partner.title}`}
        title={prompt.title}
        focus={focus}
        onTitleKey={rate}
        onClose={onClose}
        foot={foot}
        news={
          clash === undefined && (
            <AnswerNews
              problem={answer.problem}
              news={answer.news}
              ask={steps.notice}
              onSaveAgain={() => (agrees === undefined ? steps.save() : steps.agree(agrees))}
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
        <AskedNotice record={answer.key} onAnswer={mayDo ? answerThem : undefined} />
        <AnswerBody
          partnership={partnership}
          prompt={prompt}
          partner={partner}
          answer={answer}
          steps={steps}
          view={view}
        />
        <div ref={end}>
          <Comments
            about={about}
            people={people}
            mayWrite={mayDo}
            box={box}
            opening={opening?.about === answer.key ? opening.words : undefined}
            onBegun={() => setOpening(undefined)}
          />
        </div>
        <AnswerHistory row={row} partnership={partnership} />
        <p className={styles.basis}>
          {originWords(theme)}
          {prompt.basis !== undefined && ` Basis: ${prompt.basis}.`}
        </p>
      </SidePanel>
    </>
  );
}
