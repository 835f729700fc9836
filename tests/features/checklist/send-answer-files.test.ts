import { expect, it } from 'vitest';
import { wayWords } from '../../../src/features/checklist/send-answer-files.ts';
import type { QueuedFile } from '../../../src/services/file-queue/file-queue.ts';

const place = { partner: 'police', partnerTitle: 'Police', theme: 't', section: '1 Documents asked for' } as const;
const file = (standing: QueuedFile['standing']): QueuedFile => ({
  ...{ id: 'a', order: 1, drop: 'd', owner: 'o', name: 'a.txt', place, folders: [], sent: 0, standing },
  marks: { name: 'a.txt', size: 1_024, changed: 0 },
});
const waiting = file({ is: 'waiting' });
const asking = file({ is: 'asks', question: { is: 'empty', why: 'This file is empty.' } });
const done = file({ is: 'done', words: 'Added.' });
const refused = file({ is: 'asks', question: { is: 'refused', why: 'It cannot be read.' } });

it('what is said of the way of files for an answer goes when they are there, and stays while one asks', () => {
  expect(wayWords([waiting, file({ is: 'sent' }), asking])).toBe('2 files are on their way. 1 file needs you.');
  expect(wayWords([done, waiting])).toBe('1 file is on its way.');
  expect(wayWords([done, asking])).toBe('1 file needs you.');
  expect(wayWords([done, refused, file({ is: 'cancelled' })])).toBeUndefined();
});
