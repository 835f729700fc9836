import { addDays, type Day } from '../../domain/calendar/day.ts';
import { whyMayNotAgree } from '../../domain/checklist/may-agree.ts';
import { askedOf } from '../../domain/checklist/mentions.ts';
import { progressName, progressOf } from '../../domain/checklist/progress.ts';
import { verdictName } from '../../domain/checklist/verdict.ts';
import { type Membership, mayCheck } from '../../domain/roles.ts';
import { toHref } from '../../session/href.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import type { Comment } from '../../workspace/schema/actions.ts';

export type Work = {
  readonly key: string;
  readonly kind: 'asked' | 'action' | 'answer' | 'agree' | 'confirm' | 'check' | 'document';
  readonly title: string;
  /** What it is and whose. */
  readonly detail: string;
  readonly dueOn?: Day | undefined;
  readonly href: string;
  /** The question, for whoever ticks it off. */
  readonly asked?: Comment;
};

export type WorkGroup = { readonly title: string; readonly isLate: boolean; readonly work: readonly Work[] };

type Facts = {
  readonly partnership: Pick<
    Partnership,
    'theme' | 'partners' | 'prompts' | 'withdrawn' | 'assessments' | 'evidence' | 'actions'
  >;
  readonly comments: readonly Comment[];
  readonly me: { readonly id: string; readonly name: string };
  readonly memberships: readonly Membership[];
};

/** What waits for one person: what was asked of them, promised by them, is theirs to answer, to agree or to check. */
export function findMyWork({ partnership, comments, me, memberships }: Facts): readonly Work[] {
  const { theme, partners, prompts, withdrawn, assessments, evidence, actions } = partnership;
  // What was promised about a prompt still is, when a newer pack has withdrawn it.
  const promptOf = new Map([...prompts, ...withdrawn].map((prompt) => [prompt.uid, prompt]));
  const titleOf = new Map(partners.map((partner) => [partner.uid, partner.title]));
  const place = (prompt: string | undefined, partner: string | undefined) =>
    [promptOf.get(prompt ?? '')?.code, titleOf.get(partner ?? '')].filter((part) => part !== undefined).join(', ');
  const shown = [...assessments.values()].filter(
    ({ prompt, partner }) =>
      promptOf.get(prompt)?.withdrawnOn === undefined && promptOf.has(prompt) && titleOf.has(partner),
  );

  const asked = askedOf(me.id, comments)
    .filter(({ record }) => theme !== undefined && record.startsWith(`${theme.uid}.`))
    // What nobody asks any more needs no answer.
    .filter(({ record }) => !withdrawn.some(({ uid }) => record === uid || record.startsWith(`${uid}.`)))
    .map((comment): Work => {
      const isPrompt = promptOf.has(comment.record);
      const address = isPrompt ? { prompt: comment.record } : { assessment: comment.record };
      return {
        key: comment.uid,
        asked: comment,
        kind: 'asked',
        title: comment.words,
        detail: `${comment.writtenBy.name} asks you, ${comment.title}`,
        href: toHref({ screen: 'checklist', ...address } as Parameters<typeof toHref>[0]),
      };
    });
  const promised = actions
    .filter((action) => action.theme === theme?.uid && action.owner?.id === me.id && action.doneOn === undefined)
    .flatMap((action): readonly Work[] => {
      if (action.partner === undefined || (action.prompt !== undefined && !promptOf.has(action.prompt))) return [];
      const isWithdrawn = promptOf.get(action.prompt ?? '')?.withdrawnOn !== undefined;
      return [
        {
          key: action.uid,
          kind: 'action',
          title: action.title,
          detail: `Action, ${place(action.prompt, action.partner)}${isWithdrawn ? ', prompt withdrawn' : ''}`,
          dueOn: action.dueOn,
          href: toHref({
            screen: 'checklist',
            // One whose prompt this cycle does not ask stands with the withdrawn ones.
            ...(action.prompt === undefined
              ? { rows: { list: 'withdrawn' } }
              : { assessment: `${action.prompt}.${action.partner}` }),
          }),
        },
      ];
    });
  const mine = shown
    .filter((row) => row.owner?.id === me.id && row.dueOn !== undefined && progressOf(row) !== 'agreed')
    .map(
      (row): Work => ({
        key: row.uid,
        kind: 'answer',
        title: `${place(row.prompt, row.partner)}: your answer`,
        detail: `Checklist, ${progressName(progressOf(row)).toLowerCase()}`,
        dueOn: row.dueOn,
        href: toHref({ screen: 'checklist', assessment: row.uid }),
      }),
    );
  const toAgree = shown
    .filter((row) => progressOf(row) === 'ready-to-agree' && whyMayNotAgree(row, { ...me, memberships }) === undefined)
    .map(
      (row): Work => ({
        key: `agree ${row.uid}`,
        kind: 'agree',
        title: `${place(row.prompt, row.partner)}: agree the answer`,
        detail: `Checklist, the partner says ${verdictName(row.verdict).toLowerCase()}`,
        dueOn: row.dueOn,
        href: toHref({ screen: 'checklist', assessment: row.uid }),
      }),
    );
  const toCheck = evidence
    .filter((item) => item.state === 'submitted' && item.submittedBy?.id !== me.id && mayCheck(memberships))
    .map(
      (item): Work => ({
        key: item.uid,
        kind: 'check',
        title: `Check: ${item.title}`,
        detail: `Evidence, ${titleOf.get(item.partner) ?? 'a partner that has left'}`,
        dueOn: item.dueOn,
        href: toHref({ screen: 'evidence', item: item.uid }),
      }),
    );
  return [...asked, ...promised, ...mine, ...toCheck, ...toAgree];
}

const SOON_DAYS = 7;

/** The work by date, soonest first; what was asked stands before all, what has no date after all. */
export function groupWork(work: readonly Work[], today: Day): readonly WorkGroup[] {
  const soon = addDays(today, SOON_DAYS);
  const within = (title: string, isIn: (work: Work) => boolean, isLate = false): WorkGroup => ({
    title,
    isLate,
    work: work.filter(isIn).toSorted((one, other) => ((one.dueOn ?? '') < (other.dueOn ?? '') ? -1 : 1)),
  });
  const due = (test: (dueOn: Day) => boolean) => (one: Work) =>
    one.kind !== 'asked' && one.dueOn !== undefined && test(one.dueOn);
  return [
    { title: 'Asked of you', isLate: false, work: work.filter(({ kind }) => kind === 'asked') },
    { title: 'Brought forward', isLate: false, work: work.filter(({ kind }) => kind === 'confirm') },
    within(
      'Late',
      due((dueOn) => dueOn < today),
      true,
    ),
    within(
      'Today',
      due((dueOn) => dueOn === today),
    ),
    within(
      'Next 7 days',
      due((dueOn) => dueOn > today && dueOn <= soon),
    ),
    within(
      'Later',
      due((dueOn) => dueOn > soon),
    ),
    {
      title: 'No date',
      isLate: false,
      work: work.filter(({ kind, dueOn }) => kind !== 'asked' && kind !== 'confirm' && dueOn === undefined),
    },
  ].filter((group) => group.work.length > 0);
}

/** The first so many, with their groups. */
export function cutGroups(groups: readonly WorkGroup[], most: number): readonly WorkGroup[] {
  let left = most;
  return groups.flatMap((group) => {
    const work = group.work.slice(0, Math.max(0, left));
    left -= work.length;
    return work.length === 0 ? [] : [{ ...group, work }];
  });
}
