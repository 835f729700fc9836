import { describe, expect, it } from 'vitest';
import { standingOf } from '../../src/domain/evidence/standing.ts';
import { fileOf, moveEvidence } from '../../src/services/evidence-states.ts';
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

const WAYS = [
  ['in one request', () => textFile('Plan.docx')],
  ['in pieces', () => largeFile('Plan.docx', 12 * MIB)],
] as const;

/** A desk in an office whose SharePoint writes into every file that comes in. */
async function openRewriting() {
  const office = await openOffice();
  const desk = await office.sit();
  await office.north.control('POST', '/faults', { where: { method: 'PUT' }, times: 'all', does: { kind: 'rewrite' } });
  return { office, desk };
}

describe('fault 22: SharePoint rewrites a file after it has come in', () => {
  it.each(WAYS)('sent %s, and the reply is lost as well: it is known, and there is no second file', async (_, make) => {
    const { office, desk } = await openRewriting();
    office.disturb((_request, { method, path, range, bytes }) => {
      const isLast = range === null ? path.endsWith('/content') : bytes < 5 * MIB;
      return method === 'PUT' && isLast && office.puts().filter((put) => put.bytes === bytes).length === 1
        ? 'lost after'
        : undefined;
    });
    await desk.queue.add(alone(make()), police);
    await desk.settle();
    expect(desk.file('Plan.docx').standing).toEqual({ is: 'done', words: 'Added to Police, 1 Documents asked for.' });
    const [there, ...others] = await office.files();
    expect(others).toEqual([]);
    expect(rowsOf(desk.workspace, evidence)).toMatchObject([{ size: there?.size, fingerprint: there?.hash }]);
  });

  it('a file of somebody else is never taken for it', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    const bea = await office.north.as('Bea');
    let isFirst = true;
    office.disturb(async (request, { method }) => {
      if (method !== 'PUT' || !isFirst) return undefined;
      isFirst = false;
      await bea(request.url, { method: 'PUT', body: 'her words' });
      return 'lost before';
    });
    await desk.queue.add(alone(textFile('Plan.docx')), police);
    await desk.settle();
    expect(questionOf(desk.file('Plan.docx'))).toBe('taken: There is already a file called Plan.docx in this folder.');
  });

  it.each(WAYS)('sent %s: no alarm, and the register holds what is there', async (_, make) => {
    const { office, desk } = await openRewriting();
    const file = make();
    await desk.queue.add(alone(file), police);
    await desk.settle();
    expect(desk.file('Plan.docx').standing).toEqual({ is: 'done', words: 'Added to Police, 1 Documents asked for.' });
    const [there] = await office.files();
    expect(there?.size).toBeGreaterThan(file.size);
    expect(rowsOf(desk.workspace, evidence)).toMatchObject([{ size: there?.size, fingerprint: there?.hash }]);
    expect(office.puts().filter(({ status }) => status === 201)).toHaveLength(1);

    // Nor when the library is read again and it is on its way to a check.
    await office.during(desk.workspace.pull());
    const [row] = rowsOf(desk.workspace, evidence);
    if (!row) throw new Error('not registered');
    expect(standingOf(row, fileOf(desk.workspace, row))).toEqual({ state: 'draft', news: [] });
    expect(await office.during(moveEvidence(desk.workspace, { seen: row, move: 'submit' }))).toMatchObject({
      outcome: 'moved',
      row: { state: 'submitted', fingerprint: there?.hash },
    });
    await office.during(desk.workspace.pull());
    const [submitted = row] = rowsOf(desk.workspace, evidence);
    expect(standingOf(submitted, fileOf(desk.workspace, submitted)).news).toEqual([]);
  });
});
