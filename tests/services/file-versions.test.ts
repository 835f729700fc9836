import { describe, expect, it } from 'vitest';
import { readBytes } from '../../src/graph/download.ts';
import { getItem } from '../../src/graph/drive.ts';
import { saveFile } from '../../src/graph/upload.ts';
import { getVersions, getVersionUrl } from '../../src/graph/versions.ts';
import { restoreEvidenceVersion, restoreFileVersion } from '../../src/services/file-versions.ts';
import { evidence, folders } from '../../src/workspace/schema/lists.ts';
import { openAtWork } from '../workspace/support/northbridge-at-work.ts';
import { rowOf } from '../workspace/support/rows.ts';

/** A file of the police with three contents: one, two, three. */
async function openThree() {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  const dorian = await atWork.sit('Dorian', info);
  const { graph } = dorian;
  const folder = rowOf(dorian, folders, 'front-door-2026.police').item;
  const content = new Blob(['one']);
  const file = await saveFile(graph, { drive: info.drive, folder, name: 'Plan.txt', content, whenTaken: 'refuse' });
  const item = file.id;
  const write = async (person: string, text: string) => {
    const put = await atWork.northbridge.as(person);
    await put(`/drives/${info.drive}/items/${item}/content`, { method: 'PUT', body: text });
  };
  await write('Kit', 'second');
  await write('Dorian', 'number three');
  await dorian.pull();
  const at = { drive: info.drive, item };
  const textOf = async (version: string) => {
    const url = (await getVersionUrl(graph, { ...at, version })) ?? '';
    const pieces: Uint8Array[] = [];
    for await (const piece of readBytes(graph, async () => url)) pieces.push(piece);
    return Buffer.concat(pieces).toString();
  };
  return { atWork, dorian, graph, at, write, textOf };
}

describe('the versions of a file', () => {
  it('are listed newest first, with who and size', async () => {
    const { graph, at } = await openThree();
    const versions = await getVersions(graph, at.drive, at.item);
    expect(versions.map(({ id, by, size, isCurrent }) => [id, by, size, isCurrent])).toEqual([
      ['3.0', 'Dorian Hexwell', 12, true],
      ['2.0', 'Kit Marrowdale', 6, false],
      ['1.0', 'Dorian Hexwell', 3, false],
    ]);
  });

  it('can each be fetched as they were', async () => {
    const { textOf } = await openThree();
    expect([await textOf('1.0'), await textOf('2.0')]).toEqual(['one', 'second']);
    await expect(textOf('9.0')).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('an old version that is restored', () => {
  it('is the content again, as one version more, and the screen knows it at once', async () => {
    const { dorian, graph, at, textOf } = await openThree();
    const seen = await getVersions(graph, at.drive, at.item);
    const before = dorian.files();
    const restored = await restoreFileVersion(dorian, { ...at, version: '1.0', seen });
    if (restored.outcome !== 'restored' || before.state !== 'ready') throw new Error('not restored');
    expect(restored.versions.map(({ id }) => id)).toEqual(['4.0', '3.0', '2.0', '1.0']);
    expect(await textOf('4.0')).toBe('one');
    const after = dorian.files();
    expect(after.state === 'ready' && after.items.get(at.item)?.hash).toBe(restored.file.hash);
    expect(restored.file.hash).not.toBe(before.items.get(at.item)?.hash);
  });

  it('asks again where somebody saved a newer one meanwhile, and changes nothing', async () => {
    const { dorian, graph, at, write } = await openThree();
    const seen = await getVersions(graph, at.drive, at.item);
    await write('Kit', 'number four');
    const restored = await restoreFileVersion(dorian, { ...at, version: '1.0', seen });
    expect(restored.outcome).toBe('newer');
    expect((await getVersions(graph, at.drive, at.item)).map(({ size }) => size)).toEqual([11, 12, 6, 3]);
  });

  it('is refused in words while somebody has the file checked out', async () => {
    const { atWork, dorian, graph, at } = await openThree();
    const seen = await getVersions(graph, at.drive, at.item);
    const kit = await atWork.northbridge.as('Kit');
    await kit(`/drives/${at.drive}/items/${at.item}/checkout`, { method: 'POST' });
    await expect(restoreFileVersion(dorian, { ...at, version: '1.0', seen })).rejects.toMatchObject({
      kind: 'locked',
      message: 'Somebody has the file open or checked out. Try again when it is closed.',
    });
  });

  it('is restored once, though the answer was lost', async () => {
    const { atWork, dorian, graph, at } = await openThree();
    const seen = await getVersions(graph, at.drive, at.item);
    atWork.disturb((request) => (request.url.endsWith('restoreVersion') ? 'lost after' : undefined));
    const restored = await restoreFileVersion(dorian, { ...at, version: '1.0', seen });
    expect(restored.outcome).toBe('restored');
    expect(await getVersions(graph, at.drive, at.item)).toHaveLength(4);
  });
});

describe('an old version of an approved file', () => {
  async function approve(choose: (hashes: { readonly first: string; readonly third: string }) => string) {
    const opened = await openThree();
    const { dorian, graph, at } = opened;
    const seen = await getVersions(graph, at.drive, at.item);
    const hashNow = async () => (await getItem(graph, at.drive, at.item)).hash ?? '';
    const third = await hashNow();
    await restoreFileVersion(dorian, { ...at, version: '1.0', seen });
    const first = await hashNow();
    const versions = await getVersions(graph, at.drive, at.item);
    const row = { uid: 'plan', title: 'Plan', partner: 'police', theme: 'front-door-2026', state: 'approved' } as const;
    await dorian.create(evidence, { ...row, file: at.item, approvedFingerprint: choose({ first, third }) });
    const restore = (version: string) =>
      restoreEvidenceVersion(dorian, { ...at, version, seen: versions, row: rowOf(dorian, evidence, 'plan') });
    return { dorian, restore };
  }

  it('makes the item wait for checking again', async () => {
    const { dorian, restore } = await approve(({ first }) => first);
    expect((await restore('2.0')).register).toBe('The item waits for checking again.');
    expect(rowOf(dorian, evidence, 'plan')).toMatchObject({ state: 'submitted', submittedBy: dorian.me });
  });

  it('leaves it approved where it is the very file that was approved', async () => {
    const { dorian, restore } = await approve(({ third }) => third);
    expect((await restore('3.0')).register).toBe('It is the file that was approved.');
    expect(rowOf(dorian, evidence, 'plan').state).toBe('approved');
  });
});
