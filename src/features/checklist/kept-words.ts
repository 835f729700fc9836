import type { Partnership } from '../../session/use-partnership.ts';
import type { Prompt } from '../../workspace/schema/lists.ts';

type Kept = { readonly answers: number; readonly documents: number; readonly actions: number };

/** What was written about a prompt. */
export function countKept(
  { assessments, links, actions }: Pick<Partnership, 'assessments' | 'links' | 'actions'>,
  prompt: Pick<Prompt, 'uid'>,
): Kept {
  const answered = [...assessments.values()].filter((row) => row.prompt === prompt.uid && row.verdict !== undefined);
  return {
    answers: answered.length,
    documents: new Set(links.filter((link) => link.prompt === prompt.uid).map((link) => link.evidence)).size,
    actions: actions.filter((action) => action.prompt === prompt.uid).length,
  };
}

/** `2 answers, 1 document, no actions`. */
export function keptWords({ answers, documents, actions }: Kept): string {
  const many = (count: number, one: string) => `${count === 0 ? 'no' : count} ${count === 1 ? one : `${one}s`}`;
  const words = [many(answers, 'answer'), many(documents, 'document'), many(actions, 'action')].join(', ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
