import { describe, expect, it } from 'vitest';
import {
  type AnswerDraft,
  follow,
  isChanged,
  isOwnChanged,
  isSavedFirst,
  type Problem,
  settleClash,
  toDifferences,
  toFields,
  toLinkChanges,
  toOwnAnswer,
  toSameColumns,
  toWhole,
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

  it('is changed by an action that was begun and by a verdict that is being agreed', () => {
    const action = { uid: 'a', title: 'Train', owner: undefined, dueOn: undefined };
    expect([isChanged(buildDraft({ action })), isOwnChanged(buildDraft({ action }))]).toEqual([true, true]);
    const agreeing = buildDraft({ agreeing: { verdict: 'red', seen } });
    expect([isChanged(agreeing), isOwnChanged(agreeing)]).toEqual([true, false]);
  });

  it('is saved before it is agreed when it says something new, but not for what goes along with an agreement', () => {
    const fields = toFields(seen);
    expect(isSavedFirst(buildDraft({ fields: { ...fields, impact: 'Sooner.' } }))).toBe(true);
    expect(isSavedFirst(buildDraft({ fields: { ...fields, dueOn: '2026-12-01' } }))).toBe(true);
    const action = { uid: 'a', title: 'Train', owner: undefined, dueOn: undefined };
    const along = { action, linked: [], fields: { ...fields, noActionReason: 'It closes.' } };
    expect([isOwnChanged(buildDraft(along)), isSavedFirst(buildDraft(along))]).toEqual([true, false]);
  });

  it('links what was ticked and unlinks what was unticked', () => {
    expect(toLinkChanges({ linked: ['e2', 'e3'], seenLinks: ['e1', 'e2'] })).toEqual({
      toLink: ['e3'],
      toUnlink: ['e1'],
    });
  });
});

describe('an answer that others change while it is open', () => {
  const now = { ...seen, verdict: 'green', reason: 'Two reviews found it.' } as const;

  it('is shown as it stands now, whoever is about to agree it', () => {
    const agreeing = { verdict: 'amber', seen: now } as const;
    const problem = { kind: 'moved', by: 'Dorian Hexwell' } as const;
    const shown = follow(buildDraft({ agreeing, problem }), now, ['e2']);
    expect(shown).toEqual({ fields: toFields(now), linked: ['e2'], seen: now, seenLinks: ['e2'], agreeing, problem });
    expect(isOwnChanged(shown)).toBe(false);
  });

  it('keeps what the person typed, and the row it was typed over', () => {
    const fields = { ...toFields(seen), impact: 'Sooner.' };
    expect(follow(buildDraft({ fields }), now, ['e1'])).toEqual(buildDraft({ fields }));
    const problem = { kind: 'clash', theirs: now, at: '2026-11-30T10:00:00Z' } as const;
    expect(follow(buildDraft({ problem }), now, ['e1'])).toEqual(buildDraft({ problem }));
  });

  it.each<Problem>([
    { kind: 'clash', theirs: now, at: '2026-11-30T10:00:00Z' },
    { kind: 'failed', sentence: 'Microsoft 365 cannot be reached.' },
    { kind: 'gone' },
  ])('shows a file that was linked meanwhile though it was not saved: $kind', (problem) => {
    const shown = follow(buildDraft({ problem, linked: ['e1', 'e2'] }), now, ['e1', 'e3']);
    expect(shown.linked).toEqual(['e1', 'e3', 'e2']);
    expect(toLinkChanges(shown)).toEqual({ toLink: ['e2'], toUnlink: [] });
    expect(shown.seen).toEqual(seen);
  });

  it('is no draft any more once the lists say the same', () => {
    const typed = buildDraft({ fields: toFields(now), linked: ['e1', 'e2'] });
    expect(isChanged(typed)).toBe(true);
    expect(isChanged(follow(typed, now, ['e2', 'e1']))).toBe(false);
  });

  it('keeps my ticks beside those of others', () => {
    const shown = follow(buildDraft({ linked: ['e2'] }), seen, ['e1', 'e3']);
    expect(toLinkChanges(shown)).toEqual({ toLink: ['e2'], toUnlink: ['e1'] });
    expect(shown.linked).toEqual(['e3', 'e2']);
  });
});

