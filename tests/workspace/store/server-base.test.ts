import { describe, expect, it } from 'vitest';
import { createBase, isOlder } from '../../../src/workspace/store/server-base.ts';
import { buildRow } from '../support/rows-and-edits.ts';

describe('which state of a row is older', () => {
  const row = buildRow('FD-A1', 1, {}, 2);
  const at = (moment: string, count: number) => ({
    ...buildRow('FD-A1', 1, {}, count),
    changed: { at: moment, by: '' },
  });

  it.each([
    ['the lower number, for a row that was made again', buildRow('FD-A1', 9), true],
    ['the earlier time', at('2026-11-23T09:00:01Z', 1), true],
    ['the lower count, within a second', buildRow('FD-A1', 1, {}, 3), true],
    ['none, for the same state', buildRow('FD-A1', 1, {}, 2), false],
    ['none, within a second where the version cannot be read', { ...row, version: 'W/"x"' }, false],
    ['not the later time', at('2026-11-23T08:59:59Z', 7), false],
  ])('%s', (_, other, isBefore) => {
    expect(isOlder(row, other)).toBe(isBefore);
  });
});

describe('the server base', () => {
  it('does not take an answer of ours that a pull has passed, nor one for a row that is gone since', () => {
    const base = createBase();
    base.apply({ list: 'judgements', put: [buildRow('FD-A1', 1, {}, 5), buildRow('FD-A2', 2)] });
    base.apply({ list: 'judgements', drop: [{ uid: 'FD-A2', item: '2' }] });
    const late = [buildRow('FD-A1', 1, {}, 4), buildRow('FD-A2', 2, {}, 9), buildRow('FD-A3', 3)];
    expect(base.ahead({ list: 'judgements', put: late, written: true }).put?.map(({ uid }) => uid)).toEqual(['FD-A3']);
  });

  it('takes back a row that a pull brings again, as one from the recycle bin', () => {
    const base = createBase();
    base.apply({ list: 'judgements', drop: [{ uid: 'FD-A2', item: '2' }] });
    base.apply({ list: 'judgements', put: [buildRow('FD-A2', 2)] });
    expect([base.get('judgements', 'FD-A2')?.uid, base.gone('judgements')]).toEqual(['FD-A2', []]);
  });
});
