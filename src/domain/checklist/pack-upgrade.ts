import { type Day, isDay } from '../calendar/day.ts';
import { promptKey } from './keys.ts';
import {
  findPrompt,
  type HeldPrompt,
  type PromptValues,
  takesParagraph,
  type WantedPrompt,
} from './pack-difference.ts';

/** What happens to one prompt. No prompt is ever removed: its answers stay with it. */
export type PromptChange =
  | { readonly kind: 'add'; readonly uid: string; readonly prompt: WantedPrompt }
  /** Only the columns that change; `null` where the column is empty. */
  | { readonly kind: 'change'; readonly uid: string; readonly before: Changed; readonly after: Changed };

/** What undoing needs to know of a change. */
export type DoneChange = { readonly kind: 'add'; readonly uid: string } | Extract<PromptChange, { kind: 'change' }>;

type Changed = {
  readonly title?: string;
  readonly group?: string;
  readonly position?: number;
  readonly basis?: string | null;
  readonly source?: NonNullable<HeldPrompt['source']> | null;
  readonly paragraph?: string | null;
  readonly withdrawnOn?: Day | null;
};

const COLUMNS = ['title', 'group', 'position', 'basis', 'source', 'paragraph', 'withdrawnOn'] as const;

/** What is to be done so that a theme holds what the pack says. Nothing, where it does already. */
export function planUpgrade(
  held: readonly HeldPrompt[],
  wanted: readonly WantedPrompt[],
  theme: string,
  on: Day,
): readonly PromptChange[] {
  const find = findPrompt(held);
  const codes = new Set(wanted.map((prompt) => prompt.code));
  const taken = new Set(held.map((prompt) => prompt.uid));
  return [
    ...wanted.flatMap((prompt): readonly PromptChange[] => {
      const from = find(prompt);
      if (from === undefined) return [{ kind: 'add', uid: freeKey(promptKey(theme, prompt.code), taken), prompt }];
      const { title, group, position, basis, source } = prompt;
      const paragraph = takesParagraph(from, prompt) ? prompt.paragraph : from.paragraph;
      return toChange(from, { title, group, position, basis, source, paragraph, withdrawnOn: undefined });
    }),
    ...held.flatMap((from) =>
      codes.has(from.code) || from.withdrawnOn !== undefined ? [] : toChange(from, { ...from, withdrawnOn: on }),
    ),
  ];
}

/** The key of another question under an id that was used: no row of the first one may be taken for one of the second. */
function freeKey(key: string, taken: ReadonlySet<string>): string {
  let free = key;
  for (let number = 2; taken.has(free); number += 1) free = `${key}_${number}`;
  return free;
}

function toChange(from: HeldPrompt, to: { readonly [K in keyof PromptValues]: PromptValues[K] | undefined }) {
  const columns = COLUMNS.filter((column) => !isSame(from[column], to[column]));
  if (columns.length === 0) return [];
  const pick = (values: PromptValues) =>
    Object.fromEntries(columns.map((column) => [column, values[column] ?? null])) as Changed;
  return [{ kind: 'change', uid: from.uid, before: pick(from), after: pick(to as PromptValues) }] as const;
}

/**
 * What takes an upgrade back. A column that somebody has changed since keeps what they wrote; a prompt that the
 * upgrade added is withdrawn, because it may have been answered.
 */
export function planUndo(held: readonly HeldPrompt[], done: readonly DoneChange[], on: Day): readonly PromptChange[] {
  const byUid = new Map(held.map((prompt) => [prompt.uid, prompt]));
  return done.flatMap((change): readonly PromptChange[] => {
    const from = byUid.get(change.uid);
    if (from === undefined) return [];
    if (change.kind === 'add')
      return from.withdrawnOn === undefined ? toChange(from, { ...from, withdrawnOn: on }) : [];
    const back = COLUMNS.filter((column) => column in change.after && isSame(from[column], change.after[column]));
    return toChange(from, {
      ...from,
      ...Object.fromEntries(back.map((column) => [column, change.before[column] ?? undefined])),
    });
  });
}

/** The prompts as they are after the changes. */
export function applyChanges(held: readonly HeldPrompt[], changes: readonly PromptChange[]): readonly HeldPrompt[] {
  const byUid = new Map(held.map((prompt) => [prompt.uid, prompt]));
  for (const change of changes) {
    const from = byUid.get(change.uid);
    if (change.kind === 'add') byUid.set(change.uid, from ?? withoutEmpty({ ...change.prompt, uid: change.uid }));
    else if (from) byUid.set(change.uid, withoutEmpty({ ...from, ...change.after } as HeldPrompt));
  }
  return [...byUid.values()];
}

/**
 * One list of changes for two runs of the same upgrade. Of a column that both met, the second knows better what stood
 * there: the first was cut before it, or somebody has written there since.
 */
