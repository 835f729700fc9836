import { describe, expect, it } from 'vitest';
import {
  isRedWithoutAction,
  redsWithoutAction,
  whyNoAction,
} from '../../../src/domain/checklist/red-without-action.ts';

const red = { prompt: 'A1', partner: 'police', verdict: 'red' } as const;

describe('a red answer', () => {
  it('asks for an action until there is one, or a written reason why none', () => {
    expect(isRedWithoutAction(red, false)).toBe(true);
    expect(isRedWithoutAction(red, true)).toBe(false);
    expect(isRedWithoutAction({ ...red, noActionReason: 'The board decided on it.' }, false)).toBe(false);
    expect(isRedWithoutAction({ ...red, noActionReason: '  ' }, false)).toBe(true);
  });

  it('says why it has none, as long as it is red and has none', () => {
    const answer = { ...red, noActionReason: ' The board decided on it. ' };
    expect(whyNoAction(answer, false)).toBe('The board decided on it.');
    expect(whyNoAction(answer, true)).toBeUndefined();
    expect(whyNoAction({ ...answer, agreedVerdict: 'amber', progress: 'agreed' }, false)).toBeUndefined();
    expect(whyNoAction(red, false)).toBeUndefined();
  });

  it('is red when red was agreed, and no more when something else was', () => {
    expect(isRedWithoutAction({ ...red, agreedVerdict: 'amber', progress: 'agreed' }, false)).toBe(false);
    expect(isRedWithoutAction({ ...red, verdict: 'amber', agreedVerdict: 'red' }, false)).toBe(true);
    expect(isRedWithoutAction(undefined, false)).toBe(false);
  });

  it('is red again when the partner says so after something else was agreed', () => {
    expect(isRedWithoutAction({ ...red, agreedVerdict: 'green', progress: 'in-progress' }, false)).toBe(true);
  });

  it('is not served by an action of another partner or on another prompt', () => {
    const council = { ...red, partner: 'council' };
    expect(
      redsWithoutAction(
        [council, red],
        [
          { prompt: 'A1', partner: 'police' },
          { prompt: 'A2', partner: 'council' },
        ],
      ),
    ).toEqual([council]);
  });
});
