import { expect, it } from 'vitest';
import { addedWords, endWords, unknownWords } from '../../../src/features/evidence/added-words.ts';

const still = { going: 0, done: 0, needs: 0, paused: 0 };

it('what could not be added of a drop is said, and what was', () => {
  const added = { added: 2, recognised: 0, asked: 0, leftOut: [], unknown: [], toCheck: [] };
  expect(addedWords(added, { emptyFolders: ['Later'], unreadable: ['Locked.txt'] }).news).toBe(
    '2 files taken. This device did not let Locked.txt be read, so it is not added. ' +
      'Nothing is in Later, so no folder was made for it.',
  );
  expect(addedWords(added, { emptyFolders: [], unreadable: [] }).problem).toBeUndefined();
  expect(addedWords(added, { emptyFolders: ['Later'], unreadable: [] }).problem?.kind).toBe('info');
  expect(addedWords(added, { emptyFolders: ['Later'], unreadable: ['Locked.txt'] }).problem?.kind).toBe('danger');
});

it('files that were chosen again are said to go on, to be asked about, or not to be waited for', () => {
  const none = { added: 0, recognised: 0, asked: 0, leftOut: [], unknown: [], toCheck: [] };
  const left = { emptyFolders: [], unreadable: [] };
  expect(addedWords({ ...none, recognised: 1, asked: 2 }, left).news).toBe(
    '1 file goes on. 2 files are not what was being sent: the list asks about them.',
  );
  expect(unknownWords([])).toBeUndefined();
  expect(unknownWords([{ name: 'Rota.txt', isNamesake: false }])).toBe(
    'Rota.txt is not a file that the list waits for.',
  );
  expect(
    unknownWords([
      { name: 'a.txt', isNamesake: false },
      { name: 'b.txt', isNamesake: false },
      { name: 'Film.mp4', isNamesake: true },
    ]),
  ).toBe(
    'a.txt, b.txt are not files that the list waits for. The list waits for several files called Film.mp4, and for none ' +
      'with this content. Choose it again on the line that is meant.',
  );
});

it('the end of a drop is spoken with what still needs somebody, and then whatever answers leave of that', () => {
  expect(endWords(undefined, { ...still, needs: 7 })).toBeUndefined();
  expect(endWords({ ...still, going: 9 }, { ...still, done: 2, needs: 7 })).toBe('2 files added. 7 need you.');
  expect(endWords({ ...still, done: 2, needs: 7 }, { ...still, done: 2, needs: 1 })).toBe('1 needs you.');
  expect(endWords({ ...still, done: 2, needs: 1 }, { ...still, done: 2 })).toBe(
    'Nothing in the list needs you any more.',
  );
  expect(endWords({ ...still, going: 3 }, { ...still, paused: 3 })).toBe('3 paused.');
  expect(endWords({ ...still, done: 2 }, { ...still, done: 2 })).toBeUndefined();
});
