import { describe, expect, it } from 'vitest';
import {
  changedColumns,
  findFaults,
  type ItemDraft,
  settleItem,
  toItemFields,
  toItemPatch,
} from '../../../src/features/evidence/item-fields.ts';
import { buildEvidence } from '../build-rows.ts';

const seen = buildEvidence('e1', { title: 'Dip sample', kindOf: 'Audit or dip sample', periodTo: '2026-09-30' });
const fields = toItemFields(seen);

describe('the facts of an item in a form', () => {
  it('change only what was changed, and empty what was taken out', () => {
    const typed = { ...fields, title: ' Dip sample of 30 ', periodTo: '', marking: 'OFFICIAL' };
    expect(toItemPatch(typed, seen, [])).toEqual({ title: 'Dip sample of 30', periodTo: null, marking: 'OFFICIAL' });
    expect(changedColumns(fields, seen)).toEqual([]);
  });

  it('need a title, and a period that ends after it begins', () => {
    expect(findFaults({ ...fields, title: ' ', periodFrom: '2026-10-01' })).toEqual({
      title: 'Give it a title.',
      periodTo: 'The period ends before it begins.',
    });
    expect(findFaults({ ...fields, periodFrom: '2026-09-30' })).toEqual({});
  });

  it('settled after a clash keep what was chosen, what only I changed, and what only they changed', () => {
    const theirs = { ...seen, title: 'Dip sample, July', note: 'From them', version: '2' };
    const draft: ItemDraft = {
      fields: { ...fields, title: 'My dip sample', kindOf: 'Other', periodTo: '2026-10-31' },
      seen,
      problem: { kind: 'clash', columns: ['title', 'kindOf'], theirs, at: '2026-11-22T10:00:00Z' },
    };
    const settled = settleItem(draft, new Set(['kindOf']));
    expect(settled.seen).toBe(theirs);
    expect(toItemPatch(settled.fields, settled.seen, [])).toEqual({ kindOf: 'Other', periodTo: '2026-10-31' });
    expect(settled.fields).toMatchObject({ title: 'Dip sample, July', note: 'From them' });
  });
});
