import { describe, expect, it } from 'vitest';
import { evidence, evidenceLinks } from '../../../src/workspace/schema/lists.ts';
import { rowsOf } from '../../workspace/support/rows.ts';
import { alone, largeFile, MIB, openOffice, police, questionOf, textFile } from './support/office.ts';

describe('files that are added', () => {
  it('are in the folder and in the register, each with one write', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    await desk.queue.add(alone(textFile('a.txt'), textFile('b.txt'), largeFile('c.mp4', 12 * MIB)), police);
    await desk.settle();
    expect(desk.file('a.txt').standing).toEqual({ is: 'done', words: 'Added to Police, 1 Documents asked for.' });
    expect((await office.files()).map(({ name }) => name).toSorted()).toEqual(['a.txt', 'b.txt', 'c.mp4']);
    expect(rowsOf(desk.workspace, evidence).map(({ fileName }) => fileName)).toEqual(['a.txt', 'b.txt', 'c.mp4']);
    expect(office.puts()).toHaveLength(2 + 3);
  });

  it('on a prompt support it', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    await desk.queue.add(alone(textFile('a.txt')), { ...police, prompt: `${'front-door-2026'}.FD-A1` });
    await desk.settle();
    expect(rowsOf(desk.workspace, evidenceLinks)).toMatchObject([
      { prompt: 'front-door-2026.FD-A1', partner: 'police', evidence: desk.file('a.txt').evidence },
    ]);
  });

  it('keep their folders, each made once, without what systems leave there', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    const chosen = ['a.txt', 'b.txt', 'Thumbs.db', '.DS_Store'].map((name) => ({
      file: textFile(name),
      folders: ['Audit 2026', 'Case files.'],
    }));
    const added = await desk.queue.add(chosen, police);
    expect(added).toMatchObject({ added: 2, leftOut: ['Thumbs.db', '.DS_Store'] });
    await desk.settle();
    const made = office.sent.filter(({ method, path }) => method === 'POST' && path.endsWith('/children'));
    expect(made).toHaveLength(2);
    expect(office.puts().map(({ status }) => status)).toEqual([201, 201]);
  });

  it('can be paused, go on, and be taken out of the list', async () => {
    const office = await openOffice({ latencyMs: 200 });
    const desk = await office.sit();
    await desk.queue.add(alone(largeFile('a.mp4', 30 * MIB), largeFile('b.mp4', 12 * MIB)), police);
    await office.until(() => desk.file('a.mp4').sent >= 10 * MIB);
    desk.queue.pause();
    await office.time.pass(5_000);
    const before = office.puts().length;
    await office.time.pass(60_000);
    expect(office.puts()).toHaveLength(before);
    expect(desk.queue.snapshot().totals).toMatchObject({ paused: 2, going: 0 });
    desk.queue.cancel([desk.file('b.mp4').id]);
    desk.queue.resume();
    await desk.settle();
    expect((await office.files()).map(({ name }) => name)).toEqual(['a.mp4']);
    const ranges = office.puts().flatMap(({ range, status }) => (range && status < 300 ? [range] : []));
    expect(new Set(ranges).size).toBe(ranges.length);
  });
});

describe('a file that Microsoft 365 asks to wait', () => {
  it('goes when that is over, and until then the list says why and until when', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    let asked = 0;
    office.disturb((_, { method }) => {
      if (method !== 'PUT' || asked > 0) return undefined;
      asked = office.time.now();
      return new Response(null, { status: 429, headers: { 'Retry-After': '25' } });
    });
    await desk.queue.add(alone(textFile('a.txt')), police);
    await office.until(() => desk.queue.snapshot().hold !== undefined);
    const { why, until } = desk.queue.snapshot().hold ?? {};
    expect([why, Math.round(((until ?? 0) - asked) / 1_000)]).toEqual(['asked-to-wait', 25]);
    expect(desk.file('a.txt').standing.is).toBe('sending');
    await desk.settle();
    expect([desk.file('a.txt').standing.is, desk.queue.snapshot().hold]).toEqual(['done', undefined]);
  });
});

describe('all that is cancelled', () => {
  it('keeps its lines until they are cleared, and what is in the library is registered', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    office.disturb((_, { method, path }) => (method === 'PUT' && path.includes('b.txt') ? 'silent' : undefined));
    await desk.queue.add(alone(textFile('a.txt'), textFile('b.txt'), textFile('c?.txt')), police);
    await office.until(() => desk.file('a.txt').standing.is === 'sent' && desk.file('b.txt').standing.is === 'sending');
    desk.queue.cancelAll();
    await desk.settle();
    expect(desk.file('a.txt').standing.is).toBe('done');
    expect([desk.file('b.txt').standing, desk.file('c?.txt').standing]).toEqual([
      { is: 'cancelled' },
      { is: 'cancelled' },
    ]);
    expect(desk.queue.snapshot().totals).toMatchObject({ done: 1, cancelled: 2, going: 0, needs: 0, left: 0 });
    office.disturb(() => undefined);
    // The name of a file that was given up is free.
    await desk.queue.add(alone(textFile('b.txt', 'others')), police);
    await desk.settle();
    expect((await office.files()).map(({ name }) => name).toSorted()).toEqual(['a.txt', 'b.txt']);
    desk.queue.clearDone();
    expect(desk.queue.snapshot().files).toEqual([]);
  });
});

