import { describe, expect, it } from 'vitest';
import { getContent } from '../../src/graph/drive.ts';
import { saveFile } from '../../src/graph/upload.ts';
import { addEvidenceFiles, type FileProgress } from '../../src/services/evidence-files.ts';
import { addGap } from '../../src/services/evidence-items.ts';
import { registerFile, registerFound } from '../../src/services/register-file.ts';
import { findPath, findUnregistered } from '../../src/workspace/library.ts';
import { evidence, folders } from '../../src/workspace/schema/lists.ts';
import type { Workspace } from '../../src/workspace/store/workspace.ts';
import { openAtWork } from '../workspace/support/northbridge-at-work.ts';
import { rowOf, rowsOf } from '../workspace/support/rows.ts';

const theme = 'front-door-2026';
const MIB = 1024 * 1024;

async function openPolice() {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  return { atWork, info, dorian: await atWork.sit('Dorian', info) };
}

function file(name: string, content: string | Uint8Array<ArrayBuffer> = 'words'): File {
  return new File([content], name);
}

/** Bytes that differ along the way, so that a piece in the wrong place shows. */
function bytes(size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint32Array(size / 4);
  for (let index = 0; index < all.length; index += 1) all[index] = (index * 2_654_435_761) % 4_294_967_296;
  return new Uint8Array(all.buffer);
}

function pathOf(workspace: Workspace, id: string): string | undefined {
  const files = workspace.files();
  if (files.state !== 'ready') throw new Error(files.state);
  return findPath(files.items, id, workspace.info.homeFolder)
    ?.map((item) => item.name)
    .join('/');
}

