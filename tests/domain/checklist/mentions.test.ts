import { describe, expect, it } from 'vitest';
import { askedOf, cutAtNames, mentionedIn, readMentions, toMentions } from '../../../src/domain/checklist/mentions.ts';

const bea = { id: 'bea', name: 'Bea Thistledown' };
const dorian = { id: 'dorian', name: 'Dorian Hexwell' };

function said(uid: string, by: string, hour: number, mentions: readonly string[] = [], record = 'a1') {
  return {
    uid,
    record,
    writtenBy: { id: by },
    created: { at: `2026-11-23T${String(hour).padStart(2, '0')}:00:00Z` },
    ...(mentions.length > 0 && { mentions: mentions.join('\n') }),
  };
}

describe('mentions', () => {
  it('are kept one a line, each once, and read back', () => {
    expect(readMentions(toMentions(['bea', 'dorian', 'bea']))).toEqual(['bea', 'dorian']);
    expect([toMentions([]), readMentions(undefined)]).toEqual([undefined, []]);
  });

  it('count only while the name stands in the words', () => {
    expect(mentionedIn('@Dorian Hexwell, when is it done?', [bea, dorian])).toEqual([dorian]);
    expect(mentionedIn('Dorian Hexwell', [bea, dorian])).toEqual([]);
  });

  it('are cut out of the words, the longer name first', () => {
    expect(cutAtNames('Ask @Bea Thistledown now', ['Bea', 'Bea Thistledown'])).toEqual([
      { text: 'Ask ', isName: false },
      { text: '@Bea Thistledown', isName: true },
      { text: ' now', isName: false },
    ]);
  });
});

describe('what is asked of somebody', () => {
  it('is what mentions them, until they have written in the same place after it', () => {
    const first = said('1', 'bea', 9, ['dorian']);
    const second = said('2', 'bea', 10, ['dorian']);
    const elsewhere = said('3', 'bea', 8, ['dorian'], 'a2');
    expect(askedOf('dorian', [second, first, elsewhere]).map(({ uid }) => uid)).toEqual(['3', '1', '2']);
    const answered = [first, said('4', 'dorian', 11), said('5', 'bea', 12, ['dorian']), elsewhere];
    expect(askedOf('dorian', answered).map(({ uid }) => uid)).toEqual(['3', '5']);
  });

  it('is nothing one asked oneself, and nothing that asks others', () => {
    expect(askedOf('dorian', [said('1', 'dorian', 9, ['dorian']), said('2', 'bea', 9, ['marta'])])).toEqual([]);
  });
});
