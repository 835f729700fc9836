import { describe, expect, it } from 'vitest';
import { readScope } from '../../src/domain/checklist/asked-partners.ts';
import { findPlannedPack } from '../../src/services/planned-packs.ts';
import { addTheme, closeTheme, reopenTheme, saveScope } from '../../src/services/themes.ts';
import type { ThemePack } from '../../src/themes/pack-schema.ts';
import { loadPack } from '../../src/themes/packs.ts';
import { inspect } from '../../src/workspace/provision/inspect.ts';
import { folders, prompts, themes } from '../../src/workspace/schema/lists.ts';
import { buildPack } from '../themes/build-pack.ts';
import { openDrift } from '../workspace/support/drift.ts';
import { openAtWork, place } from '../workspace/support/northbridge-at-work.ts';
import { rowOf, rowsOf } from '../workspace/support/rows.ts';

const pack = await loadPack('criminal-exploitation');
const UID = 'criminal-exploitation-2026';

async function open() {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  return { atWork, info, bea: await atWork.sit('Bea', info) };
}

describe('a theme that is added', () => {
  it('has its prompts and its folders, beside those that are there', async () => {
    const { atWork, info, bea } = await open();
    const { theme, outcome } = await addTheme(bea, { pack, year: 2026 });
    expect(outcome).toBe('added');
    expect(theme).toMatchObject({ uid: UID, title: 'Criminal exploitation', packVersion: '1', year: 2026 });
    expect(rowsOf(bea, prompts).filter((row) => row.theme === UID)).toHaveLength(10);
    expect(rowsOf(bea, prompts).filter((row) => row.theme === 'front-door-2026')).toHaveLength(2);
    expect(rowOf(bea, folders, `${UID}.police`)).toMatchObject({ title: 'Police' });
    // What it made is what "Check and repair" expects.
    const findPack = (id: string, version?: string) =>
      id === pack.id ? findPlannedPack(id, version) : Promise.resolve(undefined);
    expect((await inspect(atWork.graphOf('Bea'), { info, place, findPack })).findings).toEqual([]);
  });

  it('keeps which partners its pack leaves out, shipped or brought in; the coordinator may decide otherwise', async () => {
    const { bea } = await open();
    const { theme } = await addTheme(bea, { pack, year: 2026 });
    expect(theme.outOfScope).toBe('probation');
    const own = buildPack({ id: 'neglect', title: 'Neglect', partners: ['police', 'fire-service'] });
    const { theme: other } = await addTheme(bea, { pack: own, year: 2026 });
    expect(readScope(other)).toEqual(['council', 'education', 'icb', 'probation', 'voluntary-sector', 'youth-justice']);
    await saveScope(bea, theme, []);
    expect(rowOf(bea, themes, UID)).not.toHaveProperty('outOfScope');
    await saveScope(bea, rowOf(bea, themes, UID), ['council']);
    await bea.pull();
    expect(readScope(rowOf(bea, themes, UID))).toEqual(['council']);
    // Made complete again, it stays as it was decided.
    await addTheme(bea, { pack, year: 2026 });
    expect(readScope(rowOf(bea, themes, UID))).toEqual(['council']);
  });

  it('in a workspace of an earlier version gets its columns first', async () => {
    const { atWork, info } = await open();
    const drift = openDrift(atWork, info);
    for (const column of ['OutOfScope', 'Bringing']) await drift.removeColumn('themes', column);
    await drift.changeList('themes', { description: `JTAI Ready workspace ${info.id}, list themes, version 2.` });
    const bea = await atWork.sit('Bea', { ...info, otherVersion: 'older' });
    const { theme } = await addTheme(bea, { pack, year: 2026 });
    expect(readScope(theme)).toEqual(['probation']);
  });

  it('does not ask for the row of its workspace to be made again, which would be refused', async () => {
    const { atWork, info, bea } = await open();
    const before = atWork.sent.length;
    await addTheme(bea, { pack, year: 2026 });
    const made = atWork.sent.slice(before).filter((line) => line.startsWith('POST') && line.endsWith('/items'));
    const register = atWork.sent
      .slice(before)
      .find((line) => line.includes(`%27${info.id}%27`))
      ?.match(/lists\/([^/]+)/)?.[1];
    expect(register).toBeDefined();
    expect(made.filter((line) => line.includes(`${register}`))).toEqual([]);
  });

  it('is completed by adding it again, and keeps what people have changed', async () => {
    const { atWork, bea } = await open();
    let created = 0;
    atWork.disturb((request) => {
      if (request.method !== 'POST' || !request.url.includes('/items')) return undefined;
      created += 1;
      return created > 6 ? Response.json({}, { status: 403 }) : undefined;
    });
    await expect(addTheme(bea, { pack, year: 2026 })).rejects.toMatchObject({ kind: 'forbidden' });
    atWork.disturb(() => undefined);
    const first = rowsOf(bea, prompts).filter((row) => row.theme === UID);
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(10);
    const [one] = first;
    if (!one) return;
    await bea.save(prompts, one.uid, { title: 'In our words' }, one);
    expect(await addTheme(bea, { pack, year: 2026 })).toMatchObject({ outcome: 'completed' });
    expect(rowsOf(bea, prompts).filter((row) => row.theme === UID)).toHaveLength(10);
    expect(rowOf(bea, prompts, one.uid).title).toBe('In our words');
    expect(rowsOf(bea, themes)).toHaveLength(2);
  });

  it('takes nothing from a newer version of its pack when it is added again, also by one who had not seen it', async () => {
    const { atWork, info, bea } = await open();
    const other = await atWork.sit('Bea', info);
    await addTheme(bea, { pack, year: 2026 });
    const later = { id: 'CCE-99', group: 'A', text: 'A later prompt', trust: ['derived' as const] };
    const newer: ThemePack = { ...pack, version: '2', prompts: [...pack.prompts, later] };
    for (const desk of [bea, other]) {
      const again = await addTheme(desk, { pack: newer, year: 2026 });
      expect(again).toMatchObject({ outcome: 'nothing to add', theme: { packVersion: '1' } });
      expect(rowsOf(desk, prompts).filter((row) => row.theme === UID)).toHaveLength(10);
    }
  });

  it('in a version that nobody knows any more is left as it is', async () => {
    const { bea } = await open();
    const { theme } = await addTheme(bea, { pack: { ...pack, version: '0.9' }, year: 2026 });
    expect(await addTheme(bea, { pack, year: 2026 })).toEqual({ theme, outcome: 'nothing to add' });
    expect(rowOf(bea, themes, UID).packVersion).toBe('0.9');
  });

  it('is put away and taken out again, with all that it holds', async () => {
    const { bea } = await open();
    const { theme } = await addTheme(bea, { pack, year: 2026 });
    await closeTheme(bea, theme, '2026-11-30');
    expect(rowOf(bea, themes, UID).closedOn).toBe('2026-11-30');
    await reopenTheme(bea, rowOf(bea, themes, UID));
    expect(rowOf(bea, themes, UID)).not.toHaveProperty('closedOn');
    expect(rowsOf(bea, prompts).filter((row) => row.theme === UID)).toHaveLength(10);
  });
});

describe('"Check and repair" of a theme that has another version of its pack', () => {
  it('leaves its prompts as they are', async () => {
    const { atWork, info } = await open();
    const asked: (string | undefined)[] = [];
    const findPack = async (id: string, version?: string) => {
      asked.push(version);
      return version === '1' ? undefined : findPlannedPack(id);
    };
    expect((await inspect(atWork.graphOf('Bea'), { info, place, findPack })).findings).toEqual([]);
    expect(asked).toEqual(['1']);
  });
});
