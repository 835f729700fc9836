import { describe, expect, it } from 'vitest';
import { describeEdit, isOfPerson, joinWords, valueWords, whatChanges } from '../../src/app/describe-edit.ts';
import { buildEvidence, buildPartner, buildPrompt } from '../features/build-rows.ts';

const known = {
  prompts: [buildPrompt('FD-A1', 'Spots need', 'A', 1), buildPrompt('FD-A10', 'Another', 'A', 2)],
  partners: [buildPartner('police', 'Police')],
  evidence: [buildEvidence('e1', { title: 'Dip sample' })],
};
const edit = { kind: 'change', values: {} } as const;

describe('a change that waits', () => {
  it('is named by what it is about, and leads there', () => {
    expect(describeEdit({ ...edit, list: 'assessments', uid: 'front-door-2026.FD-A10.police' }, known)).toEqual({
      title: 'FD-A10, Police',
      href: '#/assessment/front-door-2026.FD-A10.police',
    });
    expect(describeEdit({ ...edit, list: 'evidence', uid: 'e1' }, known)).toEqual({
      title: 'Dip sample',
      href: '#/evidence/e1',
    });
    expect(
      describeEdit({ ...edit, list: 'people', uid: 'lead.police', values: { title: 'Dorian Hexwell' } }, known),
    ).toEqual({ title: 'People: Dorian Hexwell', href: undefined });
  });

  it('has a name also while the lists have not been read', () => {
    const words = describeEdit({ ...edit, list: 'assessments', uid: 'front-door-2026.FD-A1.police' }, undefined);
    expect(words).toEqual({ title: 'Assessments', href: undefined });
  });

  it('tells what a person said from what only says which answer it is', () => {
    const columns = ['verdict', 'reason', 'title', 'progress', 'prompt', 'partner', 'ratedBy'];
    expect(columns.filter((column) => isOfPerson('assessments', column))).toEqual(['verdict', 'reason']);
    expect(['title', 'partner'].filter((column) => isOfPerson('evidence', column))).toEqual(['title']);
  });

  it('says what is to be done, and its values as the screens say them', () => {
    expect(whatChanges({ kind: 'change', list: 'assessments', values: { verdict: 'red', reason: 'New' } })).toBe(
      'Own verdict, Reason',
    );
    expect(whatChanges({ kind: 'remove', list: 'assessments', values: {} })).toBe('Removed');
    expect(valueWords('assessments', 'verdict', 'red')).toBe('Red');
    expect(valueWords('evidence', 'periodTo', '2026-11-30')).toBe('Mon 30 Nov 2026');
    expect(valueWords('evidence', 'owner', { id: '1', name: 'Bea Thistledown' })).toBe('Bea Thistledown');
    expect(valueWords('assessments', 'reason', null)).toBeUndefined();
  });

  it('stands in one line, with one full stop between its values', () => {
    expect(joinWords(['Amber', 'Thin in the dip sample.', 'Why?', 'Agreed'])).toBe(
      'Amber. Thin in the dip sample. Why? Agreed',
    );
    expect(joinWords([])).toBe('');
  });
});
