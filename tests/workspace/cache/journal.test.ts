import { describe, expect, it } from 'vitest';
import { createJournal } from '../../../src/workspace/cache/journal.ts';
import { memoryStorage } from '../simulation/disk.ts';
import { buildEdit } from '../support/rows-and-edits.ts';

const edit = buildEdit('a.001');

describe('the journal', () => {
  it('gives back, in the order in which they were made, the edits that were not taken out', () => {
    const storage = memoryStorage();
    const journal = createJournal(storage, 'bea');
    for (const id of ['a.003', 'a.001', 'a.002']) journal.put(buildEdit(id));
    journal.drop('a.002');
    expect(
      createJournal(storage, 'bea')
        .read()
        .map(({ id }) => id),
    ).toEqual(['a.001', 'a.003']);
  });

  it('of one person holds nothing of another', () => {
    const storage = memoryStorage();
    createJournal(storage, 'bea').put(edit);
    expect(createJournal(storage, 'dorian').read()).toEqual([]);
  });

  it('remembers that an edit has ended, in place of the edit', () => {
    const journal = createJournal(memoryStorage(), 'bea');
    journal.put(edit);
    journal.end(edit.id);
    expect([journal.read(), [...journal.ended()]]).toEqual([[], [edit.id]]);
  });

  it('leaves what it cannot read where it is', () => {
    const storage = memoryStorage();
    storage.setItem('bea/b', '{"cut sho');
    storage.setItem('bea/c', '{"kind":"of another time"}');
    expect(createJournal(storage, 'bea').read()).toEqual([]);
    expect(storage.length).toBe(2);
  });

  it('that has no room keeps nothing and disturbs nobody', () => {
    const full = {
      ...memoryStorage(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const journal = createJournal(full, 'bea');
    journal.put(edit);
    expect(journal.read()).toEqual([]);
  });

  it('without storage keeps nothing and disturbs nobody', () => {
    const journal = createJournal(undefined, 'bea');
    journal.put(edit);
    journal.end(edit.id);
    journal.drop(edit.id);
    expect([journal.read(), journal.ended().size]).toEqual([[], 0]);
  });
});
