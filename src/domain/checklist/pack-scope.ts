import { presetPartners } from '../partners.ts';

/**
 * ## Who is out of scope
 * A pack names the partners that its theme concerns. Of those that every partnership is offered, the others are out of
 * scope: they have no column, and nothing of theirs counts as not rated. A partner of the partnership's own, `Housing`,
 * is none that a pack could have left out, so it stays in. The theme keeps who is out, because the coordinator may
 * decide otherwise; a theme that says nothing leaves nobody out.
 */
export function outOfScope(pack: { readonly partners: readonly string[] }): readonly string[] {
  return presetPartners.flatMap(({ uid }) => (pack.partners.includes(uid) ? [] : [uid]));
}

/** As a theme's column keeps it: one key a line; `null` where nobody is out. */
export function toScopeText(out: readonly string[]): string | null {
  return [...new Set(out)].toSorted().join('\n') || null;
}

export function readScope({ outOfScope: text }: { readonly outOfScope?: string }): readonly string[] {
  return text?.split('\n').flatMap((line) => line.trim() || []) ?? [];
}

/** Who is out after an upgrade: what the packs say differently, on top of what the coordinator has decided. */
export function moveScope(out: readonly string[], from: readonly string[], to: readonly string[]): readonly string[] {
  const kept = out.filter((uid) => to.includes(uid) || !from.includes(uid));
  return [...kept, ...to.filter((uid) => !from.includes(uid) && !out.includes(uid))];
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
