import { describe, expect, it } from 'vitest';
import { alone, largeFile, MIB, openOffice, police } from '../services/file-queue/support/office.ts';

const DONE = 'Added to Police, 1 Documents asked for.';

/** A film of five pieces whose second is treated like this. */
async function sendWith(fate: 'lost before' | 'lost after' | 'twice' | 'astray') {
  const office = await openOffice();
  const desk = await office.sit();
  let pieces = 0;
  office.disturb(async (request, { range, path }) => {
    if (range === null) return undefined;
    pieces += 1;
    if (pieces !== 2) return undefined;
    if (fate === 'twice') {
      // It comes in, and once more: what is answered is the refusal of the second.
      await office.north.fetch(request.clone());
      return await refused(office.north.fetch(request));
    }
    if (fate !== 'astray') return fate;
    // The piece after the next one, before it: the server has another in mind.
    const headers = { 'Content-Range': `bytes ${15 * MIB}-${20 * MIB - 1}/${25 * MIB}` };
    const url = new URL(path, new URL(request.url).origin);
    return await refused(office.north.fetch(url, { method: 'PUT', headers, body: new Uint8Array(5 * MIB) }));
  });
  await desk.queue.add(alone(largeFile('Film.mp4', 25 * MIB)), police);
  await desk.settle();
  return { office, desk };
}

async function refused(answering: Promise<Response>): Promise<Response> {
  const answer = await answering;
  expect(answer.status).toBe(416);
  return answer;
}

describe('fault 16: an upload fragment is lost, repeated or out of order', () => {
  it.each(['lost before', 'lost after', 'twice', 'astray'] as const)(
    '%s: asks for the next expected range and goes on',
    async (fate) => {
      const { office, desk } = await sendWith(fate);
      expect(desk.file('Film.mp4').standing).toEqual({ is: 'done', words: DONE });
      const [file] = await office.files();
      expect(file).toMatchObject({ name: 'Film.mp4', size: 25 * MIB, hash: desk.file('Film.mp4').hash });
      const asked = office.sent.filter(({ method, path }) => method === 'GET' && path.includes('uploadSession'));
      expect(asked).toHaveLength(1);
      expect(office.puts().length).toBeLessThanOrEqual(6);
    },
  );

  it('a range that the server has already is not sent a third time', async () => {
    const { office } = await sendWith('lost after');
    const ranges = office.puts().map(({ range }) => range);
    expect(new Set(ranges).size).toBe(ranges.length);
  });
});
