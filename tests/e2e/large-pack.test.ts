import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../infra/run/find-browser.ts';
import { todayInLondon } from '../../infra/run/today.ts';
import { createGraph } from '../../src/graph/client.ts';
import { toLibraryItem } from '../../src/graph/drive.ts';
import { registerFile } from '../../src/services/register-file.ts';
import { folders } from '../../src/workspace/schema/lists.ts';
import { openWorkspace } from '../../src/workspace/store/workspace.ts';
import { readDirectory } from '../documents/read-directory.ts';
import { findHere, named, place } from '../workspace/support/northbridge-at-work.ts';
import { rowOf } from '../workspace/support/rows.ts';
import { goTo } from './support/at-work.ts';
import { browserArguments } from './support/browser.ts';
import { arrive, ORIGINS, openWorld, type Visitor, type World } from './support/open-world.ts';

const MEGABYTE = 1024 * 1024;
/** Long: more than 2 GB. Short: enough for the browser's private storage to be used. */
const FILES = process.env.SOAK ? 9 : 4;
const SIZE = (process.env.SOAK ? 240 : 9) * MEGABYTE;
/** The stand-in keeps equal contents once. */
const CONTENTS = 3;

const theme = `front-door-${todayInLondon(new Date()).slice(0, 4)}`;
const hashes = new Map<string, string>();
let world: World;
let profile: string;
let context: BrowserContext;
let police: Visitor;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
  const scopes = [
    'User.Read',
    'Sites.ReadWrite.All',
    'Files.ReadWrite.All',
    'Channel.ReadBasic.All',
    'Team.ReadBasic.All',
  ];
  const me = named('Dorian');
  const { access_token: token } = (await world.control('/token', { user: me.id, scopes })) as { access_token: string };
  const graph = createGraph({
    baseUrl: ORIGINS.graph,
    getToken: async () => token,
    fetch: (request) => world.served.handle(request),
  });
  const { here: info } = await findHere(graph);
  if (!info) throw new Error('The demo has no workspace.');
  const dorian = openWorkspace({ graph, info, place, me, clock: () => new Date().toISOString() });
  await dorian.pull();
  const folder = rowOf(dorian, folders, `${theme}.police`).item;
  const contents = Array.from({ length: CONTENTS }, () => randomBytes(SIZE));
  for (let number = 0; number < FILES; number += 1) {
    const body = contents[number % CONTENTS] as Buffer<ArrayBuffer>;
    const name = `Recorded briefing ${number}.bin`;
    const path = `/drives/${info.drive}/items/${folder}:/${encodeURIComponent(name)}:/content`;
    const answer = await world.askGraph('Dorian Hexwell', scopes, path, { method: 'PUT', body });
    await registerFile(dorian, { item: toLibraryItem(await answer.json()), partner: 'police', theme });
    hashes.set(name, createHash('sha256').update(body).digest('hex'));
  }
  dorian.close();
  profile = await mkdtemp(join(tmpdir(), 'jtai-profile-'));
  // A profile on the disk, as people have it: a browser without one keeps its private storage in memory.
  context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(() => undefined),
    args: browserArguments(world.names),
    ignoreHTTPSErrors: true,
    acceptDownloads: true,
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
  });
  police = await come();
}, 600_000);
afterAll(async () => {
  await context?.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  await world.close();
});

async function come(page?: Page): Promise<Visitor> {
  const visit = { channel: 'JTAI preparation', tab: 'JTAI Ready' };
  const visitor = await arrive(page ?? (await context.newPage()), context, 'Dorian Hexwell', visit);
  await goTo(visitor, 'Evidence');
  return visitor;
}

async function startPack(visitor: Visitor) {
  await visitor.tab.getByRole('button', { name: 'Make an evidence pack' }).click();
  const pack = visitor.tab.getByRole('dialog', { name: 'Make an evidence pack' });
  await pack.getByLabel('State').selectOption({ label: 'Every state that has a file' });
  await pack.getByLabel('Partner').selectOption({ label: 'Police' });
  await pack.getByRole('button', { name: 'Make the pack' }).click();
  return pack;
}

