import { groupPrompts } from '../../domain/checklist/groups.ts';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { type Verdict, verdictName } from '../../domain/checklist/verdict.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';

export type PromptFilter = { readonly find: string; readonly verdict: Verdict | 'not-rated' | '' };

export type GridRow =
  | { readonly kind: 'group'; readonly name: string; readonly prompts: readonly Prompt[]; readonly isOpen: boolean }
  | { readonly kind: 'prompt'; readonly prompt: Prompt };

/** Prompts whose id or text holds what was typed, and that have the verdict from one of `partners`. */
export function matchPrompts(
  { prompts, assessments }: Pick<Partnership, 'prompts' | 'assessments'>,
  partners: readonly Partner[],
  filter: PromptFilter,
): readonly Prompt[] {
  const words = filter.find.trim().toLowerCase();
  return prompts.filter((prompt) => {
    if (words !== '' && !`${prompt.code} ${prompt.title} ${prompt.group}`.toLowerCase().includes(words)) return false;
    if (filter.verdict === '') return true;
    return partners.some((partner) => {
      const verdict = assessments.get(assessmentKey(prompt.uid, partner.uid))?.verdict;
      return (verdict ?? 'not-rated') === filter.verdict;
    });
  });
}

/** The rows to draw: a heading for each group, and its prompts unless it is closed. */
export function toGridRows(prompts: readonly Prompt[], closed: ReadonlySet<string>): readonly GridRow[] {
  return groupPrompts(prompts).flatMap((group): GridRow[] => {
    const isOpen = !closed.has(group.name);
    const head: GridRow = { kind: 'group', name: group.name, prompts: group.prompts, isOpen };
    return isOpen ? [head, ...group.prompts.map((prompt): GridRow => ({ kind: 'prompt', prompt }))] : [head];
  });
}

/** How many of `prompts` a partner has given a verdict. */
export function countRated(
  prompts: readonly Prompt[],
  partner: Partner,
  assessments: Partnership['assessments'],
): number {
  return prompts.filter((prompt) => assessments.get(assessmentKey(prompt.uid, partner.uid))?.verdict !== undefined)
    .length;
}

/** How many documents stand behind each assessment. */
export function countEvidence({ links }: Pick<Partnership, 'links'>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const link of links) {
    const key = assessmentKey(link.prompt, link.partner);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The filter in words, for when nothing matches. */
export function toFilterWords({ find, verdict }: PromptFilter): string {
  const words = find.trim() === '' ? [] : [`The text holds "${find.trim()}"`];
  if (verdict !== '')
    words.push(`a verdict is ${verdictName(verdict === 'not-rated' ? undefined : verdict).toLowerCase()}`);
  return `${words.join(' and ')}.`.replace(/^a/, 'A');
}
