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

  it('take a title as long as SharePoint keeps it, and say how long one is that was pasted', () => {
    expect(findFaults({ ...fields, title: 'x'.repeat(255) }, seen).title).toBeUndefined();
    expect(findFaults({ ...fields, title: 'x'.repeat(300) }, seen).title).toBe(
      'A title takes 255 characters. This one has 300.',
    );
  });

  it('need a title, and a period that ends after it begins', () => {
    expect(findFaults({ ...fields, title: ' ', periodFrom: '2026-10-01' }, seen)).toEqual({
      title: 'Give it a title.',
      periodTo: 'The period ends before it begins.',
    });
    expect(findFaults({ ...fields, periodFrom: '2026-09-30' }, seen)).toEqual({});
  });

  it('name no child: what points to one is not saved, and what stood there before holds nothing up', () => {
    const note = 'Ella Marsh, born 3 May 2015';
    expect(findFaults({ ...fields, title: 'Case 943 476 5919', note }, seen)).toEqual({
      title: 'This text holds what looks like an NHS number. A title names no child and no family: take it out.',
      note: 'This text holds what looks like a name with a date of birth. A note names no child and no family: take it out.',
    });
    expect(findFaults({ ...fields, note, title: 'Dip sample of 30' }, { ...seen, note })).toEqual({});
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
