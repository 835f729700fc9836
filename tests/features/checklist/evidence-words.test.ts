import { describe, expect, it } from 'vitest';
import { freshnessWords, tellApart } from '../../../src/features/checklist/evidence-words.ts';
import { buildEvidence, buildPartner } from '../build-rows.ts';

const today = '2026-11-23';

describe('the age of a document', () => {
  it.each([
    [{ periodTo: '2026-03-31' }, 'Stale, to 31 Mar'],
    [{ periodTo: '2025-03-31' }, 'Stale, to 31 Mar 2025'],
    [{ reviewBy: '2026-11-01' }, 'Review passed, on 1 Nov'],
    [{ periodTo: '2020-03-31', untilReview: true, reviewBy: '2027-01-01' }, undefined],
    [{ periodTo: '2026-10-31' }, undefined],
    [{}, undefined],
  ])('%o is said as %s', (dates, words) => {
    expect(freshnessWords({ state: 'approved', ...dates }, today)).toBe(words);
  });

  it('is not said of what is not there', () => {
    expect(freshnessWords({ state: 'needed', periodTo: '2020-01-31' }, today)).toBeUndefined();
  });
});

describe('two documents of one title', () => {
  const partners = [buildPartner('police', 'Police')];
  const one = buildEvidence('1', { title: 'Audit', fileName: 'Audit May.docx', documentOn: '2026-05-04' });
  const other = buildEvidence('2', { title: 'audit ', fileName: 'Audit June.docx', periodTo: '2026-06-30' });
  const third = buildEvidence('3', { title: 'Policy', fileName: 'Policy.pdf' });

  it('are told apart by file, partner and date; one alone needs nothing', () => {
    const among = [one, other, third];
    expect(tellApart(one, among, partners)).toBe('Audit May.docx, Police, Mon 4 May 2026');
    expect(tellApart(other, among, partners)).toBe('Audit June.docx, Police, to Tue 30 Jun 2026');
    expect(tellApart(third, among, partners)).toBeUndefined();
  });
});
