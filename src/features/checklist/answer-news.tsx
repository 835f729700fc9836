import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AlertOutcome } from '../../services/ratings.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Problem } from './answer.ts';
import { alertWords, keptWords } from './answer-words.ts';

type Props = {
  readonly problem: Problem | undefined;
  readonly news: { readonly alert: AlertOutcome; readonly isKept?: boolean } | undefined;
  /** What the person is asked before it is saved. */
  readonly ask: ReactNode;
  readonly onSaveAgain: () => void;
  readonly onTellAgain: () => void;
  readonly onGiveUp: () => void;
};

/** What became of the last press on Save or on Tell the channel. */
export function AnswerNews({ problem, news, ask, onSaveAgain, onTellAgain, onGiveUp }: Props) {
  if (ask !== undefined) return ask;
  if (problem?.kind === 'moved') {
    return (
      <Notice kind="danger" lead="Not agreed.">
        {problem.by} has changed the verdict since you looked. Look at it as it stands now, then agree or choose
        another.
      </Notice>
    );
  }
  if (problem?.kind === 'failed') {
    return (
      <Notice
        kind="danger"
        lead="Not saved."
        actions={
          <Button size="small" onClick={onSaveAgain}>
            Try again
          </Button>
        }
      >
        {problem.sentence} What you typed is still here.
      </Notice>
    );
  }
  if (problem?.kind === 'gone') {
    return (
      <Notice
        kind="danger"
        lead="Somebody removed this answer."
        actions={
          <>
            <Button size="small" onClick={onSaveAgain}>
              Put it back
            </Button>
            <Button size="small" onClick={onGiveUp}>
              Give it up
            </Button>
          </>
        }
      >
        What you typed is still here.
      </Notice>
    );
  }
  if (news === undefined) return undefined;
  const { alert, isKept = false } = news;
  if (isKept) {
    return (
      <Notice kind="info" lead="Not with Microsoft 365 yet.">
        {keptWords} {alertWords(alert)}
      </Notice>
    );
  }
  if (alert.outcome === 'not-needed') return <Notice kind="done">Saved.</Notice>;
  if (alert.outcome === 'posted') return <Notice kind="done">The channel has been told.</Notice>;
  if (alert.outcome === 'failed') {
    return (
      <Notice
        kind="warning"
        lead="The channel was not told."
        actions={
          <Button size="small" onClick={onTellAgain}>
            Tell the channel again
          </Button>
        }
      >
        {alert.sentence}
      </Notice>
    );
  }
  return <Notice kind="warning">{alert.sentence}</Notice>;
}
