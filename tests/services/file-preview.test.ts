import { describe, expect, it } from 'vitest';
import { buildFile } from '../../infra/demo/file-bytes.ts';
import { searchLibrary } from '../../src/graph/search.ts';
import { saveFile } from '../../src/graph/upload.ts';
import { getPreview } from '../../src/services/file-preview.ts';
import { folders } from '../../src/workspace/schema/lists.ts';
import { openAtWork } from '../workspace/support/northbridge-at-work.ts';
import { rowOf } from '../workspace/support/rows.ts';

async function openPolice() {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  const dorian = await atWork.sit('Dorian', info);
  const { drive } = info;
  const folder = rowOf(dorian, folders, 'front-door-2026.police').item;
  const put = async (name: string, content: string | Uint8Array<ArrayBuffer>) => {
    const body = new Blob([content]);
    return (await saveFile(dorian.graph, { drive, folder, name, content: body, whenTaken: 'refuse' })).id;
  };
  const look = async (name: string, content: string | Uint8Array<ArrayBuffer>) =>
    getPreview(dorian.graph, { drive, item: await put(name, content), name });
  return { atWork, drive, dorian, put, look };
}

describe('a file that is looked at', () => {
  it('is text where it is text, markup included, in the letters that it was written in', async () => {
    const { look } = await openPolice();
    const markup = '<script>top.location = "x"</script><svg onload="alert(1)"/>';
    expect(await look('page.html', markup)).toEqual({ kind: 'text', text: markup, isCut: false });
    expect(await look('drawing.svg', markup)).toEqual({ kind: 'text', text: markup, isCut: false });
    const windows = new Uint8Array([0x80, 0x31, 0x30]);
    expect(await look('old.csv', windows)).toMatchObject({ text: '€10' });
    const utf16 = new Uint8Array([0xff, 0xfe, 0x41, 0, 0x42, 0]);
    expect(await look('wide.txt', utf16)).toMatchObject({ text: 'AB' });
  });

  it('is the beginning of a long text, not cut through a letter, and only that is fetched', async () => {
    const { look, atWork } = await openPolice();
    const long = await look('long.txt', `a${'é'.repeat(400_000)}`);
    if (long.kind !== 'text') throw new Error(long.kind);
    expect(long.isCut).toBe(true);
    expect(long.text).toBe(`a${'é'.repeat(262_143)}`);
    expect(atWork.sent.filter((line) => line.includes('download.aspx'))).toHaveLength(1);
  });

  it('is a picture of the type that its name says, whatever it holds', async () => {
    const { look } = await openPolice();
    const shown = await look('photo.PNG', '<script>alert(1)</script>');
    expect(shown).toMatchObject({ kind: 'picture', picture: { type: 'image/png' } });
  });

  it("is SharePoint's own page for a document, asked for when it is opened", async () => {
    const { look, atWork } = await openPolice();
    const shown = await look('Plan.docx', buildFile('Plan.docx', ['Who answers at night']));
    if (shown.kind !== 'page') throw new Error(shown.kind);
    expect(await (await atWork.northbridge.fetch(shown.url)).text()).toContain('Who answers at night');
    expect(atWork.sent.filter((line) => line.endsWith('/preview'))).toHaveLength(1);
  });

  it('says so where there is nothing to see', async () => {
    const { look } = await openPolice();
    expect(await look('briefing.bin', 'x')).toEqual({
      kind: 'none',
      sentence: 'There is no preview of this kind of file.',
    });
    expect(await look('nothing.txt', '')).toEqual({ kind: 'none', sentence: 'This file is empty.' });
  });
});

describe('a search inside documents', () => {
  it('finds what they say, page after page, and takes quotes as they are typed', async () => {
    const { dorian, drive, put } = await openPolice();
    for (let number = 1; number <= 30; number += 1) await put(`Log ${number}.txt`, "the sergeant's handover");
    await put('Plan.docx', buildFile('Plan.docx', ['A handover at eight']));
    const first = await searchLibrary(dorian.graph, { drive, words: 'handover' });
    const second = await searchLibrary(dorian.graph, { drive, words: 'handover', more: first.more });
    expect([first.files.length, second.files.length, second.more]).toEqual([25, 6, undefined]);
    expect(new Set([...first.files, ...second.files].map(({ name }) => name)).size).toBe(31);
    expect((await searchLibrary(dorian.graph, { drive, words: "sergeant's" })).files).toHaveLength(25);
    expect((await searchLibrary(dorian.graph, { drive, words: 'nowhere' })).files).toEqual([]);
  });
});
