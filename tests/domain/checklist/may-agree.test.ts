import { expect, it } from 'vitest';
import { whyMayNotAgree } from '../../../src/domain/checklist/may-agree.ts';

const rated = { verdict: 'amber', progress: 'ready-to-agree', ratedBy: { id: 'bea' } } as const;
const lead = (id: string, name = id) => ({
  id,
  name,
  memberships: [{ role: 'lead', partner: 'icb', person: { id } }] as const,
});

it('lets any other named person agree, from the same partner or not', () => {
  expect(whyMayNotAgree(rated, lead('imani'))).toBeUndefined();
  expect(whyMayNotAgree(rated, { id: 'otto', name: 'Otto', memberships: [{ role: 'coordinator' }] })).toBeUndefined();
});

it('refuses whoever gave the verdict, the coordinator as well', () => {
  expect(whyMayNotAgree(rated, lead('bea'))).toMatch('another person');
  expect(whyMayNotAgree(rated, { id: 'bea', name: 'Bea', memberships: [{ role: 'coordinator' }] })).toMatch(
    'another person',
  );
});

it('says why in truth: who only changed the words did not give the verdict', () => {
  const gave = 'You gave this verdict, so another person agrees it.';
  const changed = 'You changed its words or confirmed it last, so another person agrees it.';
  const why = (trail: string, ratedAt: string) =>
    whyMayNotAgree(
      { ...rated, ratedBy: { id: 'bea', name: 'Bea Thistledown' }, trail, ratedAt },
      lead('bea', 'Bea Thistledown'),
    );
  expect(why('2026-11-02T09:00:00Z own amber', '2026-11-02T09:00:00Z')).toBe(gave);
  expect(why('2026-11-02T09:00:00Z own amber Bea Thistledown', '2026-11-03T09:00:00Z')).toBe(gave);
  expect(why('2026-11-02T09:00:00Z own amber Imani Larkspur', '2026-11-03T09:00:00Z')).toBe(changed);
  expect(why('2026-11-02T09:00:00Z own amber', '2026-11-03T09:00:00Z')).toBe(changed);
});

it('refuses whoever gave the verdict also when somebody else has changed its words since', () => {
  const trail = '2026-11-02T09:00:00Z own amber Bea Thistledown';
  const worded = {
    ...rated,
    ratedBy: { id: 'marta', name: 'Marta Oakhollow' },
    ratedAt: '2026-11-03T09:00:00Z',
    trail,
  };
  expect(whyMayNotAgree(worded, lead('bea', 'Bea  Thistledown'))).toMatch('You gave this verdict');
  expect(whyMayNotAgree(worded, lead('marta', 'Marta Oakhollow'))).toMatch('You changed its words');
  expect(whyMayNotAgree(worded, lead('imani', 'Imani Larkspur'))).toBeUndefined();
});

it('refuses senior leaders and people who are not named', () => {
  expect(whyMayNotAgree(rated, { id: 'ola', name: 'Ola', memberships: [{ role: 'senior leader' }] })).toMatch(
    'agree answers',
  );
  expect(whyMayNotAgree(rated, { id: 'nobody', name: 'Nobody', memberships: [] })).toMatch('agree answers');
});

it('refuses what has no verdict, no known rater, or is still being worked on', () => {
  expect(whyMayNotAgree(undefined, lead('imani'))).toMatch('not given a verdict');
  expect(whyMayNotAgree({ verdict: 'red', progress: 'ready-to-agree' }, lead('imani'))).toMatch('not known who');
  expect(whyMayNotAgree({ verdict: 'red', ratedBy: { id: 'bea' } }, lead('imani'))).toMatch('still working');
});
