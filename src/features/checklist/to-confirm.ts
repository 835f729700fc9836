import { assessmentKey } from '../../domain/checklist/keys.ts';
import { mayRate } from '../../domain/checklist/may-rate.ts';
import type { Membership } from '../../domain/roles.ts';
import type { Assessment, Partner, Prompt } from '../../workspace/schema/lists.ts';
import type { Cells } from './cells.ts';

export type ToConfirm = {
  readonly prompt: Prompt;
  readonly row: Assessment;
  /** How many documents are linked to it. */
  readonly proofs: number;
};

/** What was brought forward for a partner and is not confirmed, in the order of the prompts. */
export function findToConfirm(cells: Cells, prompts: readonly Prompt[], partner: Partner): readonly ToConfirm[] {
  return prompts.flatMap((prompt) => {
    const cell = cells.get(assessmentKey(prompt.uid, partner.uid));
    return cell?.row !== undefined && cell.facts.isToConfirm ? [{ prompt, row: cell.row, proofs: cell.proofs }] : [];
  });
}

/** The partners for whom somebody with these roles may confirm something. */
export function partnersToConfirm(
  cells: Cells,
  { prompts, partners }: { readonly prompts: readonly Prompt[]; readonly partners: readonly Partner[] },
  mine: readonly Membership[],
): readonly Partner[] {
  return partners.filter((partner) => mayRate(partner.uid, mine) && findToConfirm(cells, prompts, partner).length > 0);
}
