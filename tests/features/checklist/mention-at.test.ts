import { describe, expect, it } from 'vitest';
import { findMention, insertMention } from '../../../src/features/checklist/mention-at.ts';

describe('a mention being typed', () => {
  it.each([
    ['@', 1, { at: 0, typed: '' }],
    ['Ask @Dor', 8, { at: 4, typed: 'Dor' }],
    ['Ask @Dorian Hex', 15, { at: 4, typed: 'Dorian Hex' }],
    ['Ask @Dor today', 8, { at: 4, typed: 'Dor' }],
    ['an address@home', 15, undefined],
    ['Ask @Dorian Hexwell ', 20, undefined],
    ['@Dorian Hexwell, when?', 22, undefined],
    ['no mark', 7, undefined],
  ])('in "%s" at %i is %o', (words, caret, found) => {
    expect(findMention(words, caret)).toEqual(found);
  });

  it('becomes the whole name, with one space behind it and the caret after that', () => {
    expect(insertMention('Ask @Dor', 8, { at: 4, typed: 'Dor' }, 'Dorian Hexwell')).toEqual({
      words: 'Ask @Dorian Hexwell ',
      caret: 20,
    });
    expect(insertMention('Ask @Dor today', 8, { at: 4, typed: 'Dor' }, 'Dorian Hexwell').words).toBe(
      'Ask @Dorian Hexwell today',
    );
  });
});
