import { type Share, shareOf } from './heat-map.ts';
import { type Progress, progressOf, standingVerdict } from './progress.ts';
import type { Verdict } from './verdict.ts';

type Answer = {
  readonly prompt: string;
  readonly partner: string;
  readonly verdict?: Verdict;
  readonly agreedVerdict?: Verdict;
  readonly progress?: Exclude<Progress, 'not-started'>;
  readonly broughtForward?: string;
};

export type Standing = Share & {
  readonly partner: string;
  /** Prompts that the partner has given a verdict; "not applicable" is one. */
  readonly rated: number;
  /** Keys of the prompts that are red, in the order of `prompts`. */
  readonly red: readonly string[];
};

/**
 * Where each partner stands with the verdicts that count, in the order of `partners`. Answers to prompts or of partners
 * that are not given (withdrawn, removed, another theme's) do not count.
 */
export function rollUp(
  prompts: readonly { readonly uid: string }[],
  partners: readonly { readonly uid: string }[],
  answers: readonly Answer[],
): readonly Standing[] {
  const byPlace = new Map(answers.map((answer) => [`${answer.partner} ${answer.prompt}`, answer]));
  return partners.map((partner) => {
    const answerTo = (prompt: { readonly uid: string }) => byPlace.get(`${partner.uid} ${prompt.uid}`);
    const share = shareOf(
      prompts.map((prompt) => {
        const answer = answerTo(prompt);
        return {
          standing: standingVerdict(answer),
          agreed: answer?.agreedVerdict,
          progress: progressOf(answer),
          isToConfirm: answer?.broughtForward !== undefined,
        };
      }),
    );
    return {
      ...share,
      partner: partner.uid,
      rated: share.of - share.counts['not-rated'],
      red: prompts.filter((prompt) => standingVerdict(answerTo(prompt)) === 'red').map(({ uid }) => uid),
    };
  });
}

/** The list of what is rated, with whatever verdict. */
export const RATED = 'rated';
/** The list of what is rated and was brought forward, and is not confirmed. */
export const BROUGHT = 'brought';

/** `140 brought forward, to confirm`: said beside every count of what is rated, where there are any. */
export function broughtWords(brought: number): string {
  return `${brought} brought forward, to confirm`;
}
