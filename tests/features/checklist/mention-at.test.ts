import { describe, expect, it } from 'vitest';
import {
  dropSecondSpace,
  findMention,
  insertMention,
  matchPeople,
} from '../../../src/features/checklist/mention-at.ts';

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

  it('leaves one space where words follow, with the caret behind it', () => {
    expect(insertMention('Ask @Dor today', 8, { at: 4, typed: 'Dor' }, 'Dorian Hexwell').caret).toBe(20);
  });

  it('offers names that begin with the letters first, then words of names, then the rest', () => {
    const people = ['Imani Ashgrove', 'Lena Marsh', 'Marta Oakhollow', 'Zed Pike'].map((name) => ({ name }));
    expect(matchPeople('Ma', people).map(({ name }) => name)).toEqual([
      'Marta Oakhollow',
      'Lena Marsh',
      'Imani Ashgrove',
    ]);
    expect(matchPeople('marta o', people).map(({ name }) => name)).toEqual(['Marta Oakhollow']);
    expect(matchPeople('', people)).toEqual(people);
  });

  it('takes no second space behind a name, and two anywhere else', () => {
    const people = [{ name: 'Dorian Hexwell' }];
    expect(dropSecondSpace('Ask @Dorian Hexwell  today', 21, people)).toEqual({
      words: 'Ask @Dorian Hexwell today',
      caret: 20,
    });
    const plain = { words: 'Two  spaces', caret: 5 };
    expect(dropSecondSpace(plain.words, plain.caret, people)).toEqual(plain);
  });
});
