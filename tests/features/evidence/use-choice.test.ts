import { describe, expect, it } from 'vitest';
import { noChoice } from '../../../src/features/evidence/arrange.ts';
import { toChoice } from '../../../src/features/evidence/use-choice.ts';

const partners = [{ uid: 'police' }];

describe('the rows that an address names', () => {
  it('are a list, and one partner of it', () => {
    expect(toChoice({ list: 'unregistered', partner: 'police' }, partners)).toEqual({
      ...noChoice,
      view: 'unregistered',
      partner: 'police',
    });
  });

  it('come in the order of their list', () => {
    expect(toChoice({ list: 'to-check' }, partners).sort).toEqual({ by: 'waiting', isDown: false });
  });

  it('are all of them where the address is old or names nothing of ours', () => {
    expect(toChoice({ list: 'gone', partner: 'nobody' }, partners)).toEqual(noChoice);
    expect(toChoice(undefined, partners)).toEqual(noChoice);
  });
});