describe('files that are added', () => {
  it("lie in the partner's folder, byte for byte, each with one draft that I own", async () => {
    const { dorian } = await openPolice();
    const names = ['a.pdf', 'Strategy attendance.xlsx', '50% of #2 & co.docx', 'notes.txt'];
    const outcomes = await addEvidenceFiles(dorian, {
      partner: 'police',
      theme,
      files: names.map((name) => file(name, `the words of ${name}`)),
    });
    expect(outcomes.map((outcome) => `${outcome.name} ${outcome.outcome}`)).toEqual(
      names.map((name) => `${name} added`),
    );
    await dorian.pull();
    expect(rowsOf(dorian, evidence)).toHaveLength(4);
    const row = rowsOf(dorian, evidence).find((one) => one.fileName === '50% of #2 & co.docx');
    expect(row).toMatchObject({
      title: '50% of #2 & co',
      partner: 'police',
      theme,
      state: 'draft',
      owner: dorian.me,
      size: 32,
    });
    expect(pathOf(dorian, row?.file ?? '')).toBe('2026 JTAI Front door/Police/50% of #2 & co.docx');
    const kept = await getContent(dorian.graph, dorian.info.drive, row?.file ?? '');
    expect(await kept.text()).toBe('the words of 50% of #2 & co.docx');
  });

  it('go into a section, also after people have added words to its name', async () => {
    const { dorian, atWork } = await openPolice();
    const files = dorian.files();
    const own = rowOf(dorian, folders, `${theme}.police`).item;
    const audits =
      files.state === 'ready' &&
      [...files.items.values()].find((item) => item.parentId === own && item.name === '3 Audits');
    if (!audits) throw new Error('no audits');
    const bea = await atWork.northbridge.as('Bea');
    await bea(`/drives/${dorian.info.drive}/items/${audits.id}`, {
      method: 'PATCH',
      json: { name: '3 Audits and dips' },
    });
    const [outcome] = await addEvidenceFiles(dorian, {
      partner: 'police',
      theme,
      section: '3 Audits',
      files: [file('audit.docx')],
    });
    await dorian.pull();
    expect(outcome?.outcome === 'added' && pathOf(dorian, outcome.item.id)).toBe(
      '2026 JTAI Front door/Police/3 Audits and dips/audit.docx',
    );
  });

  it('are followed by id: a folder that was renamed still takes them', async () => {
    const { dorian, atWork } = await openPolice();
    const bea = await atWork.northbridge.as('Bea');
    const own = rowOf(dorian, folders, `${theme}.police`).item;
    await bea(`/drives/${dorian.info.drive}/items/${own}`, { method: 'PATCH', json: { name: 'Constabulary' } });
    const [outcome] = await addEvidenceFiles(dorian, { partner: 'police', theme, files: [file('a.pdf')] });
    await dorian.pull();
    expect(outcome?.outcome === 'added' && pathOf(dorian, outcome.item.id)).toBe(
      '2026 JTAI Front door/Constabulary/a.pdf',
    );
  });

  it('of 25 MB go through an upload session and come back the same, with progress on the way', async () => {
    const { dorian, atWork } = await openPolice();
    const content = bytes(25 * MIB);
    const seen: FileProgress[] = [];
    const [outcome] = await addEvidenceFiles(dorian, {
      partner: 'police',
      theme,
      files: [file('large.pdf', content)],
      onProgress: (progress) => seen.push(progress),
    });
    expect(outcome).toMatchObject({ outcome: 'added', item: { size: 25 * MIB } });
    expect(atWork.sent.some((request) => request.includes('createUploadSession'))).toBe(true);
    expect(seen.filter((one) => one.state === 'sending').map((one) => one.sent / MIB)).toEqual([0, 5, 10, 15, 20, 25]);
    if (outcome?.outcome !== 'added') throw new Error(outcome?.outcome);
    const kept = await getContent(dorian.graph, dorian.info.drive, outcome.item.id);
    expect(Buffer.from(await kept.arrayBuffer()).equals(Buffer.from(content))).toBe(true);
  });

  it('that cannot be kept are explained one by one, and the others go on', async () => {
    const { dorian } = await openPolice();
    await addEvidenceFiles(dorian, { partner: 'police', theme, files: [file('taken.pdf', 'the first')] });
    const outcomes = await addEvidenceFiles(dorian, {
      partner: 'police',
      theme,
      files: [file('what?.pdf'), file('taken.pdf'), file('empty.txt', ''), file('good.pdf')],
    });
    expect(outcomes).toMatchObject([
      { outcome: 'refused', sentence: 'SharePoint does not take ? in a name. Use a hyphen in its place.' },
      { outcome: 'taken', sentence: 'There is already a file called taken.pdf in this folder.' },
      { outcome: 'added', sentence: 'This file is empty: it holds nothing to read.' },
      { outcome: 'added' },
    ]);
    await dorian.pull();
    expect(rowsOf(dorian, evidence).map((row) => row.fileName)).toEqual(
      expect.arrayContaining(['taken.pdf', 'empty.txt', 'good.pdf']),
    );
    expect(rowsOf(dorian, evidence)).toHaveLength(3);
    const first = rowsOf(dorian, evidence).find((row) => row.fileName === 'taken.pdf')?.file ?? '';
    expect(await (await getContent(dorian.graph, dorian.info.drive, first)).text()).toBe('the first');
  });

  it('whose name is taken can be kept beside the other one', async () => {
    const { dorian } = await openPolice();
    const add = (whenTaken: 'say' | 'keep-both') =>
      addEvidenceFiles(dorian, { partner: 'police', theme, files: [file('a.pdf')], whenTaken });
    await add('say');
    const [outcome] = await add('keep-both');
    expect(outcome).toMatchObject({ outcome: 'added' });
    await dorian.pull();
    expect(new Set(rowsOf(dorian, evidence).map((row) => row.fileName)).size).toBe(2);
  });

  it('that cannot be read any more are said', async () => {
    const { dorian } = await openPolice();
    const gone = file('gone.pdf');
    gone.slice = () => {
      throw new DOMException('not readable', 'NotReadableError');
    };
    const outcomes = await addEvidenceFiles(dorian, { partner: 'police', theme, files: [gone, file('b.pdf')] });
    expect(outcomes.map((outcome) => outcome.outcome)).toEqual(['refused', 'added']);
  });

  it('whose row was refused are in the folder, and shown as not registered', async () => {
    const { dorian, atWork } = await openPolice();
    atWork.disturb((request) =>
      request.method === 'POST' && request.url.endsWith('/items') ? Response.json({}, { status: 403 }) : undefined,
    );
    const [outcome] = await addEvidenceFiles(dorian, { partner: 'police', theme, files: [file('a.pdf')] });
    expect(outcome).toMatchObject({
      outcome: 'unregistered',
      sentence:
        'The file is in the folder, but it could not be registered. SharePoint or Teams does not allow you this.',
    });
    await dorian.pull();
    const files = dorian.files();
    const found =
      files.state === 'ready' && findUnregistered(files.items, rowsOf(dorian, folders), rowsOf(dorian, evidence));
    expect(found).toMatchObject([{ item: { name: 'a.pdf' }, partner: 'police', theme }]);
  });

  it('stop when the person says so: what was under way is not kept, what was waiting is not sent', async () => {
    const { dorian } = await openPolice();
    const stop = new AbortController();
    const outcomes = await addEvidenceFiles(dorian, {
      partner: 'police',
      theme,
      files: [file('a.pdf', bytes(12 * MIB)), ...['b', 'c', 'd', 'e'].map((name) => file(`${name}.pdf`))],
      signal: stop.signal,
      onProgress: ({ index, sent }) => {
        if (index === 0 && sent > 0) stop.abort();
      },
    });
    expect(outcomes[0]).toMatchObject({ outcome: 'stopped' });
    await dorian.pull();
    expect(rowsOf(dorian, evidence).some((row) => row.fileName === 'a.pdf')).toBe(false);
  });

  it('have nowhere to go when the folder was deleted, which is said for each', async () => {
    const { dorian, atWork } = await openPolice();
    const bea = await atWork.northbridge.as('Bea');
    const own = rowOf(dorian, folders, `${theme}.police`).item;
    await bea(`/drives/${dorian.info.drive}/items/${own}`, { method: 'DELETE' });
    const outcomes = await addEvidenceFiles(dorian, {
      partner: 'police',
      theme,
      files: [file('a.pdf'), file('b.pdf')],
    });
    expect(outcomes.map((outcome) => outcome.outcome)).toEqual(['failed', 'failed']);
  });
});

