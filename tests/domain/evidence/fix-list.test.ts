import { describe, expect, it } from 'vitest';
import { fixOf } from '../../../src/domain/evidence/fix-list.ts';

const on = '2026-11-22';
const fine = { state: 'approved', news: [], freshness: 'current', isLinked: true } as const;

describe('what would mend an item', () => {
  it('is nothing while it is current and where it should be', () => {
    expect(fixOf(fine, on)).toBeUndefined();
    expect(fixOf({ ...fine, state: 'draft' }, on)).toBeUndefined();
    expect(fixOf({ ...fine, state: 'needed', dueOn: '2026-11-22' }, on)).toBeUndefined();
  });

  it('says when the period ended, and that a later one is wanted', () => {
    expect(fixOf({ ...fine, freshness: 'stale', periodTo: '2026-04-30' }, on)).toEqual({
      fault: 'stale',
      why: 'Its period ended on Thu 30 Apr 2026, more than 6 months ago.',
      mend: 'Add a version for a later period.',
    });
  });

  it('says by when a policy was to be reviewed', () => {
    expect(fixOf({ ...fine, freshness: 'review passed', reviewBy: '2026-10-31' }, on)).toMatchObject({
      fault: 'review passed',
      why: 'It was to be reviewed by Sat 31 Oct 2026.',
    });
  });

  it('says which day it was counted to where that is another than today, and minds a gap by today alone', () => {
    const fieldwork = '2026-12-07';
    const stale = { ...fine, freshness: 'stale', periodTo: '2026-05-31' } as const;
    expect(fixOf(stale, on, fieldwork)?.why).toBe(
      'Its period ended on Sun 31 May 2026, more than 6 months before Mon 7 Dec 2026.',
    );
    const review = { ...fine, freshness: 'review passed', reviewBy: '2026-11-30' } as const;
    expect(fixOf(review, on, fieldwork)?.why).toContain('Mon 30 Nov 2026, which is before Mon 7 Dec 2026.');
    expect(fixOf({ ...fine, state: 'needed', dueOn: '2026-11-30' }, on, fieldwork)).toBeUndefined();
  });

  it('begins with the worst: a file that is lost comes before its age', () => {
    expect(fixOf({ ...fine, freshness: 'stale', periodTo: '2026-04-30', news: ['deleted'] }, on)?.fault).toBe('lost');
    expect(fixOf({ ...fine, state: 'returned', freshness: 'stale', periodTo: '2026-04-30' }, on)?.fault).toBe('stale');
  });

  it('names late gaps, and why something was returned', () => {
    expect(fixOf({ ...fine, state: 'needed', dueOn: '2026-11-21' }, on)).toMatchObject({
      fault: 'late',
      mend: 'Add the file.',
    });
    expect(fixOf({ ...fine, state: 'returned', returnReason: 'The period is missing.' }, on)?.why).toBe(
      'It was returned: The period is missing.',
    );
  });

  it('minds what is superseded or expired only while a prompt still rests on it', () => {
    expect(fixOf({ ...fine, state: 'superseded' }, on)?.mend).toBe('Link what took its place.');
    expect(fixOf({ ...fine, state: 'expired', isLinked: false }, on)).toBeUndefined();
  });
});
