/** Keys of the partners that a theme does not ask; see `pack-scope.ts`. */
export function readScope({ outOfScope: text }: { readonly outOfScope?: string }): readonly string[] {
  return text?.split('\n').flatMap((line) => line.trim() || []) ?? [];
}

type Cell = { readonly prompt?: string; readonly partner?: string };

const SAYS = [
  ...(['verdict', 'agreedVerdict', 'progress', 'confidence', 'owner', 'dueOn', 'broughtForward'] as const),
  ...(['reason', 'impact', 'strengths', 'improve', 'noActionReason'] as const),
];

type Answer = Cell & { readonly [K in (typeof SAYS)[number]]?: unknown };

export type Written = {
  readonly assessments: Iterable<Answer>;
  readonly links: Iterable<Cell>;
  readonly actions: Iterable<Cell>;
};

/** The partners for whom something about these prompts is written, linked or promised; an answer taken back is nothing. */
export function findAnswerers(
  prompts: readonly { readonly uid: string }[],
  { assessments, links, actions }: Written,
): ReadonlySet<string> {
  const own = new Set(prompts.map(({ uid }) => uid));
  const answers = [...assessments].filter((row) => SAYS.some((column) => row[column] !== undefined));
  const cells: readonly Cell[] = [...answers, ...links, ...actions];
  return new Set(
    cells.flatMap(({ prompt, partner }) => (partner !== undefined && own.has(prompt ?? '') ? [partner] : [])),
  );
}

/**
 * The partners that a theme asks, in their order. What somebody has written never goes out of sight, so whoever has
 * answered is asked all the same; and where nobody would be left, all are.
 */
export function askedPartners<P extends { readonly uid: string }>(
  partners: readonly P[],
  out: readonly string[],
  answerers: () => ReadonlySet<string>,
): readonly P[] {
  if (out.length === 0) return partners;
  const answered = answerers();
  const asked = partners.filter(({ uid }) => !out.includes(uid) || answered.has(uid));
  return asked.length === 0 ? partners : asked;
}
