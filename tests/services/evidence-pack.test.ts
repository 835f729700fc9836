import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { type PackChoice, planPack } from '../../src/domain/evidence/pack-plan.ts';
import { saveFile } from '../../src/graph/upload.ts';
import { linkEvidence } from '../../src/services/evidence-links.ts';
import { type MakePack, makeEvidencePack, type PackPart } from '../../src/services/evidence-pack.ts';
import { openMemoryStore } from '../../src/workspace/cache/private-files.ts';
import { findUnregistered } from '../../src/workspace/library.ts';
import type { NewRowOf } from '../../src/workspace/schema/define-list.ts';
import { evidence, evidenceLinks, folders, partners, prompts, themes } from '../../src/workspace/schema/lists.ts';
import { openAtWork } from '../workspace/support/northbridge-at-work.ts';
import { rowOf, rowsOf } from '../workspace/support/rows.ts';

const theme = 'front-door-2026';
const all: PackChoice = { theme, partner: '', states: 'every state' };
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function openPolice() {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  const dorian = await atWork.sit('Dorian', info);
  const { graph } = dorian;
  const { drive } = info;
  const folder = rowOf(dorian, folders, `${theme}.police`).item;

  /** A registered file; `more` is what the register says of it. */
  async function add(name: string, text: string, more: Partial<NewRowOf<typeof evidence>> = {}) {
    const file = await saveFile(graph, { drive, folder, name, content: new Blob([text]), whenTaken: 'keep-both' });
    dorian.putFile(file);
    await dorian.create(evidence, {
      ...{ uid: name, title: name.replace(/\..*$/, ''), partner: 'police', theme, state: 'approved' },
      ...{ file: file.id, fileName: file.name, size: file.size },
      ...(more.state === undefined && { approvedFingerprint: file.hash, approvedSha256: sha256(text) }),
      ...more,
    } as NewRowOf<typeof evidence>);
    return file;
  }

  const plan = (choice = all) => {
    const files = dorian.files();
    if (files.state !== 'ready') throw new Error(files.state);
    return planPack(
      {
        evidence: rowsOf(dorian, evidence),
        partners: rowsOf(dorian, partners),
        themes: rowsOf(dorian, themes),
        prompts: rowsOf(dorian, prompts),
        links: rowsOf(dorian, evidenceLinks),
        unregistered: findUnregistered(files.items, rowsOf(dorian, folders), rowsOf(dorian, evidence)),
        files,
      },
      choice,
    );
  };

  async function pack(more: Partial<MakePack> = {}) {
    const parts: PackPart[] = [];
    const report = await makeEvidencePack(dorian, {
      plan: plan(),
      about: [['Partnership', 'Northbridge']],
      countedTo: '2027-05-01',
      store: openMemoryStore(),
      signal: new AbortController().signal,
      onPart: (part) => {
        parts.push(part);
      },
      ...more,
    });
    const zips = await Promise.all(parts.map(async ({ file }) => unzipSync(new Uint8Array(await file.arrayBuffer()))));
    return { report, parts, zips, zip: zips[0] ?? {} };
  }
  return { atWork, dorian, drive, add, plan, pack };
}

const HOME = '2026 JTAI Front door/Police';

async function sheets(zip: Record<string, Uint8Array>) {
  const book = await readXlsx(zip['Index.xlsx'] as Uint8Array);
  return Object.fromEntries(book.sheets.map((sheet) => [sheet.name, sheet.rows]));
}