describe('what is sent', () => {
  it('is what was changed, and empties what was emptied', () => {
    const fields = { ...toFields(seen), reason: '', owner: { id: 'p', name: 'Dorian Hexwell' } };
    expect(toOwnAnswer({ fields, seen })).toEqual({
      verdict: 'amber',
      reason: '',
      owner: { id: 'p', name: 'Dorian Hexwell' },
    });
    const owned = { ...seen, owner: { id: 'p', name: 'Dorian Hexwell' }, dueOn: '2026-11-30' };
    expect(toOwnAnswer({ fields: toFields(seen), seen: owned })).toEqual({
      verdict: 'amber',
      owner: null,
      dueOn: null,
    });
  });

  it('leaves progress to the rules unless the person moved it', () => {
    const agreed = { ...seen, progress: 'agreed' } as const;
    expect(toOwnAnswer({ fields: { ...toFields(agreed), verdict: 'red' }, seen: agreed })).toEqual({ verdict: 'red' });
    const moved = { ...toFields(seen), progress: 'ready-to-agree' } as const;
    expect(toOwnAnswer({ fields: moved, seen })).toMatchObject({ progress: 'ready-to-agree' });
  });
});

describe('a draft that an earlier version kept', () => {
  it('is read with the fields that came later as the row has them', () => {
    const former = { verdict: 'red', reason: 'Half a sentence', impact: '' } as unknown as AnswerDraft['fields'];
    const row = { ...seen, strengths: 'One tool', confidence: 'low' } as const;
    const whole = toWhole(buildDraft({ fields: former, seen: row }));
    expect(whole.fields).toEqual({ ...toFields(row), verdict: 'red', reason: 'Half a sentence', impact: '' });
    expect(toOwnAnswer(whole)).toEqual({ verdict: 'red', reason: 'Half a sentence' });
  });
});

describe('two people who changed one answer', () => {
  const owner = { id: 'p', name: 'Dorian Hexwell' };
  const theirs = buildAssessment(a1, police, { verdict: 'green', reason: 'We sit together.', owner, version: '2' });
  const mine = { ...toFields(seen), verdict: 'amber', reason: 'Not at weekends.' } as const;
  const clash = { kind: 'clash', theirs, at: '2026-11-30T10:41:00Z' } as const;

  it('see every field in which the answers differ, also a word that only the other changed', () => {
    expect(toDifferences({ fields: mine, seen }, theirs)).toEqual([
      { column: 'verdict', mine: 'amber', theirs: 'green' },
      { column: 'reason', mine: 'Not at weekends.', theirs: 'We sit together.' },
    ]);
  });

  it('see owner, date and progress only where both changed them', () => {
    const fields = { ...mine, owner: { id: 'q', name: 'Marta Oakhollow' }, dueOn: '2026-12-01' };
    const differing = toDifferences({ fields, seen }, theirs).map(({ column }) => column);
    expect(differing).toEqual(['verdict', 'reason', 'owner']);
  });

  it('see as the same only what is: what one person alone changed is neither asked nor the same', () => {
    const fields = { ...mine, noActionReason: 'Waits for the board.' };
    const same = toSameColumns({ fields }, { ...theirs, dueOn: '2026-12-01' });
    expect(same).toEqual(['strengths', 'improve', 'impact', 'confidence', 'progress']);
  });

  it('are asked for progress only where they say the same: with another verdict it goes along', () => {
    const agreed = { ...theirs, progress: 'agreed', agreedVerdict: 'green' } as const;
    const moved = { ...toFields({ ...seen, progress: 'in-progress' }), progress: 'ready-to-agree' } as const;
    const began = { ...seen, progress: 'in-progress' } as const;
    const columnsAsked = (fields: AnswerDraft['fields']) =>
      toDifferences({ fields, seen: began }, agreed).map(({ column }) => column);
    expect(columnsAsked({ ...moved, verdict: 'red' })).not.toContain('progress');
    expect(columnsAsked({ ...moved, verdict: 'green' })).toContain('progress');
    const draft = buildDraft({
      fields: { ...moved, verdict: 'red' },
      seen: began,
      problem: { ...clash, theirs: agreed },
    });
    expect(settleClash(draft, new Set(['reason'])).fields).toMatchObject({ verdict: 'green', progress: 'agreed' });
    const mine = settleClash(draft, new Set(['verdict', 'reason']));
    expect(mine.fields).toMatchObject({ verdict: 'red', progress: 'ready-to-agree' });
  });

  it('settle it field by field, on the version that is there now', () => {
    const fields = { ...mine, dueOn: '2026-12-01' };
    const settled = settleClash(buildDraft({ fields, problem: clash }), new Set(['reason'] as const));
    expect(settled.fields).toEqual({
      ...toFields(seen),
      verdict: 'green',
      reason: 'Not at weekends.',
      owner,
      dueOn: '2026-12-01',
    });
    expect(settled.seen).toBe(theirs);
    expect(settled.problem).toBeUndefined();
  });

  it('keep what is theirs when nothing of mine is kept', () => {
    const draft = buildDraft({ fields: mine, problem: clash });
    expect(isChanged({ ...settleClash(draft, new Set()), linked: [], seenLinks: [] })).toBe(false);
  });
});
