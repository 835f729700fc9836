import { expect, it } from 'vitest';
import { planBringForward } from '../../../src/domain/checklist/bring-forward.ts';

const prompts = (theme: string, ...codes: string[]) =>
  codes.map((code) => ({ uid: `${theme}.${code}`, code, title: `Prompt ${code}` }));
const cycles = {
  theme: 'b',
  older: [...prompts('a', 'P1', 'P2'), { uid: 'a.P3', code: 'P3', title: 'Prompt P3', withdrawnOn: '2026-01-05' }],
  newer: [...prompts('b', 'P1', 'P3'), { uid: 'b.P2', code: 'P2', title: 'Prompt P2', withdrawnOn: '2026-01-05' }],
  partners: new Set(['police', 'icb']),
  answers: [
    { uid: 'a.P1.police', prompt: 'a.P1', partner: 'police' },
    { uid: 'a.P1.gone', prompt: 'a.P1', partner: 'gone' },
    { uid: 'a.P2.police', prompt: 'a.P2', partner: 'police' },
    { uid: 'a.P3.police', prompt: 'a.P3', partner: 'police' },
  ],
  links: [
    { uid: 'e.a.P1', evidence: 'e', prompt: 'a.P1', partner: 'police' },
    { uid: 'f.a.P1', evidence: 'f', prompt: 'a.P1', partner: 'icb' },
    { uid: 'g.a.P1', evidence: 'g', prompt: 'a.P1', partner: 'icb' },
  ],
  actions: [
    { uid: '1', prompt: 'a.P1', partner: 'police' },
    { uid: '2', prompt: 'a.P2' },
    { uid: '3', prompt: 'a.P1', doneOn: '2026-11-02' },
    { uid: '4', partner: 'gone' },
  ],
};

it('takes what both cycles ask, of partners that still take part, under keys that mean something', () => {
  const plan = planBringForward(cycles);
  expect(plan.answers.map(({ uid, prompt }) => [uid, prompt])).toEqual([['b.P1.police', 'b.P1']]);
  expect(plan.links.map(({ uid }) => uid)).toEqual(['e.b.P1', 'f.b.P1', 'g.b.P1']);
  expect(plan.actions.map(({ uid, prompt }) => [uid, prompt])).toEqual([
    ['b.from.1', 'b.P1'],
    ['b.from.2', undefined],
  ]);
});

it('marks a cell that has evidence and no answer, once', () => {
  expect(planBringForward(cycles).unanswered).toEqual([{ uid: 'b.P1.icb', prompt: 'b.P1', partner: 'icb' }]);
});

it('marks a cell that has an open action and no answer', () => {
  const partners = new Set(['police', 'icb', 'council']);
  const actions = [
    { uid: '1', prompt: 'a.P1', partner: 'council' },
    { uid: '2', prompt: 'a.P2', partner: 'council' },
  ];
  const { unanswered } = planBringForward({ ...cycles, partners, links: [], actions });
  expect(unanswered).toEqual([{ uid: 'b.P1.council', prompt: 'b.P1', partner: 'council' }]);
});

it('takes no answer to another question that has its id', () => {
  const newer = [{ uid: 'b.P1', code: 'P1', title: 'Fathers and male carers are seen' }];
  const older = [{ uid: 'a.P1', code: 'P1', title: 'Strategy discussions have health in them' }];
  const plan = planBringForward({ ...cycles, older, newer });
  expect([plan.answers, plan.links, plan.unanswered]).toEqual([[], [], []]);
  expect(plan.actions.map(({ uid, prompt }) => [uid, prompt])).toEqual([
    ['b.from.1', undefined],
    ['b.from.2', undefined],
  ]);
});
