import { describe, expect, it } from 'vitest';
import { PIECE } from '../../src/graph/upload-pieces.ts';
import { evidence } from '../../src/workspace/schema/lists.ts';
import {
  alone,
  largeFile,
  MIB,
  openOffice,
  police,
  questionOf,
  textFile,
} from '../services/file-queue/support/office.ts';
import { rowsOf } from '../workspace/support/rows.ts';

const SIZE = 100 * MIB;

/** The bytes of a file that were read and are not let go of yet: each piece until its request has ended. */
function watchMemory(file: File) {
  const facts = { held: 0, most: 0, pieces: [] as number[] };
  const slice = file.slice.bind(file);
  file.slice = (from, to, type) => {
    const part = slice(from, to, type);
    const read = part.arrayBuffer.bind(part);
    part.arrayBuffer = async () => {
      const bytes = await read();
      // What only goes into the hash is let go of at once.
      const isPiece = bytes.byteLength > MIB;
      if (isPiece) facts.pieces.push(bytes.byteLength);
      facts.held = facts.pieces.reduce((sum, size) => sum + size, 0) + (isPiece ? 0 : bytes.byteLength);
      facts.most = Math.max(facts.most, facts.held);
      return bytes;
    };
    return part;
  };
  return { facts, letGo: () => void facts.pieces.shift() };
}

describe('fault 17: the tab is killed in the middle of an upload', () => {
  it.each([15, 50, 95])(
    'at %i per cent: what the server has is not sent again, and less than three fragments are in memory',
    async (percent) => {
      const office = await openOffice();
      const first = await office.sit();
      const film = largeFile('Film.mp4', SIZE);
      const memory = watchMemory(film);
      let isKilled = false;
      office.disturb((_, { range }) => {
        if (range === null) return undefined;
        memory.letGo();
        const from = Number(/bytes (\d+)/.exec(range)?.[1]);
        if (isKilled || from < (SIZE * percent) / 100 - PIECE) return undefined;
        isKilled = true;
        return 'silent';
      });
      await first.queue.add(alone(film), police);
      await office.until(() => isKilled);
      first.kill();

      const second = await office.sit();
      await office.until(() => second.file('Film.mp4').standing.is === 'asks');
      expect(questionOf(second.file('Film.mp4'))).toBe('file-gone: This browser does not hold the file any more.');
      const again = await office.during(second.queue.chooseAgain(alone(largeFile('Film.mp4', SIZE))));
      expect(again).toMatchObject({ recognised: 1, unknown: [] });
      await second.settle();
      expect(second.file('Film.mp4').standing).toEqual({
        is: 'done',
        words: 'Added to Police, 1 Documents asked for.',
      });
      const sent = office.puts().reduce((sum, { bytes }) => sum + bytes, 0);
      expect(sent).toBeLessThanOrEqual(SIZE + PIECE);
      expect(memory.facts.most).toBeLessThan(3 * PIECE);
      expect(await office.files()).toMatchObject([
        { name: 'Film.mp4', size: SIZE, hash: second.file('Film.mp4').hash },
      ]);
    },
  );

  it('another file of that name and length is not taken for it: the list asks which is meant', async () => {
    const office = await openOffice();
    const first = await office.sit();
    office.disturb((_, { range }) => (range?.startsWith(`bytes ${10 * MIB}`) ? 'silent' : undefined));
    await first.queue.add(alone(largeFile('Film.mp4', 25 * MIB)), police);
    await office.until(() => first.file('Film.mp4').sent === 10 * MIB);
    first.kill();
    office.disturb(() => undefined);
    const second = await office.sit();
    const other = await office.during(second.queue.chooseAgain(alone(largeFile('Film.mp4', 25 * MIB, 7))));
    expect(other).toMatchObject({ recognised: 0, asked: 1, unknown: [] });
    expect(questionOf(second.file('Film.mp4'))).toBe(
      'another-file: This is not the file that was being sent: it holds something else. Sent instead, it begins from the start.',
    );
    // What the server has waits for the right one.
    const before = office.puts().length;
    await office.during(second.queue.chooseAgain(alone(largeFile('Film.mp4', 25 * MIB))));
    await second.settle();
    expect(office.puts()).toHaveLength(before + 3);
    expect(await office.files()).toMatchObject([{ name: 'Film.mp4', hash: second.file('Film.mp4').hash }]);
  });

  it('a file whose middle was changed is given up: nothing of it is mixed', async () => {
    const office = await openOffice();
    const first = await office.sit();
    office.disturb((_, { range }) => (range?.startsWith(`bytes ${20 * MIB}`) ? 'silent' : undefined));
    const film = largeFile('Film.mp4', 25 * MIB);
    await first.queue.add(alone(film), police);
    await office.until(() => first.file('Film.mp4').sent === 20 * MIB);
    first.kill();
    office.disturb(() => undefined);
    const bytes = new Uint8Array(await film.arrayBuffer());
    bytes[7 * MIB] = (bytes[7 * MIB] ?? 0) ^ 1;
    const changed = new File([bytes], 'Film.mp4', { lastModified: film.lastModified });
    const second = await office.sit();
    await office.during(second.queue.chooseAgain(alone(changed)));
    await second.settle();
    expect(questionOf(second.file('Film.mp4'))).toBe(
      'file-changed: This file was changed, moved or removed on your device while it was being sent. Nothing of it was kept.',
    );
    expect(await office.files()).toEqual([]);
  });

  it('small files that had arrived are registered without sending them again', async () => {
    const office = await openOffice();
    const first = await office.sit();
    office.disturb((_, { method, path }) => (method === 'POST' && path.endsWith('/items') ? 'silent' : undefined));
    await first.queue.add(alone(textFile('a.txt'), textFile('b.txt')), police);
    await office.until(() => first.queue.snapshot().files.every(({ item }) => item !== undefined));
    await office.time.pass(1_000);
    first.kill();
    office.disturb(() => undefined);
    const second = await office.sit();
    await second.settle();
    expect(office.puts()).toHaveLength(2);
    expect(
      rowsOf(second.workspace, evidence)
        .map(({ fileName }) => fileName)
        .toSorted(),
    ).toEqual(['a.txt', 'b.txt']);
  });

  it('a small file whose answer died with the tab is known by its hash', async () => {
    const office = await openOffice();
    const first = await office.sit();
    let isSent = false;
    office.disturb(async (request, { method }) => {
      if (method !== 'PUT') return undefined;
      await office.north.fetch(request);
      isSent = true;
      return 'silent';
    });
    await first.queue.add(alone(textFile('a.txt')), police);
    await office.until(() => isSent);
    await office.time.pass(100);
    first.kill();
    office.disturb(() => undefined);
    const second = await office.sit();
    await second.settle();
    expect(second.file('a.txt').standing).toEqual({ is: 'done', words: 'Added to Police, 1 Documents asked for.' });
    expect(office.puts()).toHaveLength(1);
  });
});