/** A file that somebody put into the folder by hand. */
function putFound(workspace: Workspace, name = 'found.pdf') {
  return saveFile(workspace.graph, {
    drive: workspace.info.drive,
    folder: rowOf(workspace, folders, `${theme}.police`).item,
    name,
    content: file(name),
    whenTaken: 'refuse',
  });
}

function looseIn(workspace: Workspace): readonly string[] {
  const files = workspace.files();
  if (files.state !== 'ready') throw new Error(files.state);
  const rows = [rowsOf(workspace, folders), rowsOf(workspace, evidence)] as const;
  return findUnregistered(files.items, ...rows).map(({ item }) => item.name);
}

describe('a file that lay in the folder, for what was needed', () => {
  it('is its file then: the gap keeps what was said of it, no second item is made, and nothing is loose', async () => {
    const { dorian } = await openPolice();
    const gap = await addGap(dorian, { title: 'Night rota', partner: 'police', theme, dueOn: '2026-12-01' });
    const item = await putFound(dorian);
    await dorian.pull();
    expect(looseIn(dorian)).toEqual(['found.pdf']);
    const filled = await registerFile(dorian, { item, partner: 'police', theme, fills: gap.uid });
    expect(filled.uid).toBe(gap.uid);
    await dorian.pull();
    expect(rowsOf(dorian, evidence)).toMatchObject([
      { title: 'Night rota', state: 'draft', file: item.id, fileName: 'found.pdf', dueOn: '2026-12-01' },
    ]);
    expect(looseIn(dorian)).toEqual([]);
  });

  it('is refused where the gap has another file by now, and the file stays loose', async () => {
    const { atWork, info, dorian } = await openPolice();
    const gap = await addGap(dorian, { title: 'Night rota', partner: 'police', theme });
    const item = await putFound(dorian);
    const other = await putFound(dorian, 'other.pdf');
    const again = await atWork.sit('Dorian', info);
    await registerFile(again, { item: other, partner: 'police', theme, fills: gap.uid });
    await expect(registerFile(dorian, { item, partner: 'police', theme, fills: gap.uid })).rejects.toMatchObject({
      message: 'Night rota did not get the file. Somebody changed the item just now.',
    });
    await dorian.pull();
    expect(rowsOf(dorian, evidence)).toMatchObject([{ file: other.id }]);
    expect(looseIn(dorian)).toEqual(['found.pdf']);
  });

  it('is not taken by who does not work for the partner', async () => {
    const { atWork, info, dorian } = await openPolice();
    const gap = await addGap(dorian, { title: 'Night rota', partner: 'police', theme });
    const item = await putFound(dorian);
    const imani = await atWork.sit('Imani', info);
    await expect(registerFile(imani, { item, partner: 'police', theme, fills: gap.uid })).rejects.toThrow(
      "The partner's lead, its deputy or the coordinator does this.",
    );
  });
});

