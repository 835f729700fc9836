import { useCallback, useReducer, useRef, useState } from 'react';
import { type RatingStep, undoRatings } from '../../services/undo-rating.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';

/** As far back as one can go. */
const LONGEST = 50;

/** What one press did: usually one rating, several after filling down. */
type Step = readonly RatingStep[];

type Workspace = ReturnType<typeof useWorkspace>;

type Stacks = { readonly done: readonly Step[]; readonly undone: readonly Step[] };

/** Whoever looks at another screen, and comes back, can still undo. */
const kept = new WeakMap<Workspace, Map<string | undefined, { current: Stacks }>>();

function stacksOf(workspace: Workspace, theme: string | undefined): { current: Stacks } {
  const themes = kept.get(workspace) ?? new Map<string | undefined, { current: Stacks }>();
  const stacks = themes.get(theme) ?? { current: { done: [], undone: [] } };
  kept.set(workspace, themes.set(theme, stacks));
  return stacks;
}

/** My own ratings in a theme, to undo and redo; in memory only, and each of them a new save. */
export function useSteps(theme: string | undefined) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  // Presses come faster than saves: they are carried out one after the other, each on what the last one left.
  const stacks = useRef(stacksOf(workspace, theme)).current;
  const line = useRef<Promise<void>>(Promise.resolve());
  const [, drawAgain] = useReducer((turn: number) => turn + 1, 0);
  const [news, setNews] = useState<string | undefined>();

  const add = useCallback(
    (step: Step) => {
      setNews(undefined);
      stacks.current = { done: [...stacks.current.done, step].slice(-LONGEST), undone: [] };
      drawAgain();
    },
    [stacks],
  );

  async function move(from: keyof Stacks, to: keyof Stacks, words: Words): Promise<void> {
    const step = stacks.current[from].at(-1);
    if (step === undefined) return say(words.nothing);
    const { carriedOut, sentences } = await undoRatings(workspace, step);
    // What was refused is let go of: the same press would be refused again.
    const left = { ...stacks.current, [from]: stacks.current[from].filter((one) => one !== step) };
    stacks.current = carriedOut.length === 0 ? left : { ...left, [to]: [...left[to], carriedOut] };
    const names = carriedOut.map(({ prompt, partner }) => `${prompt.code}, ${partner.title}`);
    say([...(names.length === 0 ? [] : [`${words.done}: ${names.join('; ')}.`]), ...sentences].join(' '));
  }

  /** Until something else happens. */
  function say(words: string): void {
    setNews(words);
    announce(words);
    drawAgain();
  }

  function queue(act: () => Promise<void>): void {
    line.current = line.current.then(act);
  }

  return {
    add,
    news,
    say,
    clearNews: useCallback(() => setNews(undefined), []),
    canUndo: stacks.current.done.length > 0,
    canRedo: stacks.current.undone.length > 0,
    undo: () => queue(() => move('done', 'undone', { done: 'Undone', nothing: 'There is nothing to undo.' })),
    redo: () => queue(() => move('undone', 'done', { done: 'Done again', nothing: 'There is nothing to redo.' })),
  };
}

type Words = { readonly done: string; readonly nothing: string };

export type Steps = ReturnType<typeof useSteps>;
