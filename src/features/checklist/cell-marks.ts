import type { CSSProperties } from 'react';
import type { CellFacts } from '../../domain/checklist/cell-facts.ts';
import type { Verdict } from '../../domain/checklist/verdict.ts';

/** Of a mark in a cell that the filters do not mean. */
export const PALE = '-pale';

/** The CSS property that holds a picture. */
export function pictureName(picture: string, shade: typeof PALE | '' = ''): string {
  return `--mark-${picture}${shade}`;
}

export function verdictPicture(verdict: Verdict | undefined, agreed: boolean): string {
  return `${verdict ?? 'not-rated'}-${agreed ? 'agreed' : 'own'}`;
}

/** Where the middle of a mark is, in pixels from the middle of its cell. */
type Mark = { readonly picture: string; readonly x: number; readonly y: number; readonly size?: string };

/** Everything that a cell shows, the topmost first. Together in the middle, however large the cell is. */
export function marksOf(facts: CellFacts): readonly Mark[] {
  const { own, agreed, isLate } = facts;
  return [
    ...(facts.isDisputed
      ? [
          { picture: verdictPicture(own, false), x: -16, y: -4, size: '16px' },
          { picture: 'differs', x: -2, y: -4 },
          { picture: verdictPicture(agreed, true), x: 14, y: -4 },
        ]
      : [{ picture: verdictPicture(agreed ?? own, agreed !== undefined), x: 0, y: -4 }]),
    { picture: facts.progress, x: 0, y: 14.5 },
    ...(facts.isStale ? [{ picture: 'stale', x: 27, y: -13 }] : []),
    ...(facts.isToConfirm ? [{ picture: 'brought', x: 27, y: 10 }] : []),
    ...(isLate ? [{ picture: 'late', x: -26, y: -13 }] : []),
    ...(facts.needsAction ? [{ picture: 'no-action', x: -26, y: isLate ? 3 : -13 }] : []),
  ];
}

/** The marks as the background of their cell, whose lines at the right and below are not part of its middle. */
export function backgroundOf(facts: CellFacts, isPale: boolean): CSSProperties {
  const marks = marksOf(facts);
  return {
    backgroundImage: marks.map(({ picture }) => `var(${pictureName(picture, isPale ? PALE : '')})`).join(),
    backgroundPosition: marks.map(({ x, y }) => `calc(50% + ${x + 0.5}px) calc(50% + ${y + 0.5}px)`).join(),
    backgroundSize: marks.map(({ size = 'auto' }) => size).join(),
  };
}
