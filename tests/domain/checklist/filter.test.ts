import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCellFacts } from '../../../src/domain/checklist/cell-facts.ts';
import {
  type Filter,
  isFiltered,
  matchesFilter,
  noFilter,
  toFilterWords,
} from '../../../src/domain/checklist/filter.ts';
import { ratings } from '../../../src/domain/checklist/heat-map.ts';
import { progresses } from '../../../src/domain/checklist/progress.ts';
import { verdicts } from '../../../src/domain/checklist/verdict.ts';

const around = { hasStaleEvidence: false, hasAction: false, hasLateAction: false };
const facts = toCellFacts(
  { prompt: 'A1', partner: 'police', verdict: 'red', dueOn: '2026-11-20' },
  around,
  '2026-11-23',
);
const cell = {
  facts,
  promptText: 'fd-a1 each agency spots need identify',
  reason: 'Night contacts wait.',
  owner: 'dorian',
  changedOn: () => '2026-11-18',
  changed: () => 'worse' as const,
};
const passes = (change: Partial<Filter>) => matchesFilter(cell, { ...noFilter, ...change });

describe('a cell passes', () => {
  it('without a filter', () => {
    expect(passes({})).toBe(true);
    expect(isFiltered(noFilter)).toBe(false);
  });

  it('by any of the verdicts, progresses and marks that are chosen, and by all kinds of filter together', () => {
    expect(passes({ verdicts: ['amber', 'red'] })).toBe(true);
    expect(passes({ verdicts: ['not-rated'] })).toBe(false);
    expect(passes({ marks: ['stale', 'late'] })).toBe(true);
    expect(passes({ marks: ['stale'] })).toBe(false);
    expect(passes({ marks: ['no-action'], progress: ['in-progress'], owner: 'dorian' })).toBe(true);
    expect(passes({ marks: ['no-action'], progress: ['agreed'], owner: 'dorian' })).toBe(false);
    expect(passes({ owner: 'marta' })).toBe(false);
  });

  it('by what was brought forward and is not confirmed', () => {
    expect(passes({ marks: ['to-confirm'] })).toBe(false);
    const brought = toCellFacts({ prompt: 'A1', partner: 'police', broughtForward: 'old' }, around, '2026-11-23');
    expect(matchesFilter({ ...cell, facts: brought }, { ...noFilter, marks: ['to-confirm'] })).toBe(true);
  });

  it('by words of its prompt and of its reason, together and in any case', () => {
    expect(passes({ find: 'FD-A1' })).toBe(true);
    expect(passes({ find: 'agency NIGHT' })).toBe(true);
    expect(passes({ find: 'agency morning' })).toBe(false);
  });

  it('by what changed since a day, that day included', () => {
    expect(passes({ since: '2026-11-18' })).toBe(true);
    expect(passes({ since: '2026-11-19' })).toBe(false);
    expect(passes({ since: '2026-11-19', change: 'worse' })).toBe(true);
    expect(passes({ since: '2026-11-18', change: 'better' })).toBe(false);
  });
});

describe('the filters', () => {
  it('are said in words', () => {
    const filter: Filter = {
      ...noFilter,
      find: ' night ',
      partners: ['police', 'icb'],
      verdicts: ['red', 'not-rated'],
      marks: ['late'],
      since: '2026-11-16',
      change: 'worse',
    };
    const names = new Map([
      ['police', 'Police'],
      ['icb', 'ICB'],
    ]);
    expect(toFilterWords(filter, names)).toBe(
      'the prompt or a reason holds "night", and the partner is Police or ICB, and the verdict is red or not rated, and the answer is late or has a late action, and the verdict is worse since Mon 16 Nov 2026',
    );
  });

  it('say that a change may be any change of the answer', () => {
    expect(toFilterWords({ ...noFilter, since: '2026-11-16' }, new Map())).toBe(
      'anything in the answer changed since Mon 16 Nov 2026',
    );
  });

  it('never let through more when one more is set', () => {
    const choice = fc.record({
      verdicts: fc.subarray([...ratings]),
      progress: fc.subarray([...progresses]),
      marks: fc.subarray(['late', 'stale', 'no-action', 'disputed'] as const),
    });
    const answer = fc.record({
      verdict: fc.constantFrom(...verdicts),
      dueOn: fc.constantFrom('2026-11-20', '2026-12-01'),
    });
    fc.assert(
      fc.property(answer, choice, (one, chosen) => {
        const its = { ...cell, facts: toCellFacts({ prompt: 'A1', partner: 'p', ...one }, around, '2026-11-23') };
        const filter = { ...noFilter, ...chosen };
        const parts = [{ verdicts: chosen.verdicts }, { progress: chosen.progress }, { marks: chosen.marks }];
        const each = parts.every((part) => matchesFilter(its, { ...noFilter, ...part }));
        expect(matchesFilter(its, filter)).toBe(each);
      }),
    );
  });
});
