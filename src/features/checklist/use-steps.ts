import { useCallback, useRef, useState } from 'react';
import { type RatingStep, undoRating } from '../../services/undo-rating.ts';
import { toSentence } from '../../session/sentence.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';

/** As far back as one can go. */
const LONGEST = 50;

/** What one press did: usually one rating, several after filling down. */
type Step = readonly RatingStep[];

type Stacks = { readonly done: readonly Step[]; readonly undone: readonly Step[] };

/** My own ratings made here, to undo and redo; in memory only, and each of them a new save. */
export function useSteps() {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const [stacks, setStacks] = useState<Stacks>({ done: [], undone: [] });
  const [news, setNews] = useState<string | undefined>();
  const isBusy = useRef(false);

  const add = useCallback((step: Step) => {
    setNews(undefined);
    setStacks(({ done }) => ({ done: [...done, step].slice(-LONGEST), undone: [] }));
  }, []);

  async function move(from: 'done' | 'undone', to: 'done' | 'undone', word: string): Promise<void> {
    const step = stacks[from].at(-1);
    if (isBusy.current) return;
    if (step === undefined) return say(`There is nothing to ${word}.`);
    isBusy.current = true;
    const carriedOut: RatingStep[] = [];
    const refusals: string[] = [];
    try {
      for (const one of step.toReversed()) {
        const reversed = await undoRating(workspace, one);
        if (reversed.outcome === 'done') carriedOut.push(reversed.step);
        else refusals.push(reversed.sentence);
      }
    } catch (error) {
      refusals.push(`Not saved. ${toSentence(error)}`);
    } finally {
      isBusy.current = false;
    }
    // What was refused is let go of: the same press would be refused again.
    setStacks((now) => ({
      ...now,
      [from]: now[from].filter((one) => one !== step),
      [to]: carriedOut.length === 0 ? now[to] : [...now[to], carriedOut],
    }));
    const names = carriedOut.map(({ prompt, partner }) => `${prompt.code}, ${partner.title}`);
    say(
      [
        ...(names.length === 0 ? [] : [`${word === 'undo' ? 'Undone' : 'Done again'}: ${names.join('; ')}.`]),
        ...refusals,
      ].join(' '),
    );
  }

  function say(words: string): void {
    setNews(words);
    announce(words);
  }

  return {
    add,
    news,
    clearNews: useCallback(() => setNews(undefined), []),
    canUndo: stacks.done.length > 0,
    canRedo: stacks.undone.length > 0,
    undo: () => move('done', 'undone', 'undo'),
    redo: () => move('undone', 'done', 'redo'),
  };
}

export type Steps = ReturnType<typeof useSteps>;
