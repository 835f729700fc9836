import type { Day } from '../calendar/day.ts';
import { hasSameWords, isOtherQuestion } from './same-words.ts';

/** What a pack says of a prompt. */
export type WantedPrompt = {
  /** The pack's own id, `FD-A1`: prompts are known again by it. */
  readonly code: string;
  readonly title: string;
  readonly group: string;
  /** Counts from 1, in the pack's order. */
  readonly position: number;
  readonly basis?: string | undefined;
  readonly source?: { readonly url: string; readonly text: string } | undefined;
  readonly paragraph?: string | undefined;
};

/** A prompt as a theme holds it. */
export type HeldPrompt = WantedPrompt & { readonly uid: string; readonly withdrawnOn?: Day | undefined };

/** The columns that a pack may change. A value is missing where the column is empty. */
export type PromptValues = Partial<Omit<HeldPrompt, 'uid' | 'code'>>;

/** What a pack would change in a theme, for people to read before they press. */
export type PackDifference = {
  readonly added: readonly WantedPrompt[];
  /** Withdrawn by an earlier version; they come back in the same words, with their answers. */
  readonly returned: readonly HeldPrompt[];
  /** The id of a prompt that was withdrawn, with other words: another question, which nobody has answered. */
  readonly asked: readonly Pair[];
  readonly changed: readonly Pair[];
  /** To another group, or to another place among the others. */
  readonly moved: readonly Pair[];
  readonly withdrawn: readonly HeldPrompt[];
};

type Pair = { readonly from: HeldPrompt; readonly to: WantedPrompt };

/**
 * Finds the prompt of a theme that a pack's prompt is: the one that is asked under this id; else one that was withdrawn
 * and has the same words. An id with other words is another question, and the answers of the first stay with the first.
 */
export function findPrompt(held: readonly HeldPrompt[]): (wanted: WantedPrompt) => HeldPrompt | undefined {
  const byCode = Map.groupBy(held, (prompt) => prompt.code);
  return ({ code, title }) => {
    const known = byCode.get(code) ?? [];
    return (
      known.find((prompt) => prompt.withdrawnOn === undefined) ??
      known.find((prompt) => hasSameWords(prompt.title, title))
    );
  };
}

/** Whether the answers of a prompt that is changed would stand under what nobody was asked. */
export function asksSomethingElse({ from, to }: Pair): boolean {
  return isOtherQuestion(from.title, to.title);
}

/** Compares the prompts of a theme with those of a pack. A prompt may be both changed and moved. */
export function comparePrompts(held: readonly HeldPrompt[], wanted: readonly WantedPrompt[]): PackDifference {
  const find = findPrompt(held);
  const codes = new Set(wanted.map((prompt) => prompt.code));
  const pairs = wanted.map((to) => ({ to, from: find(to), last: held.findLast((prompt) => prompt.code === to.code) }));
  const kept = pairs.flatMap(({ from, to }) =>
    from === undefined || from.withdrawnOn !== undefined ? [] : [{ from, to }],
  );
  const inPlace = longestInOrder(kept.map(({ from }) => from));
  return {
    added: pairs.flatMap(({ last, to }) => (last === undefined ? [to] : [])),
    returned: pairs.flatMap(({ from }) => (from?.withdrawnOn === undefined ? [] : [from])),
    asked: pairs.flatMap(({ from, last, to }) => (from === undefined && last ? [{ from: last, to }] : [])),
    changed: kept.filter(({ from, to }) => isReworded(from, to)),
    moved: kept.filter(({ from, to }) => from.group !== to.group || !inPlace.has(from.code)),
    withdrawn: held.filter((prompt) => prompt.withdrawnOn === undefined && !codes.has(prompt.code)),
  };
}

export function isEmptyDifference(difference: PackDifference): boolean {
  return Object.values(difference).every((part) => part.length === 0);
}

function isReworded(from: HeldPrompt, to: WantedPrompt): boolean {
  return (
    from.title !== to.title ||
    (from.basis ?? '') !== (to.basis ?? '') ||
    from.source?.url !== to.source?.url ||
    from.source?.text !== to.source?.text ||
    takesParagraph(from, to)
  );
}

/** A paragraph that the partnership has filled in stays: theirs is from the live guidance. */
export function takesParagraph(from: HeldPrompt, to: WantedPrompt): boolean {
  return from.paragraph === undefined && to.paragraph !== undefined;
}

/**
 * Codes of the prompts that keep their places: as many as can, so that one prompt put in front of thirty is one that
 * moved and not thirty. `prompts` stand in the new order.
 */
function longestInOrder(prompts: readonly HeldPrompt[]): ReadonlySet<string> {
  const best: { readonly prompt: HeldPrompt; readonly length: number; readonly before: number }[] = [];
  let last = -1;
  for (const [at, prompt] of prompts.entries()) {
    let before = -1;
    for (let earlier = 0; earlier < at; earlier += 1) {
      const one = best[earlier];
      if (!one || one.prompt.position >= prompt.position) continue;
      if (one.length > (best[before]?.length ?? 0)) before = earlier;
    }
    best.push({ prompt, length: (best[before]?.length ?? 0) + 1, before });
    if ((best[at]?.length ?? 0) > (best[last]?.length ?? 0)) last = at;
  }
  const codes = new Set<string>();
  for (let at = last; at >= 0; at = best[at]?.before ?? -1) codes.add(best[at]?.prompt.code ?? '');
  return codes;
}
