import type { Day } from '../calendar/day.ts';
import { londonDay } from '../calendar/london.ts';
import { readMark } from './pack-upgrade.ts';

export type MovedWords = { readonly on: Day; readonly before: string };

type Asked = {
  readonly prompt: {
    readonly title: string;
    /** What the last upgrade did to it. */
    readonly lastUpgrade?: string;
    readonly changed: { readonly at: string };
  };
  readonly agreedAt: string | undefined;
};

/** The last upgrade gave the prompt other words after a verdict on it was agreed: when, and what was agreed upon. */
export function findMovedWords({ prompt, agreedAt }: Asked): MovedWords | undefined {
  const mark = readMark(prompt);
  if (mark?.change.kind !== 'change' || agreedAt === undefined) return undefined;
  const before = mark.change.before.title;
  // A prompt that somebody has put back says what was agreed upon.
  if (before === undefined || mark.change.after.title !== prompt.title) return undefined;
  const isAfter = prompt.changed.at > agreedAt && londonDay(agreedAt) <= mark.on;
  return isAfter ? { on: mark.on, before } : undefined;
}