describe('a question', () => {
  it('of a name that SharePoint refuses comes with a name that it takes', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    await desk.queue.add(alone(textFile('Who: rota?.txt')), police);
    await office.time.pass(1_000);
    expect(questionOf(desk.file('Who: rota?.txt'))).toBe(
      'name: SharePoint does not take : ? in a name. Use a hyphen in its place.',
    );
    expect(office.puts()).toEqual([]);
    desk.queue.answerAll('name', { say: 'rename' });
    await desk.settle();
    expect(desk.file('Who: rota?.txt').standing).toMatchObject({
      words: 'Added to Police, 1 Documents asked for. Kept as Who- rota-.txt.',
    });
  });

  it('of a name that says who somebody is comes before it is sent', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    const name = 'Meeting about 943 476 5919.txt';
    await desk.queue.add(alone(textFile(name)), police);
    await office.time.pass(1_000);
    expect(questionOf(desk.file(name))).toBe(
      'private: The name of this file holds what looks like an NHS number. Rename it before you send it.',
    );
    expect(office.puts()).toEqual([]);
    desk.queue.answer([desk.file(name).id], { say: 'rename', name: 'Meeting about a child.txt' });
    await desk.settle();
    expect((await office.files()).map((file) => file.name)).toEqual(['Meeting about a child.txt']);
  });

  it('of content that is there already names the item, whatever the file is called', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    await desk.queue.add(alone(textFile('Plan.txt', 'the same words')), police);
    await desk.settle();
    await desk.queue.add(alone(textFile('Copy of plan.txt', 'the same words')), { ...police, partner: 'police' });
    await office.time.pass(1_000);
    expect(questionOf(desk.file('Copy of plan.txt'))).toBe(
      'same-content: This looks like the same file as Plan, Police.',
    );
    const before = office.puts().length;
    desk.queue.answerAll('same-content', { say: 'send-anyway' });
    await desk.settle();
    expect(office.puts()).toHaveLength(before + 1);
  });

  it('of two alike in one drop is asked of the second', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    await desk.queue.add(
      alone(textFile('a.txt', 'words'), textFile('b.txt', 'words'), textFile('A.txt', 'other words')),
      police,
    );
    await desk.settle();
    expect(questionOf(desk.file('b.txt'))).toBe('same-content: This looks like the same file as a.txt, in this list.');
    expect(questionOf(desk.file('A.txt'))).toMatch(
      /^(same-name: Another|taken: There is already a) file called A\.txt/,
    );
    desk.queue.answer([desk.file('A.txt').id], { say: 'keep-both' });
    await desk.settle();
    expect((await office.files()).map(({ name }) => name).toSorted()).toEqual(['A 1.txt', 'a.txt']);
  });

  it.each([
    ['~$Plan.docx', 'A name that begins with ~$ is the temporary copy of an open document. Send the document itself.'],
    ['Plan.lnk', 'This is a shortcut: it leads to a document and does not hold it. Send the document.'],
    [
      'run.exe',
      'This is a program, not a document: it runs when somebody opens it. Send the document that it belongs to.',
    ],
  ])('is none of %s: it is not taken, and why is said', async (name, why) => {
    const office = await openOffice();
    const desk = await office.sit();
    await desk.queue.add(alone(textFile(name)), police);
    await office.time.pass(1_000);
    expect(questionOf(desk.file(name))).toBe(`refused: ${why}`);
    // There is nothing to answer.
    expect(desk.queue.snapshot().totals).toMatchObject({ needs: 0, refused: 1, going: 0 });
    desk.queue.clearDone();
    expect(desk.queue.snapshot().files).toEqual([]);
  });

  it('of a file that holds nothing comes before it is sent', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    await desk.queue.add(alone(textFile('Minutes.txt', '')), police);
    await office.time.pass(1_000);
    expect(questionOf(desk.file('Minutes.txt'))).toBe('empty: This file is empty: it holds nothing to read.');
    expect(office.puts()).toEqual([]);
    desk.queue.answerAll('empty', { say: 'send-anyway' });
    await desk.settle();
    expect(desk.file('Minutes.txt').standing.is).toBe('done');
  });

  it('of a file that cannot be checked as others can comes before it is sent, once for all of its kind', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    const wrapped = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    await desk.queue.add(
      alone(textFile('Cases.zip'), textFile('Plan.html'), new File([wrapped], 'Plan.docx'), textFile('Plan.xlsm')),
      police,
    );
    await desk.settle();
    expect([questionOf(desk.file('Cases.zip')), questionOf(desk.file('Plan.docx'))]).toEqual([
      'kind: It holds other files, which nobody can find, look at or check one by one. Unpack it and send those.',
      'kind: It is locked, with a password or for named people: others may not be able to open it. Send it unlocked.',
    ]);
    expect(office.puts().map(({ path }) => path.split('/').at(-2))).toEqual(['Plan.xlsm:']);
    desk.queue.answerAll('kind', { say: 'send-anyway' });
    await desk.settle();
    expect(desk.queue.snapshot().totals).toMatchObject({ done: 4, needs: 0 });
  });

  it('of a path that is too long comes with a shorter name', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    const folders = ['x'.repeat(120), 'y'.repeat(120)];
    const name = `${'long '.repeat(30)}end.txt`;
    await desk.queue.add([{ file: textFile(name), folders }], police);
    await office.time.pass(1_000);
    expect(questionOf(desk.file(name))).toMatch(/^name: The folders and the name together have \d+ characters/);
    desk.queue.answerAll('name', { say: 'rename' });
    await desk.settle();
    expect(desk.file(name).standing.is).toBe('done');
  });
});
