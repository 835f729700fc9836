import { describe, expect, it } from 'vitest';
import { findToConfirm } from '../../../src/features/home/later-work.ts';
import { cutGroups, findMyWork, groupWork } from '../../../src/features/home/my-work.ts';
import type { Action, Comment } from '../../../src/workspace/schema/actions.ts';
import type { Theme } from '../../../src/workspace/schema/lists.ts';
import { buildAssessment, buildEvidence, buildPartner, buildPrompt, byUid } from '../build-rows.ts';

const today = '2026-11-23';
const me = { id: 'd', name: 'Dorian Hexwell' };
const bea = { id: 'b', name: 'Bea Thistledown' };
const stamp = { at: '2026-11-20T09:00:00Z', by: bea.name };
const facts = { version: '1', created: stamp, changed: stamp };
const theme: Theme = {
  ...facts,
  uid: 'front-door-2026',
  title: 'Front door',
  pack: 'front-door',
  packVersion: '1',
  year: 2026,
};
const police = buildPartner('police', 'Police');
const a1 = buildPrompt('FD-A1', 'Spots need', 'A', 1);
const a2 = buildPrompt('FD-A2', 'Referrers know how', 'A', 2);

function action(uid: string, change: Partial<Action> = {}): Action {
  const on = { theme: theme.uid, prompt: a1.uid, partner: 'police' };
  return { ...facts, ...on, uid, title: `Action ${uid}`, owner: me, ...change };
}

function comment(uid: string, change: Partial<Comment> = {}): Comment {
  const record = `${a1.uid}.police`;
  return { ...facts, uid, title: 'FD-A1, Police', record, words: 'When?', writtenBy: bea, mentions: me.id, ...change };
}

const lead = [{ role: 'lead', partner: 'police' }] as const;

function workOf(
  change: Partial<Parameters<typeof findMyWork>[0]['partnership']>,
  comments: readonly Comment[] = [],
  memberships: Parameters<typeof findMyWork>[0]['memberships'] = lead,
) {
  const partnership = {
    ...{ theme, partners: [police], prompts: [a1, a2], withdrawn: [] },
    ...{ assessments: byUid([]), evidence: [], actions: [], ...change },
  };
  return findMyWork({ partnership, comments, me, memberships });
}

