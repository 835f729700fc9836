import { describe, expect, it } from 'vitest';
import { askingWords, queueDetail, queueTitle } from '../../../src/features/evidence/queue-words.ts';
import type { QueuedFile, Snapshot } from '../../../src/services/file-queue/file-queue.ts';
import { secondsByLimits, totalOf, workOf } from '../../../src/services/file-queue/totals.ts';

const place = { partner: 'police', partnerTitle: 'Police', theme: 't', section: '1 Documents asked for' } as const;
const files = (count: number, is: 'waiting' | 'sending' | 'sent' | 'done'): readonly QueuedFile[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{ id: `${is}${n}`, order: n, drop: 'd', owner: 'o', name: 'a.txt', place, folders: [] },
    marks: { name: 'a.txt', size: 1_024, changed: 0 },
    standing: is === 'done' ? { is, words: 'Added.' } : { is },
    sent: is === 'sent' || is === 'done' ? 1_024 : 0,
  }));

function said(entries: readonly QueuedFile[], secondsLeft?: number): string {
  const facts = { files: entries, totals: totalOf(entries), secondsLeft, hold: undefined, inHand: 0, isKept: true };
  return `${queueTitle(facts satisfies Snapshot)} | ${queueDetail(facts)}`;
}

describe('the head of the list of files', () => {
  it('tells files under way from those whose entries follow', () => {
    expect(said([...files(2, 'sending'), ...files(3, 'waiting'), ...files(4, 'sent'), ...files(1, 'done')], 130)).toBe(
      'Sending 9 files to Police | 1 done, 2 under way, 3 waiting, 4 to be registered. 5 KB of 10 KB, about 2 minutes left',
    );
  });

  it('says that files are registered when all are in the library, and promises no moment that it does not know', () => {
    expect(said([...files(203, 'sent'), ...files(180, 'done')], 60)).toBe(
      'Registering 203 files | 180 done, about 1 minute left',
    );
    expect(said(files(3, 'sent'))).toBe('Registering 3 files | ');
  });
});

it('the head of a list that cannot go on says what it waits for, and no time', () => {
  const entries = [...files(1, 'done'), ...files(2, 'waiting')];
  const facts = { files: entries, totals: totalOf(entries), secondsLeft: 27, inHand: 0, isKept: true };
  const detail = (why: 'offline' | 'signed-out') => queueDetail({ ...facts, hold: { why, until: 1 } });
  expect(detail('offline')).toBe('1 done, 2 waiting. 1 KB of 3 KB, waiting for the network');
  expect(detail('signed-out')).toBe('1 done, 2 waiting. 1 KB of 3 KB, waiting for your sign-in');
});

describe('how long Microsoft 365 makes a drop last', () => {
  it('is counted in writes, a file and its row each', () => {
    expect(secondsByLimits(totalOf(files(2_000, 'waiting')), 600)).toBe(360);
    expect(secondsByLimits(totalOf(files(2_000, 'sent')), 600)).toBe(180);
    expect(secondsByLimits(totalOf(files(200, 'waiting')), 600)).toBe(0);
  });
});

it('of a file that is to be chosen again it is said what need not be sent again, for as long as Microsoft 365 keeps it', () => {
  const [file] = files(1, 'waiting') as [QueuedFile];
  const session = { url: 'u', expiresAt: '2026-11-23T09:15:00Z', sent: 512, read: { bits: '', length: 0 } };
  const question = { is: 'file-gone', why: 'Not held.' } as const;
  const said = (now: string) => askingWords({ ...file, sent: 512, session }, question, Date.parse(now));
  expect(said('2026-11-23T09:10:00Z')).toBe('Not held. 512 bytes of 1 KB has arrived: it goes on from there.');
  expect(said('2026-11-23T09:20:00Z')).toBe('Not held.');
});

it('a thousand small files are not promised in the time that their bytes take', () => {
  const { sent, toSend } = workOf(totalOf([...files(10, 'done'), ...files(990, 'waiting')]));
  expect(toSend / sent).toBeCloseTo(99, 0);
  expect(workOf(totalOf(files(5, 'sent'))).toSend).toBe(0);
});
