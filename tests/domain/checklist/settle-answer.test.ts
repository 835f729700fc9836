import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Progress, progressUnder } from '../../../src/domain/checklist/progress.ts';
import { columnsKept, settleAnswer } from '../../../src/domain/checklist/settle-answer.ts';
import { addToTrail, readTrail } from '../../../src/domain/checklist/trail.ts';
import { type Verdict, verdicts } from '../../../src/domain/checklist/verdict.ts';

type Moved = Exclude<Progress, 'not-started'>;

const verdict = fc.constantFrom<Verdict>(...verdicts);
const moved = fc.constantFrom<Moved>('in-progress', 'ready-to-agree', 'agreed');
const text = fc.constantFrom('', 'Nights are thin.', 'Nights are staffed.');
const theirs = fc.record(
  { verdict, progress: moved, agreedVerdict: verdict, reason: text, impact: text },
  { requiredKeys: [] },
);
/** A rating as it waits in the queue; nobody rates an answer into being agreed. */
const rating = fc.record(
  {
    verdict,
    progress: fc.constantFrom<Moved>('in-progress', 'ready-to-agree'),
    reason: text,
    impact: text,
    dueOn: fc.constant('2026-12-01'),
  },
  { requiredKeys: [] },
);
const columns = ['verdict', 'progress', 'reason', 'impact', 'dueOn'];
const some = fc.subarray(columns);
const stamps = { ratedBy: { id: 'd', name: 'Dorian Hexwell' }, trail: '2026-11-30T10:00:00Z own red' };

describe('a rating that met a change of somebody else', () => {
  it('never leaves an agreement beside an own verdict that it did not rest on, whatever is chosen', () => {
    fc.assert(
      fc.property(rating, theirs, some, some, (values, there, clashing, mine) => {
        const { values: sent } = settleAnswer({ values, stamps }, clashing, mine, there);
        const now = { ...there, ...sent };
        if (now.verdict !== there.verdict) expect(now.progress).not.toBe('agreed');
        else if (sent.progress === undefined) expect(now.progress).toBe(there.progress);
      }),
    );
  });

  it('takes no agreement back where the verdict is given up with its progress', () => {
    fc.assert(
      fc.property(rating, theirs, some, (values, there, clashing) => {
        const { values: sent } = settleAnswer({ values, stamps }, [...clashing, 'progress'], [], there);
        expect({ ...there, ...sent }).toMatchObject({ ...(there.progress && { progress: there.progress }) });
        if (values.verdict !== undefined) expect({ ...there, ...sent }.verdict).toBe(there.verdict ?? sent.verdict);
      }),
    );
  });

  it('sends nothing that was not written, and all of it where mine is chosen throughout', () => {
    fc.assert(
      fc.property(rating, theirs, some, some, (values, there, clashing, mine) => {
        const { values: sent } = settleAnswer({ values, stamps }, clashing, mine, there);
        for (const [column, value] of Object.entries(sent)) {
          if (column in values) expect(value).toBe((values as Record<string, unknown>)[column]);
          else expect([column, value]).toEqual(['progress', 'in-progress']);
        }
        expect(columnsKept({ values }, clashing, columns, there)).toEqual(Object.keys(values));
      }),
    );
  });
});

describe('what goes along', () => {
  const there = { verdict: 'green', progress: 'agreed', agreedVerdict: 'green' } as const;
  const change = {
    values: { verdict: 'red', reason: 'Nights are thin.', dueOn: '2026-12-01', progress: 'in-progress' },
  };
  const clashing = ['progress'];

  it('the words of a verdict that is given up are given up with it; a date is not', () => {
    expect(settleAnswer({ ...change, stamps }, clashing, [], there)).toEqual({
      values: { dueOn: '2026-12-01' },
      stamps: {},
    });
  });

  it('the trail keeps the agreement that came in between, in its time', () => {
    const before = addToTrail(undefined, { at: '2026-11-01T09:00:00Z', whose: 'own', verdict: 'green' });
    const trail = addToTrail(before, { at: '2026-11-29T09:00:00Z', whose: 'agreed', verdict: 'green' });
    const settled = settleAnswer({ ...change, stamps }, clashing, ['verdict'], { ...there, trail });
    expect(settled.values).toEqual(change.values);
    const steps = readTrail(settled.stamps?.trail as string).map(({ whose, verdict }) => `${whose} ${verdict}`);
    expect(steps).toEqual(['own green', 'agreed green', 'own red']);
  });
});

it('an agreement holds under the verdict it was given on, and under no other', () => {
  fc.assert(
    fc.property(fc.option(verdict, { nil: undefined }), theirs, (own, before) => {
      const progress = progressUnder(own, before);
      if (own !== undefined && own !== before.verdict) expect(progress).not.toBe('agreed');
      else expect(progress).toBe(before.progress);
    }),
  );
});
