import { expect, it } from 'vitest';
import { tellSaveLine } from '../../src/app/keep-file-queue.ts';
import { saveWords } from '../../src/app/save-line.tsx';
import { makeDrafts } from '../../src/session/drafts.ts';
import { toSaving } from '../../src/session/saving.ts';
import { alone, openOffice, police, textFile } from '../services/file-queue/support/office.ts';

it('the save line says of files that go, are paused or need somebody what is true of them', async () => {
  const office = await openOffice();
  const desk = await office.sit();
  const drafts = makeDrafts();
  const words = () => {
    tellSaveLine(desk.queue.snapshot(), drafts);
    return saveWords(toSaving(drafts.states(), { state: 'saved' }, drafts.fileStates()));
  };
  office.disturb((_, { method }) => (method === 'PUT' ? 'silent' : undefined));
  await desk.queue.add(alone(textFile('a.txt'), textFile('b.txt')), police);
  await office.time.pass(1_000);
  expect(words()).toBe('Saving 2 files');
  tellSaveLine({ ...desk.queue.snapshot(), hold: { why: 'offline', until: Number.POSITIVE_INFINITY } }, drafts);
  expect(saveWords(toSaving(drafts.states(), { state: 'saved' }, drafts.fileStates()))).toBe('2 files not saved yet');
  desk.queue.pause();
  expect(words()).toBe('2 files not saved yet');
  await desk.queue.add(alone(textFile('c?.txt'), textFile('~$d.docx')), police);
  await office.time.pass(1_000);
  expect(words()).toBe('1 file needs you');
  desk.queue.cancelAll();
  expect(words()).toBe('All saved');
});
