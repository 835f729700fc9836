import { expect, it } from 'vitest';
import { countKept, keptWords } from '../../../src/features/checklist/kept-words.ts';
import { promptlessActions } from '../../../src/features/checklist/withdrawn.ts';
import type { Action } from '../../../src/workspace/schema/actions.ts';
import type { EvidenceLink, Theme } from '../../../src/workspace/schema/lists.ts';
import { buildAssessment, buildPartner, buildPrompt, byUid } from '../build-rows.ts';

const police = buildPartner('police', 'Police');
const council = buildPartner('council', 'Council');
const [a1, a2] = [buildPrompt('FD-A1', 'Spots need', 'A', 1), buildPrompt('FD-A2', 'Referrers know how', 'A', 2)];
const { version, created, changed } = police;
const facts = { version, created, changed };
const link = (evidence: string, prompt: string, partner: string): EvidenceLink => {
  const uid = `${evidence}.${prompt}`;
  return { ...facts, uid, title: uid, evidence, prompt, partner };
};
const action = (uid: string, change: Partial<Action>): Action => {
  return { ...facts, uid, title: uid, theme: 'front-door-2026', ...change };
};

it('counts what was written about a withdrawn prompt', () => {
  const assessments = byUid([
    buildAssessment(a1, police, { verdict: 'red' }),
    buildAssessment(a1, council, {}),
    buildAssessment(a2, council, { verdict: 'green' }),
  ]);
  const links = [link('1', a1.uid, 'police'), link('2', a1.uid, 'council'), link('3', a2.uid, 'police')];
  const actions = [action('1', { prompt: a2.uid })];
  expect(keptWords(countKept({ assessments, links, actions }, a1))).toBe('1 answer, 2 documents, no actions');
});

it('finds the actions of a cycle that does not ask their prompt', () => {
  const theme = { uid: 'front-door-2026' } as Theme;
  const actions = [action('1', {}), action('2', { prompt: a1.uid }), action('3', { theme: 'front-door-2025' })];
  expect(promptlessActions({ theme, actions }).map(({ uid }) => uid)).toEqual(['1']);
});
