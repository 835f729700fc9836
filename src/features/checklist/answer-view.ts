import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { whyMayNotAgree } from '../../domain/checklist/may-agree.ts';
import { whyMayNotRate } from '../../domain/checklist/may-rate.ts';
import { standingVerdict } from '../../domain/checklist/progress.ts';
import type { Verdict } from '../../domain/checklist/verdict.ts';
import { type Membership, mayCheck } from '../../domain/roles.ts';
import { toHref } from '../../session/href.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import type { Action } from '../../workspace/schema/actions.ts';
import type { PersonRef } from '../../workspace/schema/define-list.ts';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';
import { isSavedFirst, offered } from './answer.ts';
import { peopleOf } from './people-of.ts';
import type { Answer } from './use-answer.ts';

/** What the panel of an answer shows and offers to the person who looks at it. */
export type AnswerView = {
  readonly today: Day;
  readonly href: string;
  readonly people: readonly PersonRef[];
  readonly actions: readonly Action[];
  /** Why not, in a sentence; missing when they may. */
  readonly whyNotRate: string | undefined;
  readonly whyNotAgree: string | undefined;
  readonly mayRate: boolean;
  /** Adds actions and comments: everybody named who does more than read. */
  readonly mayDo: boolean;
  /** Changes actions and marks them done: a promise stays one where its prompt is withdrawn. */
  readonly mayFinish: boolean;
  /** The verdict that is picked as the agreed one. */
  readonly chosen: Verdict | undefined;
  /** The verdict that a press would agree now; missing where there is none, or own changes come first. */
  readonly agrees: Verdict | undefined;
  /** Red, and nothing is promised: an action is asked for under the verdict. */
  readonly asksAction: boolean;
};

type Facts = {
  readonly partnership: Pick<Partnership, 'people' | 'actions'>;
  readonly prompt: Pick<Prompt, 'uid' | 'withdrawnOn'>;
  readonly partner: Pick<Partner, 'uid' | 'title'>;
  readonly answer: Pick<Answer, 'draft' | 'row' | 'key'>;
  readonly me: { readonly id: string; readonly name: string };
  readonly memberships: readonly Membership[];
  readonly today: Day;
};

export function toView({ partnership, prompt, partner, answer, me, memberships, today }: Facts): AnswerView {
  const { draft, row } = answer;
  const actions = partnership.actions.filter((each) => each.prompt === prompt.uid && each.partner === partner.uid);
  const whyNot = whyOnlyRead(prompt);
  const whyNotRate = whyNot ?? whyMayNotRate(partner, memberships);
  const whyNotAgree = whyNot ?? whyMayNotAgree(row, { ...me, memberships });
  const mayRate = whyNotRate === undefined;
  const chosen = draft.agreeing?.verdict ?? offered(row);
  const isNew = row?.progress !== 'agreed' || chosen !== row.agreedVerdict;
  const agrees = whyNotAgree === undefined && isNew && !isSavedFirst(draft) ? chosen : undefined;
  const isRed = (agrees ?? draft.fields.verdict) === 'red' || standingVerdict(row) === 'red';
  return {
    today,
    href: toHref({ screen: 'checklist', assessment: answer.key }),
    people: peopleOf(partnership.people),
    actions,
    whyNotRate,
    whyNotAgree,
    mayRate,
    mayDo: whyNot === undefined && mayCheck(memberships),
    mayFinish: mayCheck(memberships),
    chosen,
    agrees,
    asksAction: isRed && actions.length === 0 && (mayRate || agrees === 'red'),
  };
}

/** Why nothing about a prompt can be changed, in a sentence; missing for one that is asked. */
export function whyOnlyRead({ withdrawnOn }: Pick<Prompt, 'withdrawnOn'>): string | undefined {
  if (withdrawnOn === undefined) return undefined;
  return `Withdrawn from the pack on ${formatDay(withdrawnOn)}. What was written stays as it was, and comes back with the prompt.`;
}
