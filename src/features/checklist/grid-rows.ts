import { groupPrompts } from '../../domain/checklist/groups.ts';
import { type Share, shareOf } from '../../domain/checklist/heat-map.ts';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';
import type { Cells } from './cells.ts';

export type GridRow =
  | {
      readonly kind: 'group';
      readonly name: string;
      /** Those that are shown. */
      readonly prompts: readonly Prompt[];
      /** Those that the group has, shown or not. */
      readonly all: readonly Prompt[];
      readonly isOpen: boolean;
    }
  | { readonly kind: 'prompt'; readonly prompt: Prompt };

/** The rows to draw: a heading for each group, and its prompts unless it is closed. */
export function toGridRows(
  shown: readonly Prompt[],
  all: readonly Prompt[],
  closed: ReadonlySet<string>,
): readonly GridRow[] {
  const everything = new Map(groupPrompts(all).map((group) => [group.name, group.prompts]));
  return groupPrompts(shown).flatMap(({ name, prompts }): GridRow[] => {
    const isOpen = !closed.has(name);
    const head: GridRow = { kind: 'group', name, prompts, all: everything.get(name) ?? prompts, isOpen };
    return isOpen ? [head, ...prompts.map((prompt): GridRow => ({ kind: 'prompt', prompt }))] : [head];
  });
}

type Size = {
  /** Those that are shown. */
  readonly prompts: number;
  readonly of: number;
  readonly partners: number;
};

/** `2 of 32 prompts by 1 partner`. */
export function sizeWords({ prompts, of, partners }: Size): string {
  return `${countWords(prompts, of, 'prompt')} by ${countWords(partners, partners, 'partner')}`;
}

/** `27 of 32 benchmark prompts`. */
export function countWords(shown: number, of: number, thing: string): string {
  return `${shown === of ? '' : `${shown} of `}${of} ${thing}${of === 1 ? '' : 's'}`;
}

/** Where a partner stands over some prompts. */
export function standingOf(cells: Cells, prompts: readonly Prompt[], partner: Partner): Share {
  return shareOf(prompts.flatMap((prompt) => cells.get(assessmentKey(prompt.uid, partner.uid))?.facts ?? []));
}
