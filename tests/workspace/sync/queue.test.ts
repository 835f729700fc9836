import { describe, expect, it } from 'vitest';
import type { Edit, Standing } from '../../../src/workspace/sync/edit.ts';
import { createQueue, nextEdits } from '../../../src/workspace/sync/queue.ts';
import { buildEdit } from '../support/rows-and-edits.ts';

const alone = { mayGo: () => true, mayTravel: () => false, most: 20 };
const idsOf = (edits: readonly Edit[]) => edits.map(({ id }) => id);

const clash: Standing = { is: 'clash', clash: { columns: ['reason'], theirs: {}, by: 'Dorian', at: '' } };

describe('the queue', () => {
  it('holds edits in the order in which they were made, however they come in', () => {
    const queue = createQueue();
    for (const id of ['c', 'a', 'b']) queue.put(buildEdit(id));
    queue.put(buildEdit('a', { values: { reason: 'Put again' } }));
    expect(queue.all().map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(queue.get('a')?.values).toEqual({ reason: 'Put again' });
  });

  it('sends the first edit first', () => {
    expect(idsOf(nextEdits([buildEdit('a'), buildEdit('b', { uid: 'FD-A2' })], alone))).toEqual(['a']);
  });

  it.each<Standing>([clash, { is: 'removed' }, { is: 'refused', why: 'No' }])(
    'keeps later edits of a row behind one that waits for a person: %j',
    (standing) => {
      const edits = [buildEdit('a', { standing }), buildEdit('b'), buildEdit('c', { uid: 'FD-A2' })];
      expect(idsOf(nextEdits(edits, alone))).toEqual(['c']);
    },
  );

  it('keeps later edits of a row behind one that waits for its time', () => {
    const edits = [buildEdit('a'), buildEdit('b'), buildEdit('c', { list: 'actions' })];
    expect(idsOf(nextEdits(edits, { ...alone, mayGo: ({ id }) => id !== 'a' }))).toEqual(['c']);
  });

  it('sends together those that may travel, up to so many, and no two of one row', () => {
    const edits = ['A1', 'A2', 'A1', 'A3', 'A4'].map((uid, at) => buildEdit(`e${at}`, { uid }));
    const together = { ...alone, mayTravel: () => true };
    expect(idsOf(nextEdits(edits, together))).toEqual(['e0', 'e1', 'e3', 'e4']);
    expect(idsOf(nextEdits(edits, { ...together, most: 3 }))).toEqual(['e0', 'e1', 'e3']);
  });

  it('lets nothing pass an edit that goes alone', () => {
    const edits = ['A1', 'A2', 'A3'].map((uid, at) => buildEdit(`e${at}`, { uid }));
    const next = (lone: string) => idsOf(nextEdits(edits, { ...alone, mayTravel: ({ uid }) => uid !== lone }));
    expect([next('A1'), next('A2'), next('A3')]).toEqual([['e0'], ['e0'], ['e0', 'e1']]);
  });
});
