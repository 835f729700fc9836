import { describe, expect, it } from 'vitest';
import {
  type AnswerDraft,
  isChanged,
  settleClash,
  toDifferences,
  toFields,
  toLinkChanges,
} from '../../../src/features/checklist/answer.ts';
import { buildAssessment, buildPartner, buildPrompt } from '../build-rows.ts';

const police = buildPartner('police', 'Police');
const a1 = buildPrompt('FD-A1', 'Each agency spots need', 'A Identify', 1);
const seen = buildAssessment(a1, police, { verdict: 'amber', reason: 'Checked monthly.' });

function buildDraft(change: Partial<AnswerDraft> = {}): AnswerDraft {
  return { fields: toFields(seen), linked: ['e1'], seen, seenLinks: ['e1'], ...change };
}

describe('an answer that is being typed', () => {
  it('is unchanged while it says what the list says', () => {
    expect(isChanged(buildDraft())).toBe(false);
  });

  it('is changed by a field and by a tick', () => {
    expect(isChanged(buildDraft({ fields: { ...toFields(seen), impact: 'Sooner.' } }))).toBe(true);
    expect(isChanged(buildDraft({ linked: [] }))).toBe(true);
    expect(isChanged(buildDraft({ linked: ['e1', 'e2'] }))).toBe(true);
  });

  it('links what was ticked and unlinks what was unticked', () => {
    expect(toLinkChanges({ linked: ['e2', 'e3'], seenLinks: ['e1', 'e2'] })).toEqual({
      toLink: ['e3'],
      toUnlink: ['e1'],
    });
  });
});

describe('two people who changed one answer', () => {
  const theirs = buildAssessment(a1, police, { verdict: 'green', reason: 'We sit together.', version: '2' });
  const mine = { verdict: 'amber', reason: 'Not at weekends.', impact: '' } as const;

  it('see every field in which the answers differ, also one that only the other changed', () => {
    expect(toDifferences(mine, theirs)).toEqual([
      { column: 'verdict', mine: 'amber', theirs: 'green' },
      { column: 'reason', mine: 'Not at weekends.', theirs: 'We sit together.' },
    ]);
  });

  it('settle it field by field, on the version that is there now', () => {
    const draft = buildDraft({ fields: mine, problem: { kind: 'clash', theirs, at: '2026-11-30T10:41:00Z' } });
    const settled = settleClash(draft, new Set(['reason'] as const));
    expect(settled.fields).toEqual({ verdict: 'green', reason: 'Not at weekends.', impact: '' });
    expect(settled.seen).toBe(theirs);
    expect(settled.problem).toBeUndefined();
  });

  it('keep what is theirs when nothing of mine is kept', () => {
    const draft = buildDraft({ fields: mine, problem: { kind: 'clash', theirs, at: '2026-11-30T10:41:00Z' } });
    expect(isChanged({ ...settleClash(draft, new Set()), linked: [], seenLinks: [] })).toBe(false);
  });
});
