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

/** Who is out after an upgrade: what the packs say differently, on top of what the coordinator has decided. */
export function moveScope(out: readonly string[], from: readonly string[], to: readonly string[]): readonly string[] {
  const kept = out.filter((uid) => to.includes(uid) || !from.includes(uid));
  return [...kept, ...to.filter((uid) => !from.includes(uid) && !out.includes(uid))];
}
