import type { CellFacts } from './cell-facts.ts';
import { type Verdict, verdicts } from './verdict.ts';

/** A verdict, or that there is none yet. */
export type Rating = Verdict | 'not-rated';

/** Red first, what nobody has rated last. */
export const ratings: readonly Rating[] = [...verdicts, 'not-rated'];

/** How many of some cells have which verdict; the counts add up to `of`. */
export type Share = {
  readonly of: number;
  /** Answers that a second person has agreed. */
  readonly agreed: number;
  readonly counts: Readonly<Record<Rating, number>>;
  /** How many of `counts` stand because they are agreed; the others are the partners' own. */
  readonly agreedCounts: Readonly<Record<Rating, number>>;
  /** How many of those that are rated were brought forward from another cycle, and confirmed by nobody yet. */
  readonly brought: number;
};

type Rated = Pick<CellFacts, 'standing' | 'agreed' | 'progress' | 'isToConfirm'>;

/** The verdicts that count, over these cells. */
export function shareOf(cells: readonly Rated[]): Share {
  const counts = { ...none };
  const agreedCounts = { ...none };
  let agreed = 0;
  let brought = 0;
  for (const cell of cells) {
    counts[cell.standing ?? 'not-rated'] += 1;
    if (cell.agreed !== undefined && cell.agreed === cell.standing) agreedCounts[cell.agreed] += 1;
    if (cell.progress === 'agreed') agreed += 1;
    if (cell.isToConfirm && cell.standing !== undefined) brought += 1;
  }
  return { of: cells.length, agreed, counts, agreedCounts, brought };
}

const none = { red: 0, amber: 0, green: 0, 'not-applicable': 0, 'not-rated': 0 };

export type HeatRow = {
  readonly name: string;
  /** In the order of the partners. */
  readonly shares: readonly Share[];
  readonly total: Share;
};

type Group<P> = { readonly name: string; readonly prompts: readonly P[] };

/** Groups down, partners across, and a row of sums; `cellOf` gives each prompt's and partner's cell. */
export function toHeatMap<P, A>(
  groups: readonly Group<P>[],
  partners: readonly A[],
  cellOf: (prompt: P, partner: A) => Rated,
): { readonly rows: readonly HeatRow[]; readonly total: Omit<HeatRow, 'name'> } {
  const rows = groups.map(({ name, prompts }) => {
    const shares = partners.map((partner) => shareOf(prompts.map((prompt) => cellOf(prompt, partner))));
    return { name, shares, total: addShares(shares) };
  });
  const shares = partners.map((_, column) => addShares(rows.flatMap((row) => row.shares[column] ?? [])));
  return { rows, total: { shares, total: addShares(shares) } };
}

function addShares(shares: readonly Share[]): Share {
  const sum = (of: (share: Share) => number) => shares.reduce((total, share) => total + of(share), 0);
  const sumEach = (of: (share: Share) => Share['counts']) => {
    const total = { ...none };
    for (const rating of ratings) total[rating] = sum((share) => of(share)[rating]);
    return total;
  };
  return {
    of: sum((share) => share.of),
    agreed: sum((share) => share.agreed),
    counts: sumEach((share) => share.counts),
    agreedCounts: sumEach((share) => share.agreedCounts),
    brought: sum((share) => share.brought),
  };
}

/** How much red there is, for the tint: none, up to a quarter, up to a half, more. Only of what has been rated. */
export function heatOf({ of, counts }: Share): 0 | 1 | 2 | 3 {
  const rated = of - counts['not-rated'] - counts['not-applicable'];
  if (counts.red === 0) return 0;
  const share = counts.red / rated;
  if (share <= 0.25) return 1;
  return share <= 0.5 ? 2 : 3;
}
