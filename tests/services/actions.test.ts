import { expect, it } from 'vitest';
import { createAction, saveAction, whyNotAction } from '../../src/services/actions.ts';
import { actions } from '../../src/workspace/schema/actions.ts';
import { openAtWork } from '../workspace/support/northbridge-at-work.ts';
import { rowsOf } from '../workspace/support/rows.ts';

const on = { theme: 'front-door-2026', prompt: 'front-door-2026.FD-A1', partner: 'police' };

it('an action is made once, changed, done and opened again, and others see it', async () => {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  const [dorian, bea] = [await atWork.sit('Dorian', info), await atWork.sit('Bea', info)];
  const made = { uid: 'a-1', ...on, title: ' Train the night staff ', owner: dorian.me, dueOn: '2026-12-01' };
  await createAction(dorian, made);
  await createAction(dorian, made);
  await bea.pull();
  expect(rowsOf(bea, actions)).toMatchObject([
    { title: 'Train the night staff', owner: dorian.me, dueOn: '2026-12-01' },
  ]);

  const [seen] = rowsOf(bea, actions);
  if (!seen) throw new Error('not there');
  const done = await saveAction(bea, seen, { doneOn: '2026-11-23', owner: null });
  expect(done).toMatchObject({ outcome: 'saved', row: { doneOn: '2026-11-23', dueOn: '2026-12-01' } });
  if (done.outcome !== 'saved') return;
  expect(done.row.owner).toBeUndefined();
  const open = await saveAction(bea, done.row, { doneOn: null, title: 'Train the night staff twice' });
  expect(open.outcome === 'saved' && [open.row.doneOn, open.row.title]).toEqual([
    undefined,
    'Train the night staff twice',
  ]);
});

it('two people who change the same words of an action are asked', async () => {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  const [dorian, bea] = [await atWork.sit('Dorian', info), await atWork.sit('Bea', info)];
  await createAction(dorian, { uid: 'a-1', ...on, title: 'Train the night staff' });
  await bea.pull();
  const [mine] = rowsOf(dorian, actions);
  const [theirs] = rowsOf(bea, actions);
  if (!mine || !theirs) throw new Error('not there');
  await saveAction(dorian, mine, { dueOn: '2026-12-01' });
  expect(await saveAction(bea, theirs, { title: 'Train all staff' })).toMatchObject({
    outcome: 'saved',
    row: { title: 'Train all staff', dueOn: '2026-12-01' },
  });
  expect((await saveAction(bea, theirs, { dueOn: '2026-12-24' })).outcome).toBe('clash');
});

it('an action that says nothing, or points to a person at home, is turned down with the reason', () => {
  expect(whyNotAction({ title: '  ' })).toBe('Say what will be done.');
  expect(whyNotAction({ title: 'Ring 07700 900123' })).toMatch(/what looks like a phone number.*take it out/);
  expect(whyNotAction({ title: 'a'.repeat(256) })).toMatch(/256 characters/);
  expect(whyNotAction({ title: 'Train the night staff on FD-A1' })).toBeUndefined();
});
