import { openAsBlob } from 'node:fs';
import { appendFile, mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alone, MIB, openOffice, police, questionOf } from '../services/file-queue/support/office.ts';

const STOPPED =
  'file-changed: This file was changed, moved or removed on your device while it was being sent. Nothing of it was kept.';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jtai-files-'));
  path = join(folder, 'Film.mp4');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A file on a disk, as a browser holds it: it refuses to be read once it is not the same any more. */
async function fileOnDisk(size: number): Promise<File> {
  await writeFile(path, new Uint8Array(size).fill(7));
  return new File([await openAsBlob(path)], 'Film.mp4', { lastModified: Date.parse('2026-11-23T09:00:00Z') });
}

describe('fault 21: the local file changes or vanishes during the upload', () => {
  it.each([
    ['is written to', () => appendFile(path, 'more')],
    ['is removed', () => unlink(path)],
  ])('it %s: stops, says so, and keeps nothing of it', async (_, change) => {
    const office = await openOffice();
    const desk = await office.sit();
    const film = await fileOnDisk(25 * MIB);
    office.disturb(async (_request, { range }) => {
      if (range?.startsWith(`bytes ${10 * MIB}`)) await change();
      return undefined;
    });
    await desk.queue.add(alone(film), police);
    await desk.settle();
    expect(questionOf(desk.file('Film.mp4'))).toBe(STOPPED);
    expect(await office.files()).toEqual([]);
    // The session is ended, so that no half of a file stays behind.
    expect(office.sent.at(-1)).toMatchObject({ method: 'DELETE', status: 204 });
  });

  it('chosen again as it is now, it is sent from the beginning', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    const film = await fileOnDisk(25 * MIB);
    office.disturb(async (_request, { range }) => {
      if (range?.startsWith(`bytes ${10 * MIB}`)) await appendFile(path, 'more');
      return undefined;
    });
    await desk.queue.add(alone(film), police);
    await desk.settle();
    office.disturb(() => undefined);
    const now = new File([await openAsBlob(path)], 'Film.mp4', { lastModified: Date.parse('2026-11-23T10:00:00Z') });
    expect(await office.during(desk.queue.chooseAgain(alone(now)))).toMatchObject({ recognised: 1 });
    await desk.settle();
    expect(desk.file('Film.mp4').standing.is).toBe('done');
    expect(await office.files()).toMatchObject([{ size: 25 * MIB + 4, hash: desk.file('Film.mp4').hash }]);
  });

  it('after a reload the reason is still there, and the file as it is now is sent from the beginning', async () => {
    const office = await openOffice();
    const first = await office.sit();
    const film = await fileOnDisk(25 * MIB);
    office.disturb(async (_request, { range }) => {
      if (range?.startsWith(`bytes ${10 * MIB}`)) await appendFile(path, 'more');
      return undefined;
    });
    await first.queue.add(alone(film), police);
    await first.settle();
    first.kill();
    office.disturb(() => undefined);
    const second = await office.sit();
    expect(questionOf(second.file('Film.mp4'))).toBe(STOPPED);
    const now = new File([await openAsBlob(path)], 'Film.mp4', { lastModified: Date.parse('2026-11-23T10:00:00Z') });
    expect(await office.during(second.queue.chooseAgain(alone(now)))).toMatchObject({ recognised: 1, unknown: [] });
    await second.settle();
    expect(await office.files()).toMatchObject([{ size: 25 * MIB + 4, hash: second.file('Film.mp4').hash }]);
  });

  it('written to after the tab has ended, it is asked about, and sent from the beginning: nothing of before is mixed in', async () => {
    const office = await openOffice();
    const first = await office.sit();
    const film = await fileOnDisk(25 * MIB);
    office.disturb((_, { range }) => (range?.startsWith(`bytes ${10 * MIB}`) ? 'silent' : undefined));
    await first.queue.add(alone(film), police);
    await office.until(() => first.file('Film.mp4').sent === 10 * MIB);
    first.kill();
    office.disturb(() => undefined);
    const second = await office.sit();
    const now = new File(['new', film], 'Film.mp4', { lastModified: Date.parse('2026-11-23T10:00:00Z') });
    const before = office.sent.length;
    // For another folder it is another file.
    await office.during(second.queue.add(alone(now), { ...police, partner: 'health', partnerTitle: 'Health' }));
    expect(second.queue.snapshot().files).toHaveLength(2);
    second.queue.cancel([second.queue.snapshot().files[1]?.id ?? '']);
    expect(await office.during(second.queue.chooseAgain(alone(now)))).toMatchObject({ recognised: 0, asked: 1 });
    expect(questionOf(second.file('Film.mp4'))).toBe(
      'another-file: This is not the file that was being sent: it is larger and was changed later. Sent instead, it begins from the start.',
    );
    second.queue.answer([second.file('Film.mp4').id], { say: 'send-this' });
    await second.settle();
    const after = office.sent.slice(before);
    expect(after).toContainEqual(expect.objectContaining({ method: 'DELETE', status: 204 }));
    expect(after.find(({ range }) => range !== null)?.range).toMatch(/^bytes 0-/);
    expect(await office.files()).toMatchObject([{ size: 25 * MIB + 3, hash: second.file('Film.mp4').hash }]);
  });

  it('a small one that vanishes before its turn is said as well', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    const film = await fileOnDisk(1_000);
    desk.queue.pause();
    await desk.queue.add(alone(film), police);
    await unlink(path);
    await desk.settle();
    expect(questionOf(desk.file('Film.mp4'))).toMatch(
      /^(file-changed: This file was changed|refused: This cannot be read\. It may be a folder, or it was changed)/,
    );
    expect(office.puts()).toEqual([]);
  });
});
