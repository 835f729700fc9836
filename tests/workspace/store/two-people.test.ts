import fc from 'fast-check';
import { expect, it } from 'vitest';
import { people } from '../../../src/workspace/schema/lists.ts';
import { type AtWork, openAtWork } from '../support/northbridge-at-work.ts';
import { rowOf } from '../support/rows.ts';

const uid = 'lead.police';
const columns = ['title', 'email'] as const;
type Column = (typeof columns)[number];

const step = fc.oneof(
  { weight: 1, arbitrary: fc.record({ who: fc.nat(1), pull: fc.constant(true as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      who: fc.nat(1),
      column: fc.constantFrom(...columns),
      fate: fc.constantFrom('passes', 'passes', 'lost before', 'lost after'),
      /** What the person does if both changed the same. */
      keepsMine: fc.boolean(),
    }),
  },
);

/** Loses the next write on its way, or its answer. */
function loseNextWrite(atWork: AtWork, fate: 'passes' | 'lost before' | 'lost after') {
  let isDone = fate === 'passes';
  atWork.disturb((request) => {
    if (isDone || request.method !== 'PATCH') return undefined;
    isDone = true;
    return fate === 'passes' ? undefined : fate;
  });
}

it('two people who change the same row from what each has seen never overwrite what they have not seen', async () => {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  // Counts over all runs, so that no two people ever write the same words.
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
      atWork.disturb(() => undefined);
      const desks = [await atWork.sit('Bea', info), await atWork.sit('Dorian', info)] as const;
      const start = rowOf(desks[0], people, uid);
      const truth = new Map<Column, string | undefined>(columns.map((column) => [column, start[column]]));
      for (const one of steps) {
        const desk = desks[one.who === 0 ? 0 : 1];
        if ('pull' in one) {
          await desk.pull();
          continue;
        }
        const { column, fate, keepsMine } = one;
        count += 1;
        const mine = `${column} ${count}`;
        loseNextWrite(atWork, fate);
        const seen = rowOf(desk, people, uid);
        let saved = await desk.save(people, uid, { [column]: mine }, seen);
        if (saved.outcome === 'clash') {
          // Asked only where the other's word is really another than the one that was seen.
          expect(saved.fields).toEqual([{ column, mine, theirs: truth.get(column) }]);
          expect(seen[column]).not.toBe(truth.get(column));
          if (!keepsMine) continue;
          saved = await desk.save(people, uid, { [column]: mine }, saved.theirs);
        } else {
          expect(seen[column]).toBe(truth.get(column));
        }
        expect(saved).toMatchObject({ outcome: 'saved', row: { [column]: mine } });
        truth.set(column, mine);
      }
      atWork.disturb(() => undefined);
      for (const desk of desks) {
        await desk.pull();
        const row = rowOf(desk, people, uid);
        expect(columns.map((column) => row[column])).toEqual(columns.map((column) => truth.get(column)));
        expect(desk.saveState()).toEqual({ state: 'saved' });
      }
    }),
    { numRuns: 40, seed: 20_261_123 },
  );
}, 30_000);
