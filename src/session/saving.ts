import type { SaveState } from '../workspace/store/snapshot.ts';

/** Whether all that was typed or chosen has reached Microsoft 365, and how many changes have not. */
export type Saving = {
  /** `unknown` until what this browser keeps has been read. */
  readonly state: 'unknown' | 'saved' | 'saving' | 'waiting' | 'needs-you';
  readonly count: number;
  /** Set where all that is counted are files. */
  readonly of?: 'files';
};

/** Where one change stands: being typed, on its way, or held up until the person decides. */
export type ChangeState = 'typed' | 'sending' | 'held';

/**
 * What needs a person comes first, then what is under way, then what waits. The workspace counts what it has accepted,
 * the screens count their forms; only a form that is being sent is known to both.
 */
export function toSaving(
  changes: readonly ChangeState[],
  writes: SaveState | undefined,
  /** Those of the changes that are files. */
  files: readonly ChangeState[] = [],
): Saving {
  const saving = countSaving(changes, writes);
  const { state, count } = saving;
  const meant = { 'needs-you': 'held', saving: 'sending' } as const;
  const counted =
    state === 'needs-you' || state === 'saving' ? files.filter((file) => file === meant[state]).length : files.length;
  return count > 0 && counted === count ? { ...saving, of: 'files' } : saving;
}

function countSaving(changes: readonly ChangeState[], writes: SaveState | undefined): Saving {
  const count = (state: ChangeState) => changes.filter((change) => change === state).length;
  const held = count('held') + (writes?.state === 'needs-you' ? writes.count : 0);
  if (held > 0) return { state: 'needs-you', count: held };
  const sending = Math.max(count('sending'), writes?.state === 'saving' ? writes.count : 0);
  if (sending > 0) return { state: 'saving', count: sending };
  const waiting = changes.length + (writes?.state === 'not-saved' ? writes.count : 0);
  if (waiting > 0) return { state: 'waiting', count: waiting };
  return { state: writes === undefined ? 'unknown' : 'saved', count: 0 };
}