export function joinChanges(first: readonly DoneChange[], more: readonly DoneChange[]): readonly DoneChange[] {
  const joined = new Map(first.map((change) => [change.uid, change]));
  for (const change of more) {
    const earlier = joined.get(change.uid);
    if (earlier === undefined) joined.set(change.uid, change);
    else if (earlier.kind === 'change' && change.kind === 'change') {
      const before = { ...earlier.before, ...change.before };
      joined.set(change.uid, { ...change, before, after: { ...earlier.after, ...change.after } });
    }
  }
  return [...joined.values()];
}

/** What a theme remembers of its last upgrade: enough to go on with it, and to take it back. */
export type UpgradeRecord = {
  readonly from: string;
  readonly to: string;
  readonly on: Day;
  /** `applying` and `undoing` say that it was cut in the middle, or is under way. */
  readonly state: 'applying' | 'applied' | 'undoing';
  /** Partners out of scope, as the one pack says and as the other does. */
  readonly scope?: { readonly from: readonly string[]; readonly to: readonly string[] } | undefined;
  /** Only in records of an earlier version of this product; now each prompt keeps its own. */
  readonly changes?: readonly DoneChange[] | undefined;
};

/** The record again; undefined if there is none, or if somebody wrote something else there. */
export function readUpgrade(text: string | undefined): UpgradeRecord | undefined {
  return readJson(text, isRecord);
}

/**
 * ## Each prompt keeps what was done to it
 * It is written with the change itself, so that neither is there without the other, and an upgrade may change any number
 * of prompts: no column has to hold them all.
 */
export type UpgradeMark = { readonly from: string; readonly on: Day; readonly change: DoneChange };

export function readMark({ lastUpgrade }: { readonly lastUpgrade?: string }): UpgradeMark | undefined {
  return readJson(lastUpgrade, isMark);
}

type Marked = { readonly uid: string; readonly lastUpgrade?: string };

/** The mark of a change; of a prompt that the same upgrade has changed before it was cut, both changes in one. */
export function toMark({ from, on, changes = [] }: UpgradeRecord, change: PromptChange, prompt?: Marked): string {
  const earlier = prompt && readMark(prompt);
  const before = changes.filter(({ uid }) => uid === change.uid);
  const done: DoneChange = change.kind === 'add' ? { kind: 'add', uid: change.uid } : change;
  const [joined] = joinChanges(earlier?.from === from ? [earlier.change] : before, [done]);
  return JSON.stringify({ from, on, change: joined ?? done } satisfies UpgradeMark);
}

/** What an upgrade has done to these prompts, as far as it came. */
export function doneBy({ from, changes = [] }: UpgradeRecord, prompts: readonly Marked[]): readonly DoneChange[] {
  const marks = prompts.flatMap((prompt) => readMark(prompt) ?? []).filter((mark) => mark.from === from);
  return joinChanges(
    changes,
    marks.map(({ change }) => change),
  );
}

function readJson<T>(text: string | undefined, is: (value: unknown) => value is T): T | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return is(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

type Parts = { readonly [key: string]: unknown };

function isRecord(value: unknown): value is UpgradeRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { from, to, on, state, scope, changes } = value as Parts;
  return (
    typeof from === 'string' &&
    typeof to === 'string' &&
    typeof on === 'string' &&
    isDay(on) &&
    (state === 'applying' || state === 'applied' || state === 'undoing') &&
    (scope === undefined || isScope(scope)) &&
    (changes === undefined || (Array.isArray(changes) && changes.every(isChange)))
  );
}

function isScope(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { from, to } = value as Parts;
  return [from, to].every((keys) => Array.isArray(keys) && keys.every((key) => typeof key === 'string'));
}

function isMark(value: unknown): value is UpgradeMark {
  if (typeof value !== 'object' || value === null) return false;
  const { from, on, change } = value as Parts;
  return typeof from === 'string' && typeof on === 'string' && isDay(on) && isChange(change);
}

function isChange(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, uid, before, after } = value as Parts;
  const isPart = (part: unknown) => typeof part === 'object' && part !== null;
  return typeof uid === 'string' && (kind === 'add' || (kind === 'change' && isPart(before) && isPart(after)));
}

function isSame(one: unknown, other: unknown): boolean {
  const [first, second] = [one ?? null, other ?? null];
  if (typeof first !== 'object' || typeof second !== 'object' || !first || !second) return first === second;
  const keys = Object.keys({ ...first, ...second });
  return keys.every((key) => Reflect.get(first, key) === Reflect.get(second, key));
}

function withoutEmpty(prompt: HeldPrompt): HeldPrompt {
  const filled = Object.entries(prompt).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(filled) as HeldPrompt;
}
