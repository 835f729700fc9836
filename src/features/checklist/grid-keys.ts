import type { Verdict } from '../../domain/checklist/verdict.ts';
import { type GridPlace, moveInGrid } from './grid-moves.ts';

/** What a key asks of the grid. */
export type Command =
  | { readonly kind: 'move'; readonly to: GridPlace; readonly extends: boolean }
  | { readonly kind: 'rate'; readonly verdict: Verdict }
  /** Type-ahead begins with what was typed; empty after a slash. */
  | { readonly kind: 'go-to'; readonly typed: string }
  | { readonly kind: 'open' | 'leave' | 'undo' | 'redo' | 'fill-down' | 'keys' };

export type Press = {
  readonly key: string;
  /** Ctrl, or Command on a Mac. */
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
};

const VERDICT_KEYS: Readonly<Record<string, Verdict>> = {
  r: 'red',
  a: 'amber',
  g: 'green',
  n: 'not-applicable',
};

/** The verdict that a key gives; undefined for other keys, and for those that are held with a second one. */
export function toVerdict(press: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}): Verdict | undefined {
  return press.ctrlKey || press.metaKey || press.altKey ? undefined : VERDICT_KEYS[press.key.toLowerCase()];
}

/**
 * What a key means in the grid; undefined for those that are the browser's. One letter sets a verdict, so what begins
 * a jump is typed into a field that shows it: from there on every letter is a letter, and no clock decides.
 */
export function toCommand(
  { key, ctrl, shift, alt }: Press,
  from: GridPlace,
  size: { readonly rows: number; readonly columns: number },
): Command | undefined {
  if (alt) return undefined;
  const to = moveInGrid(from, { key, ctrl }, size);
  if (to !== undefined) {
    return { kind: 'move', to, extends: shift && !ctrl && (key === 'ArrowUp' || key === 'ArrowDown') };
  }
  const letter = key.toLowerCase();
  if (ctrl) {
    if (letter === 'z') return { kind: shift ? 'redo' : 'undo' };
    if (letter === 'y') return { kind: 'redo' };
    return letter === 'd' ? { kind: 'fill-down' } : undefined;
  }
  if (key === 'Enter' || key === ' ') return { kind: 'open' };
  if (key === 'Escape') return { kind: 'leave' };
  if (key === '?') return { kind: 'keys' };
  const verdict = VERDICT_KEYS[letter];
  if (verdict !== undefined) return { kind: 'rate', verdict };
  if (key === '/') return { kind: 'go-to', typed: '' };
  return /^[a-z0-9]$/.test(letter) ? { kind: 'go-to', typed: key } : undefined;
}

/** The prompt that is meant by the beginning of an id, with or without the theme's letters: `FD-B2` or `b2`. */
export function findByCode<P extends { readonly code: string }>(prompts: readonly P[], typed: string): P | undefined {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return undefined;
  const whole = prompts.find(({ code }) => code.toLowerCase().startsWith(wanted));
  return whole ?? prompts.find(({ code }) => code.toLowerCase().split('-').slice(1).join('-').startsWith(wanted));
}

/** Rows picked in one column, in order. */
export type Picked = { readonly column: number; readonly from: number; readonly to: number };

/** Cells from where picking began to where the keyboard is now; undefined for the column of the prompts, and for heads. */
export function pickFrom(anchor: GridPlace, to: GridPlace): Picked | undefined {
  if (anchor.row < 0 || to.row < 0) return undefined;
  if (anchor.column === 0 || anchor.column !== to.column || anchor.row === to.row) return undefined;
  return { column: anchor.column, from: Math.min(anchor.row, to.row), to: Math.max(anchor.row, to.row) };
}
