export type Verdict = 'red' | 'amber' | 'green' | 'not-applicable';

/** In the order in which they are offered. */
export const verdicts: readonly Verdict[] = ['red', 'amber', 'green', 'not-applicable'];

const NAMES: Readonly<Record<Verdict, string>> = {
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
  'not-applicable': 'Not applicable',
};

const LETTERS: Readonly<Record<Verdict, string>> = { red: 'R', amber: 'A', green: 'G', 'not-applicable': '–' };

/** `Red`; `Not rated` while nobody has. */
export function verdictName(verdict: Verdict | undefined): string {
  return verdict === undefined ? 'Not rated' : NAMES[verdict];
}

/** What stands inside the coloured shape, so that a verdict is never colour alone. */
export function verdictLetter(verdict: Verdict | undefined): string {
  return verdict === undefined ? '' : LETTERS[verdict];
}

/** What a cell of the checklist is called aloud: `FD-A1, Police, not rated`. */
export function cellName(
  prompt: { readonly code: string },
  partner: { readonly title: string },
  verdict: Verdict | undefined,
): string {
  return `${prompt.code}, ${partner.title}, ${verdictName(verdict).toLowerCase()}`;
}

/** True when a change makes a verdict red that was not: the one time at which the channel hears of it. */
export function turnsRed(before: Verdict | undefined, after: Verdict | undefined): boolean {
  return after === 'red' && before !== 'red';
}
