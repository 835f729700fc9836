import type { Day } from '../calendar/day.ts';
import { londonDay } from '../calendar/london.ts';
import { readUpgrade } from './pack-upgrade.ts';

export type MovedWords = { readonly on: Day; readonly before: string };

type Asked = {
  /** What the last upgrade of the theme's pack changed, as the theme keeps it. */
  readonly lastUpgrade: string | undefined;
  readonly prompt: { readonly uid: string; readonly title: string; readonly changed: { readonly at: string } };
  readonly agreedAt: string | undefined;
};

/** The last upgrade gave the prompt other words after a verdict on it was agreed: when, and what was agreed upon. */
export function findMovedWords({ lastUpgrade, prompt, agreedAt }: Asked): MovedWords | undefined {
  const upgrade = readUpgrade(lastUpgrade);
  const change = upgrade?.changes.find(({ uid }) => uid === prompt.uid);
  if (upgrade === undefined || change?.kind !== 'change' || agreedAt === undefined) return undefined;
  const before = change.before.title;
  // A prompt that an upgrade which was cut has not reached, or that somebody has put back, says what was agreed upon.
  if (before === undefined || change.after.title !== prompt.title) return undefined;
  const isAfter = prompt.changed.at > agreedAt && londonDay(agreedAt) <= upgrade.on;
  return isAfter ? { on: upgrade.on, before } : undefined;
}
