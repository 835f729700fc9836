import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMicrosoft365 } from '../../../infra/local/microsoft-365.ts';
import { type Child, startChild } from './support/child.ts';
import { northbridge } from './support/seed.ts';

/** `npm run soak` asks for 100. */
const KILLS = process.env.SOAK ? 100 : 10;
const WRITERS = 8;
const ANSWERS_BEFORE_KILL = 24;
const STEP = 327_680;

type Kept = { readonly kind: 'row' | 'file'; readonly id: string; readonly mark: string };

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'm365-crash-'));
});
afterAll(() => rm(data, { recursive: true, force: true }));

const hashOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const jsonOf = async <T>(answer: Promise<Response>): Promise<T> => (await answer).json() as Promise<T>;
const post = (json: object): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(json),
  headers: { 'content-type': 'application/json' },
});

type Where = { readonly drive: string; readonly folder: string; readonly list: string };

async function prepare(child: Child): Promise<Where> {
  const team = northbridge.teams[0];
  const folder = await jsonOf<{ id: string; parentReference: { driveId: string; siteId: string } }>(
    child.fetch(`/teams/${team?.id}/channels/${team?.channels[1]?.id}/filesFolder`),
  );
  const { driveId, siteId } = folder.parentReference;
  const columns = [{ name: 'Uid', text: {}, indexed: true, enforceUniqueValues: true }];
  const list = await jsonOf<{ id: string }>(
    child.fetch(`/sites/${siteId}/lists`, post({ displayName: 'Rows', columns })),
  );
  return {
    drive: `/drives/${driveId}`,
    folder: `/drives/${driveId}/items/${folder.id}`,
    list: `/sites/${siteId}/lists/${list.id}`,
  };
}

/** Writes one thing and says what was answered; a write whose answer never came says nothing. */
async function write(child: Child, where: Where, n: number, name: string): Promise<Kept> {
  if (n % 3 === 0) {
    const row = await jsonOf<{ id: string }>(
      child.fetch(`${where.list}/items`, post({ fields: { Title: name, Uid: name } })),
    );
    return { kind: 'row', id: row.id, mark: name };
  }
  if (n % 3 === 1) {
    const body = name.repeat(2000);
    const file = await jsonOf<{ id: string }>(
      child.fetch(`${where.folder}:/${name}.txt:/content`, { method: 'PUT', body }),
    );
    return { kind: 'file', id: file.id, mark: hashOf(body) };
  }
  const bytes = Buffer.alloc(STEP + 1000, name);
  const { uploadUrl } = await jsonOf<{ uploadUrl: string }>(
    child.fetch(`${where.folder}:/${name}.bin:/createUploadSession`, post({ item: {} })),
  );
  const fragment = (from: number, to: number) =>
    child.fetch(uploadUrl, {
      method: 'PUT',
      body: bytes.subarray(from, to),
      headers: { 'content-range': `bytes ${from}-${to - 1}/${bytes.length}` },
    });
  await (await fragment(0, STEP)).arrayBuffer();
  const file = await jsonOf<{ id: string }>(fragment(STEP, bytes.length));
  return { kind: 'file', id: file.id, mark: hashOf(bytes) };
}

async function isThere(child: Child, where: Where, kept: Kept): Promise<boolean> {
  if (kept.kind === 'row') {
    const row = await jsonOf<{ fields?: { Uid: string } }>(child.fetch(`${where.list}/items/${kept.id}?expand=fields`));
    return row.fields?.Uid === kept.mark;
  }
  const item = await jsonOf<Record<string, string>>(child.fetch(`${where.drive}/items/${kept.id}`));
  const url = item['@microsoft.graph.downloadUrl'];
  return url !== undefined && hashOf(new Uint8Array(await (await child.fetch(url)).arrayBuffer())) === kept.mark;
}

describe('a stand-in that is killed in the middle of its work', () => {
  it(
    `has every answered write after each of ${KILLS} kills, and no half of any other`,
    async () => {
      const answered: Kept[] = [];
      let where: Where | undefined;
      for (let round = 0; round < KILLS; round += 1) {
        const child = await startChild(data);
        where ??= await prepare(child);
        const place = where;
        const fresh: Kept[] = [];
        const { promise: enough, resolve } = Promise.withResolvers<void>();
        const writers = Array.from({ length: WRITERS }, async (_, writer) => {
          for (let n = writer; ; n += 1) {
            fresh.push(await write(child, place, n, `r${round}w${writer}n${n}`));
            if (fresh.length >= ANSWERS_BEFORE_KILL) resolve();
          }
        });
        const stopped = Promise.allSettled(writers);
        await Promise.race([enough, stopped]);
        await child.kill();
        await stopped;
        expect(fresh.length).toBeGreaterThanOrEqual(ANSWERS_BEFORE_KILL);
        answered.push(...fresh);
      }
      const child = await startChild(data);
      const place = where as Where;
      const lost: Kept[] = [];
      for (const kept of answered) if (!(await isThere(child, place, kept))) lost.push(kept);
      // What stands in the library is whole: its content is there in the length that is told.
      const files = await jsonOf<{ value: Record<string, string>[] }>(
        child.fetch(`${place.folder}/children?$top=1000`),
      );
      for (const file of files.value) {
        const bytes = await (await child.fetch(file['@microsoft.graph.downloadUrl'] as string)).arrayBuffer();
        expect(bytes.byteLength).toBe(file.size);
      }
      await child.kill();
      expect(lost).toEqual([]);
    },
    KILLS * 12_000,
  );

  it('is alone on its data', async () => {
    const child = await startChild(data);
    const options = {
      seed: northbridge,
      data,
      graphOrigin: 'http://localhost',
      fileOrigin: 'http://127.0.0.1',
      loginOrigin: 'http://localhost',
      tabOrigins: [],
    };
    expect(() => openMicrosoft365(options)).toThrow(/is in use by another Microsoft 365 stand-in/);
    await child.kill();
    openMicrosoft365(options).close();
  }, 30_000);
});
