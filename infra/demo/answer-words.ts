import type { Answer } from './answers.ts';

export const verdicts: { readonly [letter: string]: 'red' | 'amber' | 'green' | 'not-applicable' } = {
  r: 'red',
  a: 'amber',
  g: 'green',
  n: 'not-applicable',
};

/** Reason and impact as a lead would write them, with where the partner has looked. */
export function toWords(answer: Answer, sources: readonly string[], verdict: string, row: number) {
  const seen = sources[row % sources.length];
  switch (verdict) {
    case 'not-applicable':
      return { reason: 'We have no part in this at the front door.' };
    case 'green':
      return {
        reason: `${answer.good}. Seen in the ${seen}.`,
        impact: 'Children get the right help sooner, and we can show it.',
      };
    case 'amber':
      return { reason: `${answer.good}, but ${answer.gap}. Seen in the ${seen}.`, impact: toSentence(answer.impact) };
    default:
      return { reason: `${toSentence(answer.gap)} Seen in the ${seen}.`, impact: toSentence(answer.impact) };
  }
}

/** With a capital and a full stop. */
export function toSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