describe('my work', () => {
  it("holds my open actions of this theme, and nobody else's", () => {
    const actions = [
      action('1'),
      action('2', { owner: bea }),
      action('3', { doneOn: '2026-11-01' }),
      action('4', { theme: 'another-2025' }),
    ];
    expect(workOf({ actions })).toMatchObject([
      { title: 'Action 1', detail: 'Action, FD-A1, Police', href: '#/assessment/front-door-2026.FD-A1.police' },
    ]);
  });

  it('holds what I promised about a prompt that was withdrawn or is not in this cycle, and asks nothing more of it', () => {
    const withdrawn = [{ ...a1, withdrawnOn: '2026-11-20' }];
    const { prompt: _none, ...without } = action('2');
    const row = buildAssessment(a1, police, { verdict: 'amber', owner: me, dueOn: '2026-11-30', ratedBy: me });
    const change = { prompts: [a2], withdrawn, actions: [action('1'), without], assessments: byUid([row]) };
    expect(workOf(change, [comment('1'), comment('2', { record: a1.uid })])).toMatchObject([
      { detail: 'Action, FD-A1, Police, prompt withdrawn', href: '#/assessment/front-door-2026.FD-A1.police' },
      { detail: 'Action, Police', href: '#/answers/withdrawn' },
    ]);
  });

  it('holds answers that I own and that are due, until they are agreed', () => {
    const row = buildAssessment(a1, police, { verdict: 'amber', owner: me, dueOn: '2026-11-30', ratedBy: me });
    expect(workOf({ assessments: byUid([row]) })).toMatchObject([{ kind: 'answer', dueOn: '2026-11-30' }]);
    expect(workOf({ assessments: byUid([{ ...row, progress: 'agreed' }]) })).toEqual([]);
  });

  it('holds answers that are ready and that I may agree: not my own, and nothing for a senior leader', () => {
    const ready = buildAssessment(a1, police, { verdict: 'amber', progress: 'ready-to-agree', ratedBy: bea });
    const own = buildAssessment(a2, police, { verdict: 'red', progress: 'ready-to-agree', ratedBy: me });
    const assessments = byUid([ready, own]);
    expect(workOf({ assessments })).toMatchObject([{ kind: 'agree', title: 'FD-A1, Police: agree the answer' }]);
    expect(workOf({ assessments }, [], [{ role: 'senior leader' }])).toEqual([]);
  });

  it('tells what was brought forward and is mine to confirm, with the way to those rows', () => {
    const icb = buildPartner('icb', 'ICB');
    const brought = { verdict: 'amber', broughtForward: 'front-door-2025' } as const;
    const partnership = {
      columns: [police, icb],
      prompts: [a1, a2],
      assessments: byUid([
        buildAssessment(a1, police, brought),
        buildAssessment(a2, police, brought),
        buildAssessment(a1, icb, brought),
      ]),
    };
    const mine = findToConfirm(partnership, lead);
    expect(mine).toMatchObject([
      { title: 'Confirm 2 answers brought forward', detail: 'Checklist, Police', href: '#/answers/to-confirm/police' },
    ]);
    expect(findToConfirm(partnership, [{ role: 'coordinator' }])).toMatchObject([
      { title: 'Confirm 3 answers brought forward', detail: 'Checklist, 2 partners', href: '#/answers/to-confirm' },
    ]);
    expect(findToConfirm(partnership, [{ role: 'senior leader' }])).toEqual([]);
    expect(groupWork(mine, today).map(({ title }) => title)).toEqual(['Brought forward']);
  });

  it('holds evidence that others have submitted', () => {
    const evidence = [
      buildEvidence('1', { title: 'Audit', state: 'submitted', submittedBy: bea }),
      buildEvidence('2', { state: 'submitted', submittedBy: me }),
      buildEvidence('3', { state: 'approved', submittedBy: bea }),
    ];
    expect(workOf({ evidence })).toMatchObject([{ title: 'Check: Audit', href: '#/evidence/1' }]);
  });

  it('holds what was asked of me, about an answer or a prompt', () => {
    const work = workOf({}, [comment('1'), comment('2', { record: a1.uid, title: 'FD-A1' })]);
    expect(work.map(({ href }) => href)).toEqual([
      '#/assessment/front-door-2026.FD-A1.police',
      '#/prompt/front-door-2026.FD-A1',
    ]);
    expect(work[0]).toMatchObject({ title: 'When?', detail: 'Bea Thistledown asks you, FD-A1, Police' });
  });

  it('is grouped by date, soonest first, and cut where there is much of it', () => {
    const actions = [
      action('later', { dueOn: '2026-12-24' }),
      action('none'),
      action('today', { dueOn: today }),
      action('late', { dueOn: '2026-11-20' }),
      action('later still', { dueOn: '2026-12-25' }),
      action('very late', { dueOn: '2026-11-02' }),
      action('soon', { dueOn: '2026-11-30' }),
    ];
    const groups = groupWork(workOf({ actions }, [comment('1')]), today);
    const told = (cut: typeof groups) =>
      cut.map(({ title, work }) => `${title}: ${work.map(({ key }) => key).join(', ')}`);
    expect(told(groups)).toEqual([
      'Asked of you: 1',
      'Late: very late, late',
      'Today: today',
      'Next 7 days: soon',
      'Later: later, later still',
      'No date: none',
    ]);
    expect(told(cutGroups(groups, 2))).toEqual(['Asked of you: 1', 'Late: very late']);
  });
});
