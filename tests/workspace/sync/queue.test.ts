import { describe, expect, it } from 'vitest';
import type { Standing } from '../../../src/workspace/sync/edit.ts';
import { createQueue, nextEdit } from '../../../src/workspace/sync/queue.ts';
import { buildEdit } from '../support/rows-and-edits.ts';

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
    expect(nextEdit([buildEdit('a'), buildEdit('b', { uid: 'FD-A2' })], () => true)?.id).toBe('a');
  });

  it.each<Standing>([clash, { is: 'removed' }, { is: 'refused', why: 'No' }])(
    'keeps later edits of a row behind one that waits for a person: %j',
    (standing) => {
      const edits = [buildEdit('a', { standing }), buildEdit('b'), buildEdit('c', { uid: 'FD-A2' })];
      expect(nextEdit(edits, () => true)?.id).toBe('c');
    },
  );

  it('keeps later edits of a row behind one that waits for its time', () => {
    const edits = [buildEdit('a'), buildEdit('b'), buildEdit('c', { list: 'actions' })];
    expect(nextEdit(edits, ({ id }) => id !== 'a')?.id).toBe('c');
  });
});