describe('an evidence pack', () => {
  it('holds each file byte for byte, by theme, partner and group of prompts, with an index that says so', async () => {
    const { dorian, add, pack } = await openPolice();
    await add('Plan.txt', 'who answers at night', {
      approvedVersion: '1.0',
      marking: 'OFFICIAL',
      periodTo: '2026-10-31',
    });
    await add('Rota.txt', 'another');
    await linkEvidence(dorian, { evidence: 'Plan.txt', prompt: `${theme}.FD-A2`, partner: 'police' });
    await linkEvidence(dorian, { evidence: 'Plan.txt', prompt: `${theme}.FD-A1`, partner: 'police' });
    const { zip, report } = await pack();
    expect(Object.keys(zip)).toEqual([
      `${HOME}/A Identify and respond/Plan.txt`,
      `${HOME}/No prompt yet/Rota.txt`,
      'Index.xlsx',
      'Read me.txt',
      'Manifest.json',
    ]);
    expect(strFromU8(zip[`${HOME}/A Identify and respond/Plan.txt`] as Uint8Array)).toBe('who answers at night');
    const { Evidence: rows } = await sheets(zip);
    expect(rows?.[1]?.slice(0, 9)).toEqual([
      `${HOME}/A Identify and respond/Plan.txt`,
      ...['Plan', 'Police', 'FD-A1, FD-A2', 'Approved', '', '1.0', 'To Sat 31 Oct 2026', 'Stale'],
    ]);
    expect(rows?.[1]?.slice(11, 14)).toEqual(['OFFICIAL', 20, sha256('who answers at night')]);
    expect(report.files.map((file) => file.sha256)).toEqual([sha256('who answers at night'), sha256('another')]);
  });

  it('names the version of every file that is in it, and asks once for those alone that are not as approved', async () => {
    const { atWork, drive, add, pack } = await openPolice();
    await add('Approved.txt', 'as approved', { approvedVersion: '1.0' });
    const draft = await add('Draft.txt', 'first', { state: 'draft' });
    const waits = await add('Waits.txt', 'waits', { state: 'submitted' });
    const kit = await atWork.northbridge.as('Kit');
    await kit(`/drives/${drive}/items/${draft.id}/content`, { method: 'PUT', body: 'second' });
    const asked: string[] = [];
    atWork.disturb(({ url }) => {
      const of = /items\/([^/?]+)\/versions/.exec(url)?.[1];
      if (of !== undefined) asked.push(of);
      return undefined;
    });
    const { zip } = await pack();
    const rows = (await sheets(zip)).Evidence ?? [];
    const at = rows[0]?.indexOf('Version in this pack') ?? -1;
    const versions = { Approved: '1.0', Draft: '2.0', Waits: '1.0' };
    expect(Object.fromEntries(rows.slice(1).map((row) => [row[1], row[at]]))).toEqual(versions);
    const manifest = JSON.parse(strFromU8(zip['Manifest.json'] as Uint8Array));
    const told = manifest.files.map((file: { title: string; version: string }) => [file.title, file.version]);
    expect(Object.fromEntries(told)).toEqual(versions);
    expect(asked.toSorted()).toEqual([draft.id, waits.id].toSorted());
    asked.length = 0;
    await pack({ about: undefined });
    expect(asked).toEqual([]);
  });

  it('takes in what changed after approval where more than the approved is wanted, and warns of it', async () => {
    const { atWork, drive, dorian, add, pack, plan } = await openPolice();
    const file = await add('Plan.txt', 'as approved', { approvedVersion: '1.0' });
    await add('Other bytes.txt', 'other', { approvedSha256: sha256('what was approved'), approvedVersion: '1.0' });
    await add('Same.txt', 'the same', { approvedVersion: '1.0' });
    const kit = await atWork.northbridge.as('Kit');
    await kit(`/drives/${drive}/items/${file.id}/content`, { method: 'PUT', body: 'changed since' });
    await dorian.pull();
    for (const states of ['every state', 'approved and waiting'] as const) {
      const { zip } = await pack({ plan: plan({ ...all, states }) });
      expect(strFromU8(zip[`${HOME}/No prompt yet/Plan.txt`] as Uint8Array)).toBe('changed since');
      const [head = [], ...rows] = (await sheets(zip)).Evidence ?? [];
      const at = (name: string) => head.indexOf(name);
      const warning = 'Changed since it was approved. Version approved: 1.0';
      const told = rows.map((row) =>
        ['Title', 'State', 'Warning', 'Version in this pack'].map((name) => row[at(name)]),
      );
      expect(told).toEqual([
        ['Other bytes', 'Submitted for checking', warning, '1.0'],
        ['Plan', 'Submitted for checking', warning, '2.0'],
        ['Same', 'Approved', '', '1.0'],
      ]);
      const { files } = JSON.parse(strFromU8(zip['Manifest.json'] as Uint8Array));
      expect(files.map((each: { state: string; warning: string }) => [each.state, each.warning])).toEqual(
        rows.map((row) => [row[at('State')], row[at('Warning')]]),
      );
    }
    const { report } = await pack({ plan: plan({ ...all, states: 'approved' }) });
    expect(report.leftOut.map(({ title, reason }) => [title, reason])).toEqual([
      ['Plan', 'changed since approval'],
      ['Other bytes', 'changed since approval'],
    ]);
  });

  it('lists every file in the folders of the partners that nobody has registered', async () => {
    const { dorian, drive, add, pack } = await openPolice();
    await add('Good.txt', 'good');
    const folder = rowOf(dorian, folders, `${theme}.police`).item;
    const content = new Blob(['who put it here']);
    const file = await saveFile(dorian.graph, {
      ...{ drive, folder, name: 'Found.txt', content, whenTaken: 'refuse' as const },
    });
    dorian.putFile(file);
    const { zip, report } = await pack();
    const { 'Missing or left out': gaps = [], 'About this pack': about = [] } = await sheets(zip);
    expect(gaps[1]?.slice(0, 5)).toEqual(['Found.txt', 'Police', '', 'Not registered', 'Nobody has registered it.']);
    expect(about).toContainEqual(['Missing or left out', '1']);
    const { missingOrLeftOut } = JSON.parse(strFromU8(zip['Manifest.json'] as Uint8Array));
    expect(missingOrLeftOut).toMatchObject([
      { title: 'Found.txt', why: 'Nobody has registered it.', link: file.webUrl },
    ]);
    expect([report.files.length, report.unregistered.length]).toEqual([1, 1]);
  });

  it('of files that were chosen one by one holds those too that nobody has registered, and says which could not be read', async () => {
    const { dorian, drive, add, plan, pack } = await openPolice();
    await add('Good.txt', 'good');
    const folder = rowOf(dorian, folders, `${theme}.police`).item;
    const found = await Promise.all(
      ['Found.txt', 'Gone.txt'].map(async (name) => {
        const content = new Blob([`in ${name}`]);
        const file = await saveFile(dorian.graph, { drive, folder, name, content, whenTaken: 'refuse' });
        dorian.putFile(file);
        return file;
      }),
    );
    const only = new Set(['Good.txt', ...found.map(({ id }) => id)]);
    const planned = plan({ theme: '', partner: '', states: 'every state', only, takesLoose: true });
    await dorian.graph.send({ kind: 'item', method: 'DELETE', path: `/drives/${drive}/items/${found[1]?.id}` });
    const { zip, report } = await pack({ plan: planned, about: undefined });
    expect(Object.entries(zip).map(([path, bytes]) => [path, strFromU8(bytes)])).toEqual([
      [`${HOME}/No prompt yet/Good.txt`, 'good'],
      [`${HOME}/Not registered/Found.txt`, 'in Found.txt'],
    ]);
    expect(report.leftOut.map(({ title, reason }) => [title, reason])).toEqual([['Gone.txt', 'gone']]);
    expect(report.unregistered).toEqual([]);
  });

  it('does not name a version that was saved after its bytes were read', async () => {
    const { atWork, drive, add, pack } = await openPolice();
    const file = await add('Moving.txt', 'before', { state: 'draft' });
    const kit = await atWork.northbridge.as('Kit');
    let isSaved = false;
    atWork.disturb(({ url }) => {
      if (isSaved || !url.includes(`/items/${file.id}/versions`)) return undefined;
      isSaved = true;
      return { heldUntil: kit(`/drives/${drive}/items/${file.id}/content`, { method: 'PUT', body: 'after!' }) };
    });
    const { zip, report } = await pack();
    expect(strFromU8(zip[`${HOME}/No prompt yet/Moving.txt`] as Uint8Array)).toBe('before');
    expect(isSaved).toBe(true);
    // SharePoint's instants are whole seconds: within one second it cannot be told, and is not guessed.
    expect(['1.0', undefined]).toContain(report.files[0]?.version);
  });

  it('says of everything that is not in it why', async () => {
    const { atWork, drive, dorian, add, pack, plan } = await openPolice();
    await add('Good.txt', 'good');
    await add('Draft.txt', 'draft', { state: 'draft' });
    await dorian.create(evidence, {
      uid: 'gap',
      title: 'Rota',
      partner: 'police',
      theme,
      state: 'needed',
      dueOn: '2026-12-01',
    });
    await add('Changed.txt', 'changed', { approvedFingerprint: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' });
    await add('Other bytes.txt', 'other', { approvedSha256: sha256('what was approved') });
    const gone = await add('Gone.txt', 'gone');
    const hidden = await add('Hidden.txt', 'hidden');
    const cut = await add('Cut.txt', 'cut short');
    const planned = plan({ ...all, states: 'approved' });
    const kit = await atWork.northbridge.as('Kit');
    await kit(`/drives/${drive}/items/${gone.id}`, { method: 'DELETE' });
    let asked = '';
    atWork.disturb(({ url }) => {
      if (url.includes(`/items/${hidden.id}`)) {
        return Response.json({ error: { code: 'accessDenied' } }, { status: 403 });
      }
      asked = /items\/([^?/]+)/.exec(url)?.[1] ?? asked;
      return url.includes('download.aspx') && asked === cut.id ? new Response('cut') : undefined;
    });
    const { zip, report } = await pack({ plan: planned });
    expect(Object.keys(zip).filter((name) => name.startsWith(HOME))).toEqual([`${HOME}/No prompt yet/Good.txt`]);
    expect(Object.fromEntries(report.leftOut.map(({ title, reason }) => [title, reason]))).toEqual({
      Draft: 'not approved',
      Rota: 'needed',
      Changed: 'changed since approval',
      'Other bytes': 'changed since approval',
      Gone: 'gone',
      Hidden: 'not allowed',
      Cut: 'failed',
    });
  });

  it('does not take in a file whose bytes change while it is read', async () => {
    const { atWork, drive, add, pack } = await openPolice();
    const file = await add('Moving.txt', 'before', { state: 'draft' });
    const kit = await atWork.northbridge.as('Kit');
    let isAsked = false;
    atWork.disturb(({ url }) => {
      if (url.includes('download.aspx')) return new Response('after!');
      if (isAsked || !url.includes(`/items/${file.id}`)) return undefined;
      isAsked = true;
      // Between the answer that names the hash and the bytes somebody saves the document.
      return { heldUntil: kit(`/drives/${drive}/items/${file.id}/content`, { method: 'PUT', body: 'after!' }) };
    });
    const { zip, report } = await pack();
    expect(report.leftOut.map(({ reason }) => reason)).toEqual(['changed while read']);
    expect(Object.keys(zip)).toEqual(['Index.xlsx', 'Read me.txt', 'Manifest.json']);
  });

  it('keeps formulas and links in the register as text', async () => {
    const { add, pack } = await openPolice();
    await add('Sum.csv', '=1', { title: '=HYPERLINK("http://elsewhere.example","Open")', marking: 'OFFICIAL' });
    const { zip } = await pack();
    const { Evidence: rows } = await sheets(zip);
    expect(rows?.[1]?.[1]).toBe('=HYPERLINK("http://elsewhere.example","Open")');
    const inside = unzipSync(zip['Index.xlsx'] as Uint8Array);
    expect(strFromU8(inside['xl/worksheets/sheet1.xml'] as Uint8Array)).not.toContain('<f');
  });
});

describe('where the browser keeps no large files', () => {
  it('comes in parts, each with an index of its own', async () => {
    const { add, pack } = await openPolice();
    for (const name of ['a', 'b', 'c', 'd', 'e']) await add(`${name}.txt`, name.repeat(400));
    const { parts, zips } = await pack({ partBytes: 1000 });
    expect(parts.map(({ number, isLast, files }) => [number, isLast, files.length])).toEqual([
      [1, false, 2],
      [2, false, 2],
      [3, true, 1],
    ]);
    const listed = await Promise.all(
      zips.map(async (zip) => (await sheets(zip)).Evidence?.slice(1).map((row) => row[1])),
    );
    expect(listed).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });
});

describe('a pack that is stopped', () => {
  it('leaves nothing behind', async () => {
    const { add, pack } = await openPolice();
    for (const name of ['a', 'b', 'c']) await add(`${name}.txt`, name);
    const stop = new AbortController();
    let cleared = 0;
    const memory = openMemoryStore();
    const store = {
      ...memory,
      clear: async () => {
        cleared += 1;
      },
    };
    const packing = pack({
      store,
      signal: stop.signal,
      onProgress: ({ filesDone }) => {
        if (filesDone === 1) stop.abort();
      },
    });
    await expect(packing).rejects.toMatchObject({ kind: 'cancelled' });
    expect(cleared).toBe(1);
  });

  it('may end with what it holds, and lists the rest', async () => {
    const { add, pack } = await openPolice();
    for (const name of ['a', 'b', 'c']) await add(`${name}.txt`, name);
    const enough = new AbortController();
    const { zip, report } = await pack({
      enough: enough.signal,
      onProgress: ({ filesDone }) => {
        if (filesDone === 0) enough.abort();
      },
    });
    expect(report.leftOut.map(({ title, reason }) => [title, reason])).toEqual([
      ['b', 'cancelled'],
      ['c', 'cancelled'],
    ]);
    const gaps = (await sheets(zip))['Missing or left out'];
    expect(gaps?.slice(1).map((row) => row.slice(3, 5))).toEqual([
      ['Not reached', 'The pack was ended before this was read.'],
      ['Not reached', 'The pack was ended before this was read.'],
    ]);
  });
});

describe('a Microsoft 365 that asks to wait', () => {
  it('is waited for, however often, and the pack is whole', async () => {
    const { atWork, add, pack } = await openPolice();
    for (const name of ['a', 'b']) await add(`${name}.txt`, name);
    let asked = 0;
    atWork.disturb((request) => {
      if (!request.url.includes('/items/') || asked >= 3) return undefined;
      asked += 1;
      return new Response('{}', { status: 429, headers: { 'Retry-After': '120' } });
    });
    const { report } = await pack();
    expect([asked, report.files.length, report.leftOut.length]).toEqual([3, 2, 0]);
  });
});
