import { describe, expect, it } from 'vitest';
import { arrange, noChoice, toLines } from '../../../src/features/evidence/arrange.ts';
import { toEvidenceRows } from '../../../src/features/evidence/evidence-rows.ts';
import {
  countPicked,
  extendTo,
  nothingPicked,
  type Picking,
  toggleAll,
  toggleAt,
  WHOLE_LIST,
  withoutAnchor,
} from '../../../src/features/evidence/picking.ts';
import { buildEvidence, buildPartner } from '../build-rows.ts';

const rows = toEvidenceRows({
  partners: [buildPartner('icb', 'ICB'), buildPartner('police', 'Police')],
  prompts: [],
  ownPartners: new Set(),
  links: [],
  unregistered: [],
  files: undefined,
  theme: undefined,
  today: '2026-11-23',
  countedTo: '2026-11-23',
  evidence: ['a', 'b', 'c', 'd', 'e'].map((uid) => buildEvidence(uid, { partner: uid < 'c' ? 'icb' : 'police' })),
});

function linesOf(group: '' | 'partner') {
  const choice = { ...noChoice, group, sort: { by: 'title', isDown: false } as const };
  return toLines(arrange(rows, choice.sort, group), choice, {
    mover: { id: 'd', memberships: [] },
    today: '2026-11-23',
  });
}

const lines = linesOf('');
const told = ({ picked }: Picking) => [...picked].toSorted().join('');

describe('rows that are chosen', () => {
  it('are chosen one by one, and let go by the same press', () => {
    const two = toggleAt(toggleAt(nothingPicked, lines, 1), lines, 3);
    expect(told(two)).toBe('bd');
    expect(told(toggleAt(two, lines, 1))).toBe('d');
  });

  it('reach from the last choice as far as Shift leads, back and past it, and keep what was chosen before', () => {
    const begun = toggleAt(toggleAt(nothingPicked, lines, 0), lines, 2);
    const far = extendTo(begun, lines, 2, 4);
    expect(told(far)).toBe('acde');
    expect(told(extendTo(far, lines, 4, 3))).toBe('acd');
    expect(told(extendTo(far, lines, 4, 1))).toBe('abc');
  });

  it('begin where the keyboard is once it has gone on', () => {
    const gone = withoutAnchor(toggleAt(nothingPicked, lines, 0));
    expect(told(extendTo(gone, lines, 3, 4))).toBe('ade');
  });

  it('are all of the list, and none of it when all were', () => {
    const all = toggleAll(toggleAt(nothingPicked, lines, 2), lines);
    expect(told(all)).toBe('abcde');
    expect(told(toggleAll(all, lines))).toBe('');
    const few = lines.slice(0, 2);
    expect(told(toggleAll(all, few))).toBe('cde');
  });

  it('are all of a group at its head', () => {
    const grouped = linesOf('partner');
    expect(told(toggleAt(nothingPicked, grouped, 0))).toBe('ab');
    expect(told(toggleAt(nothingPicked, grouped, 3))).toBe('cde');
    expect(told(extendTo(nothingPicked, grouped, 1, 4))).toBe('abc');
  });

  it('are counted at the head of their group and of the whole list', () => {
    const grouped = linesOf('partner');
    expect([...countPicked(nothingPicked, grouped)]).toEqual([]);
    const some = toggleAt(toggleAt(nothingPicked, grouped, 0), grouped, 5);
    expect(countPicked(some, grouped)).toEqual(
      new Map([
        [WHOLE_LIST, 3],
        [0, 2],
        [3, 1],
      ]),
    );
    expect(countPicked(some, lines)).toEqual(new Map([[WHOLE_LIST, 3]]));
  });

  it('of a group that is chosen in part are all of it by one press, and none by the next', () => {
    const grouped = linesOf('partner');
    const part = toggleAt(nothingPicked, grouped, 4);
    const whole = toggleAt(part, grouped, 3);
    expect(told(whole)).toBe('cde');
    expect(told(toggleAt(whole, grouped, 3))).toBe('');
  });

  it('do not go on from a place in another list', () => {
    const begun = toggleAt(nothingPicked, lines, 0);
    expect(told(extendTo(begun, linesOf(''), 3, 4))).toBe('ade');
  });
});