it('a file that lay in the folder is registered once', async () => {
  const { dorian } = await openPolice();
  const item = await putFound(dorian);
  const first = await registerFile(dorian, { item, partner: 'police', theme });
  const second = await registerFile(dorian, { item, partner: 'police', theme });
  expect(second.uid).toBe(first.uid);
  await dorian.pull();
  expect(rowsOf(dorian, evidence)).toMatchObject([{ fileName: 'found.pdf', state: 'draft', file: item.id }]);
});

describe('one file that two people register at the same moment', () => {
  async function openBoth() {
    const { atWork, info, dorian } = await openPolice();
    const item = await putFound(dorian);
    const bea = await atWork.sit('Bea', info);
    await dorian.pull();
    return { atWork, dorian, bea, item };
  }

  it('is one item, and the second is told whose', async () => {
    const { dorian, bea, item } = await openBoth();
    const both = await Promise.allSettled(
      [dorian, bea].map((who) => registerFound(who, { item, partner: 'police', theme })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await dorian.pull();
    const [row, ...others] = rowsOf(dorian, evidence);
    expect(others).toEqual([]);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { kind: 'conflict', message: `It is registered already, by ${row?.created.by}, as found.` },
    });
    expect(dorian.status().pending).toEqual([]);
    expect(bea.status().pending).toEqual([]);
  });

  it('stays in the gap that one of them filled with it, and the other takes the new item back', async () => {
    const { atWork, dorian, bea, item } = await openBoth();
    const gap = await addGap(dorian, { title: 'Night rota', partner: 'police', theme });
    await bea.pull();
    // What Dorian reads before he registers was read before Bea filled the gap.
    const filled = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    let isHeld = false;
    atWork.disturb(() => {
      if (isHeld) return undefined;
      isHeld = true;
      asked.resolve();
      return { heldUntil: filled.promise };
    });
    const dorians = registerFound(dorian, { item, partner: 'police', theme });
    const refused = expect(dorians).rejects.toThrow('It is registered already, as Night rota.');
    await asked.promise;
    await registerFound(bea, { item, partner: 'police', theme, fills: gap.uid });
    filled.resolve();
    await refused;
    await bea.pull();
    expect(rowsOf(bea, evidence)).toMatchObject([{ uid: gap.uid, file: item.id, state: 'draft' }]);
  });

  it('was registered under another key before: it is found when what others did is read', async () => {
    const { dorian, bea, item } = await openBoth();
    await bea.create(evidence, {
      uid: crypto.randomUUID(),
      title: 'Older',
      partner: 'police',
      theme,
      state: 'draft',
      file: item.id,
      owner: bea.me,
    });
    await expect(registerFound(dorian, { item, partner: 'police', theme })).rejects.toThrow(
      'It is registered already, as Older.',
    );
  });
});

it('a file is registered anew where the row that it had has another file since', async () => {
  const { dorian } = await openPolice();
  const item = await putFound(dorian);
  const other = await putFound(dorian, 'other.pdf');
  const first = await registerFile(dorian, { item, partner: 'police', theme });
  await dorian.save(evidence, first.uid, { file: other.id }, first);
  const second = await registerFile(dorian, { item, partner: 'police', theme });
  expect(second).toMatchObject({ file: item.id });
  expect(second.uid).not.toBe(first.uid);
});
