import { verdictWords } from '../../domain/checklist/cell-facts.ts';
import { progressName } from '../../domain/checklist/progress.ts';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';
import type { Cell } from './cells.ts';

/** What a cell says, for the clipboard: verdict, progress and reason, as a line of a spreadsheet. */
export function toCellText(prompt: Prompt, partner: Partner, { facts, reason }: Cell): string {
  const words = [`${prompt.code}, ${partner.title}`, verdictWords(facts), progressName(facts.progress), reason ?? ''];
  return words.map((word) => word.replaceAll(/\s+/g, ' ').trim()).join('\t');
}
