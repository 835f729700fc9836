import { expect, it } from 'vitest';
import { addedWords, endWords, unknownWords } from '../../../src/features/evidence/added-words.ts';

const still = { going: 0, done: 0, needs: 0, paused: 0 };

it('what could not be added of a drop is said, and what was', () => {
  const added = { added: 2, recognised: 0, leftOut: [], unknown: [], toCheck: [] };
  expect(addedWords(added, { emptyFolders: ['Later'], unreadable: ['Locked.txt'] }).news).toBe(
    '2 files taken. This device did not let Locked.txt be read, so it is not added. ' +
      'Nothing is in Later, so no folder was made for it.',
  );
  expect(addedWords(added, { emptyFolders: [], unreadable: [] }).problem).toBeUndefined();
  expect(addedWords(added, { emptyFolders: ['Later'], unreadable: [] }).problem?.kind).toBe('info');
  expect(addedWords(added, { emptyFolders: ['Later'], unreadable: ['Locked.txt'] }).problem?.kind).toBe('danger');
});

it('a file that was chosen again and is another one is told by what differs', () => {
  expect(unknownWords([])).toBeUndefined();
  expect(unknownWords([{ name: 'Rota.txt', differs: 'name' }])).toBe('Rota.txt is not a file that the list waits for.');
  expect(unknownWords([{ name: 'Film.mp4', differs: 'size' }])).toBe(
    'Film.mp4 has another size than the file that was begun. To add it as it is now, skip its line and add it anew.',
  );
  expect(
    unknownWords([
      { name: 'a.txt', differs: 'name' },
      { name: 'b.txt', differs: 'name' },
      { name: 'Film.mp4', differs: 'content' },
    ]),
  ).toBe(
    'a.txt, b.txt are not files that the list waits for. Film.mp4 has the name and the size of the file that was begun, ' +
      'and other content. To add it as it is now, skip its line and add it anew.',
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
