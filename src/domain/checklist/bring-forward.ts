import { assessmentKey, evidenceLinkKey } from './keys.ts';
import { isOtherQuestion } from './same-words.ts';

/** Rows of two cycles of one theme, as far as bringing forward needs them. */
type PromptLine = {
  readonly uid: string;
  readonly code: string;
  readonly title: string;
  readonly withdrawnOn?: string;
};
type AnswerLine = { readonly uid: string; readonly prompt: string; readonly partner: string };
type LinkLine = { readonly uid: string; readonly evidence: string; readonly prompt: string; readonly partner: string };
type ActionLine = {
  readonly uid: string;
  readonly prompt?: string;
  readonly partner?: string;
  readonly doneOn?: string;
};

export type Cycles<Answer extends AnswerLine, Link extends LinkLine, Action extends ActionLine> = {
  /** The uid of the new cycle. */
  readonly theme: string;
  readonly older: readonly PromptLine[];
  readonly newer: readonly PromptLine[];
  /** Those who take part now. */
  readonly partners: ReadonlySet<string>;
  /** Of the older cycle. */
  readonly answers: readonly Answer[];
  readonly links: readonly Link[];
  readonly actions: readonly Action[];
};

/** A row of the older cycle, and the key and prompt under which it stands in the new one. */
export type Brought<Row> = { readonly from: Row; readonly uid: string; readonly prompt: string };

/**
 * What a new cycle takes from the last one. Prompts are known again by their codes. Each key is made of what it came
 * from, so that whoever does it twice makes nothing twice.
 */
export function planBringForward<Answer extends AnswerLine, Link extends LinkLine, Action extends ActionLine>(
  cycles: Cycles<Answer, Link, Action>,
): {
  readonly answers: readonly Brought<Answer>[];
  /** Cells with evidence or an action and no answer yet: they are marked too, so that somebody looks at them. */
  readonly unanswered: readonly { readonly uid: string; readonly prompt: string; readonly partner: string }[];
  readonly links: readonly Brought<Link>[];
  readonly actions: readonly (Omit<Brought<Action>, 'prompt'> & { readonly prompt: string | undefined })[];
} {
  const next = toNext(cycles);
  const takesPart = (partner: string | undefined) => partner === undefined || cycles.partners.has(partner);
  const answers = cycles.answers
    .filter((row) => takesPart(row.partner))
    .flatMap((from) => {
      const prompt = next.get(from.prompt);
      return prompt === undefined ? [] : [{ from, uid: assessmentKey(prompt, from.partner), prompt }];
    });
  const links = cycles.links
    .filter((row) => takesPart(row.partner))
    .flatMap((from) => {
      const prompt = next.get(from.prompt);
      return prompt === undefined ? [] : [{ from, uid: evidenceLinkKey(from.evidence, prompt), prompt }];
    });
  const answered = new Set(answers.map((answer) => answer.uid));
  const actions = cycles.actions
    .filter((action) => action.doneOn === undefined && takesPart(action.partner))
    .map((from) => ({
      from,
      uid: `${cycles.theme}.from.${from.uid}`,
      prompt: from.prompt === undefined ? undefined : next.get(from.prompt),
    }));
  const unanswered = new Map(
    [...links, ...actions].flatMap(({ from: { partner }, prompt }) => {
      if (prompt === undefined || partner === undefined) return [];
      const uid = assessmentKey(prompt, partner);
      return [[uid, { uid, prompt, partner }] as const];
    }),
  );
  return {
    answers,
    unanswered: [...unanswered.values()].filter((cell) => !answered.has(cell.uid)),
    links,
    actions,
  };
}

/**
 * From the older prompt's uid to the newer one's. What was withdrawn in either is not asked any more, and an answer
 * does not come along to another question that has its id.
 */
function toNext({ older, newer }: Pick<Cycles<AnswerLine, LinkLine, ActionLine>, 'older' | 'newer'>) {
  const byCode = new Map(newer.filter((row) => row.withdrawnOn === undefined).map((row) => [row.code, row]));
  return new Map(
    older.flatMap((row) => {
      const to = byCode.get(row.code);
      const isAsked = to !== undefined && row.withdrawnOn === undefined && !isOtherQuestion(row.title, to.title);
      return isAsked ? [[row.uid, to.uid] as const] : [];
    }),
  );
}
