import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { standingVerdict } from '../../domain/checklist/progress.ts';
import { turnsRed, type Verdict } from '../../domain/checklist/verdict.ts';
import { whyNotAction } from '../../services/actions.ts';
import { Notice } from '../../ui/notice.tsx';
import { type AnswerDraft, type AnswerFields, isActionTyped, isOwnChanged, isSavedFirst, offered } from './answer.ts';
import type { Answer } from './use-answer.ts';

type Ask =
  | { readonly is: 'verdict' }
  | { readonly is: 'action'; readonly why: string }
  /** A red without an action, to be saved with this progress, or to be agreed. */
  | { readonly is: 'red'; readonly progress: AnswerFields['progress'] }
  | { readonly is: 'agreed red' };

/**
 * What is asked between the press on a button and the save: a verdict for the words that were written, words for an
 * action that was begun, and an action for a verdict that turns red. Only the last can be put off.
 */
export function useAnswerSteps(answer: Answer, hasAction: boolean) {
  const [asked, setAsked] = useState<{ readonly about: string; readonly ask: Ask } | undefined>();
  const { draft, row } = answer;
  const ask = asked?.about === answer.key ? asked.ask : undefined;
  const put = (next: Ask | undefined) => setAsked(next && { about: answer.key, ask: next });

  function whyNotYet(next: AnswerDraft): Ask | undefined {
    if (isActionTyped(next.action)) {
      const why = whyNotAction(next.action);
      if (why !== undefined) return { is: 'action', why };
    }
    const { verdict, reason, impact, strengths, improve, confidence } = next.fields;
    const isSaid = [reason, impact, strengths, improve, confidence].some(
      (value) => value !== '' && value !== undefined,
    );
    if (verdict === undefined && (isSaid || !isOwnChanged(next))) return { is: 'verdict' };
    return undefined;
  }

  /** Whether a verdict that turns red leaves the answer without an action and without a word on why not. */
  function leavesRed(next: AnswerDraft, agreed?: Verdict): boolean {
    const isNew =
      agreed === undefined ? turnsRed(row?.verdict, next.fields.verdict) : turnsRed(standingVerdict(row), agreed);
    return isNew && !hasAction && !isActionTyped(next.action) && next.fields.noActionReason.trim() === '';
  }

  function save(next: AnswerDraft = draft): void {
    const first = whyNotYet(next);
    if (first === undefined && leavesRed(next)) {
      put({ is: 'red', progress: next.fields.progress });
      return;
    }
    put(first);
    if (first === undefined) void answer.save(next);
  }

  function agree(verdict: Verdict): void {
    const seen = draft.agreeing?.seen ?? row;
    if (seen === undefined) return;
    const why = isActionTyped(draft.action) ? whyNotAction(draft.action) : undefined;
    if (why !== undefined) put({ is: 'action', why });
    else if (leavesRed(draft, verdict)) {
      put({ is: 'agreed red' });
    } else go(() => answer.agree(verdict, seen));
  }

  /** What stands on the screen now is saved, whatever stood there when the question was asked. */
  function goOn(): void {
    const seen = draft.agreeing?.seen ?? row;
    if (ask?.is === 'agreed red' && seen !== undefined) go(() => answer.agree('red', seen));
    if (ask?.is !== 'red') return;
    const { progress } = ask;
    go(() => answer.save({ ...draft, fields: { ...draft.fields, progress } }));
  }

  /** The question is over when the answer is red no more, or has what was asked for. */
  function isStillAsked(): boolean {
    if (ask?.is === 'red') return leavesRed(draft);
    const isAgreedRed = (draft.agreeing?.verdict ?? offered(row)) === 'red' && !isSavedFirst(draft);
    return ask?.is === 'agreed red' && isAgreedRed && leavesRed(draft, 'red');
  }

  function addAction(): void {
    const why = draft.action && whyNotAction(draft.action);
    if (why === undefined) go(answer.addAction);
    else put({ is: 'action', why });
  }

  function go(act: () => Promise<unknown>): void {
    put(undefined);
    void act();
  }

  return {
    save,
    agree,
    addAction,
    /** Why the action that was begun is not taken. */
    actionFault: ask?.is === 'action' ? ask.why : undefined,
    notice: isStillAsked() ? <RedNotice onGo={goOn} /> : toNotice(ask, draft),
  };
}

export type AnswerSteps = ReturnType<typeof useAnswerSteps>;

function toNotice(ask: Ask | undefined, draft: AnswerDraft): ReactNode {
  if (ask?.is === 'verdict' && draft.fields.verdict === undefined) {
    return (
      <Notice kind="danger" lead="Choose a verdict.">
        It is saved together with the reason.
      </Notice>
    );
  }
  if (ask?.is === 'action' && isActionTyped(draft.action)) {
    return (
      <Notice kind="danger" lead="The action is not complete.">
        {ask.why}
      </Notice>
    );
  }
  return undefined;
}

function RedNotice({ onGo }: { readonly onGo: () => void }) {
  return (
    <Notice
      kind="warning"
      lead="Red needs an action."
      actions={
        <Button size="small" onClick={onGo}>
          Save without an action for now
        </Button>
      }
    >
      Write in the answer what will be done, or why nothing is. Without either it is listed as red without an action.
    </Notice>
  );
}