/** How much of packs lies in the browser's private storage, file by file. */
async function kept(visitor: Visitor): Promise<readonly string[]> {
  return (await visitor.frame()).evaluate(async () => {
    const top = await navigator.storage.getDirectory();
    const names: string[] = [];
    const parent = await top.getDirectoryHandle('evidence-packs').catch(() => undefined);
    for await (const name of parent?.keys() ?? []) names.push(name);
    return names;
  });
}

describe('a large evidence pack', () => {
  it(
    'is whole, by its own directory, by every hash, and by another program where there is one',
    async () => {
      const pack = await startPack(police);
      await pack.getByText('The pack is ready.').waitFor({ timeout: 900_000 });
      expect(await kept(police)).toHaveLength(1);
      const saving = police.page.waitForEvent('download');
      await pack.getByRole('button', { name: /^Save Evidence pack/ }).click();
      const path = await (await saving).path();
      const zip = await openAsBlob(path);
      const read = await readDirectory(zip.stream());
      const large = read.names.map((name, index) => ({ name: name.split('/').at(-1) ?? '', index }));
      const found = large.filter(({ name }) => hashes.has(name));
      expect(found).toHaveLength(FILES);
      for (const { name, index } of found) {
        const start = read.starts[index] as number;
        const hash = createHash('sha256');
        for await (const piece of createReadStream(path, { start, end: start + SIZE - 1 })) hash.update(piece);
        expect(hash.digest('hex'), name).toBe(hashes.get(name));
      }
      console.log(`${read.names.length} entries, ${read.length} bytes, ${found.length} large ones compared by hash`);
      console.log(tryUnzip(path));
      await pack.getByRole('button', { name: 'Close the pack' }).click();
    },
    process.env.SOAK ? 1_800_000 : 120_000,
  );

  it('comes in parts where the browser keeps no large files, one in memory at a time', async () => {
    const page = await context.newPage();
    // A phone of little memory, in which the private storage is blocked: parts of 31 MB.
    await page.addInitScript(() => {
      Object.defineProperty(StorageManager.prototype, 'getDirectory', { value: undefined });
      Object.defineProperty(Navigator.prototype, 'deviceMemory', { value: 0.25 });
    });
    const small = await come(page);
    const pack = await startPack(small);
    const names: string[] = [];
    for (let part = 1; ; part += 1) {
      const save = pack.getByRole('button', { name: new RegExp(`^Save Evidence pack.*, part ${part}\\.zip$`) });
      await save.waitFor({ timeout: 300_000 });
      const saving = page.waitForEvent('download');
      await save.click();
      const download = await saving;
      expect(download.suggestedFilename()).toMatch(new RegExp(`, part ${part}\\.zip$`));
      const zip = await openAsBlob(await download.path());
      names.push(...(await readDirectory(zip.stream())).names.map((name) => name.split('/').at(-1) ?? ''));
      if (await pack.getByText('The pack is ready.').isVisible()) break;
      await pack.getByRole('button', { name: `Make part ${part + 1}` }).click();
    }
    const large = names.filter((name) => hashes.has(name));
    expect([large.length, new Set(large).size]).toEqual([FILES, FILES]);
    expect(names.filter((name) => name === 'Index.xlsx').length).toBeGreaterThan(1);
    await pack.getByText('part 1.zip is in your downloads.').waitFor();
    await page.close();
  });

  it('that a killed tab had begun is gone after the next start', async () => {
    await world.control('/faults', {
      where: { on: 'files', path: 'download' },
      nth: 3,
      does: { kind: 'delay', ms: 60_000 },
    });
    const pack = await startPack(police);
    await pack.getByText('Reading and comparing:').waitFor();
    await expect.poll(() => kept(police)).toHaveLength(2);
    await police.page.close();
    const again = await come();
    await expect.poll(() => kept(again)).toEqual([]);
  });
});

/** The word of a program that has nothing to do with ours. */
function tryUnzip(path: string): string {
  try {
    return execFileSync('unzip', ['-tqq', path], { encoding: 'utf8' }) || 'unzip finds no errors in it';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'unzip is not here';
    throw error;
  }
}
