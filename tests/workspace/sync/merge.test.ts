import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameValue } from '../../../src/workspace/schema/mapping.ts';
import { mergeEdit } from '../../../src/workspace/sync/merge.ts';

describe('merging an edit with what the server has now', () => {
  it('keeps both when two people changed different columns', () => {
    const edit = { values: { verdict: 'red' }, seen: { verdict: 'amber' } };
    expect(mergeEdit(edit, { verdict: 'amber', reason: 'Theirs, new' })).toEqual({
      send: { verdict: 'red' },
      clashes: [],
    });
  });

  it('asks when a column on which the change rests has changed, and not when it has not', () => {
    const edit = { values: { agreedVerdict: 'red' }, seen: { verdict: 'red' }, restsOn: ['verdict'] };
    expect(mergeEdit(edit, { verdict: 'green' }).clashes).toEqual(['verdict']);
    expect(mergeEdit(edit, { verdict: 'red', reason: 'New' })).toEqual({
      send: { agreedVerdict: 'red' },
      clashes: [],
    });
  });

  it('asks when both changed the same column to different values', () => {
    const edit = { values: { verdict: 'red', reason: 'Mine' }, seen: { verdict: 'amber', reason: 'Old' } };
    expect(mergeEdit(edit, { verdict: 'green', reason: 'Old' })).toEqual({
      send: { reason: 'Mine' },
      clashes: ['verdict'],
    });
  });

  it('has nothing to send when the server holds the same already', () => {
    const edit = { values: { verdict: 'red', note: null }, seen: { verdict: 'amber', note: 'Old' } };
    expect(mergeEdit(edit, { verdict: 'red' })).toEqual({ send: {}, clashes: [] });
  });

  it('takes missing, null and empty text as the same emptiness', () => {
    expect(isSameValue(undefined, '')).toBe(true);
    expect(isSameValue(null, [])).toBe(true);
    expect(isSameValue(0, '')).toBe(false);
    expect(isSameValue(false, undefined)).toBe(false);
  });

  it('does not mind the order of the parts of a person or link', () => {
    expect(isSameValue({ id: '1', name: 'A' }, { name: 'A', id: '1' })).toBe(true);
  });

  it('never sends over, and never passes over, a value that the person had not seen', () => {
    const values = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3'));
    fc.assert(
      fc.property(values, values, values, (mine, seen, theirs) => {
        const { send, clashes } = mergeEdit({ values: mine, seen }, theirs);
        for (const column of Object.keys(mine)) {
          const unseen = !isSameValue(seen[column], theirs[column]);
          const differs = !isSameValue(mine[column], theirs[column]);
          expect(clashes.includes(column)).toBe(unseen && differs);
          expect(column in send).toBe(!unseen && differs);
        }
      }),
    );
  });
});
