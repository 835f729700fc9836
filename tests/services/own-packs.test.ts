import { describe, expect, it } from 'vitest';
import {
  nextVersion,
  packLines,
  saveOwnPack,
  takePackAway,
  usedPromptIds,
  whyNotTakeAway,
} from '../../src/services/own-packs.ts';
import { upgradeTheme } from '../../src/services/pack-upgrade.ts';
import { findPackBeforeOpening } from '../../src/services/planned-packs.ts';
import { packOf, versionsOf } from '../../src/services/theme-packs.ts';
import { addTheme } from '../../src/services/themes.ts';
import { checkAndRepair } from '../../src/workspace/provision.ts';
import { packs, prompts } from '../../src/workspace/schema/lists.ts';
import { buildPack } from '../themes/build-pack.ts';
import { openDrift } from '../workspace/support/drift.ts';
import { openAtWork, place } from '../workspace/support/northbridge-at-work.ts';
import { rowOf, rowsOf } from '../workspace/support/rows.ts';

async function open() {
  const atWork = await openAtWork();
  return atWork.sit('Bea', await atWork.setUp());
}

describe('a pack of the partnership', () => {
  it('is kept under its id and version, and read back as it was', async () => {
    const bea = await open();
    expect(await saveOwnPack(bea, buildPack({ id: 'neglect', version: '2 draft', title: 'Neglect' }))).toMatchObject({
      outcome: 'saved',
    });
    expect(rowOf(bea, packs, 'neglect.v2-draft')).toMatchObject({ pack: 'neglect', packVersion: '2 draft' });
    expect(await packOf(bea, { pack: 'neglect', packVersion: '2 draft' })).toEqual(
      buildPack({ id: 'neglect', version: '2 draft', title: 'Neglect' }),
    );
    expect(packLines(bea).map((line) => line.title)).toEqual([
      'Front door',
      'Serious youth violence',
      'Domestic abuse',
      'Child sexual abuse in the family environment',
      'Criminal exploitation',
      'Neglect',
    ]);
  });

  it('may have 150 prompts of 255 characters each, whatever letters they are of', async () => {
    const bea = await open();
    for (const [id, letter] of [
      ['plain', 'x'],
      ['spaced', 'x '],
      ['other', '\u{1F600}'],
    ] as const) {
      const text = (number: number) => `${number} ${letter.repeat(300)}`.slice(0, 252).trim().concat('.x.');
      const written = Array.from({ length: 150 }, (_, number) => ({
        ...{ id: `L-${number}`, group: 'A', text: text(100 + number), trust: ['verified' as const] },
        ...{ sources: [{ id: 'G', paragraph: 'Paragraph 12' }], note: 'n'.repeat(120) },
      }));
      const pack = buildPack({ id, prompts: written });
      expect(written.every((prompt) => prompt.text.length >= 250)).toBe(true);
      expect(await saveOwnPack(bea, pack)).toMatchObject({ outcome: 'saved' });
      await bea.pull();
      expect(rowOf(bea, packs, `${id}.v1`).contentRest).toBeDefined();
      expect(await packOf(bea, { pack: id, packVersion: '1' })).toEqual(pack);
    }
  });

  it('in a workspace from before there was a second part is read, and a long one is refused in words', async () => {
    const atWork = await openAtWork();
    const info = await atWork.setUp();
    await openDrift(atWork, info).removeColumn('packs', 'ContentRest');
    const bea = await atWork.sit('Bea', info);
    expect(await saveOwnPack(bea, buildPack({ id: 'neglect' }))).toMatchObject({ outcome: 'saved' });
    await bea.pull();
    expect(await packOf(bea, { pack: 'neglect', packVersion: '1' })).toEqual(buildPack({ id: 'neglect' }));
    const documents = Array.from({ length: 250 }, () => ({ title: 'x'.repeat(255), trust: ['derived' as const] }));
    await expect(saveOwnPack(bea, buildPack({ id: 'long', documents }))).rejects.toThrow(
      /Content, second part of JTAI Packs is not there.*"Check and repair"/,
    );
  });

  it.each([
    ['a version that is here', buildPack({ id: 'front-door', version: '1' }), /^Small is here already in version 1\./],
    [
      'more than a list can hold',
      buildPack({
        documents: Array.from({ length: 450 }, () => ({ title: 'x'.repeat(255), trust: ['derived' as const] })),
      }),
      /^The pack is too large: [\d,]+ characters as JSON, and 125,998 fit\./,
    ],
    ['loose ends', buildPack({ guidance: 'X' }), /^The guidance is the source X, which is not in the list\.$/],
  ])('of %s is refused in words, and nothing is changed', async (_, pack, sentence) => {
    const bea = await open();
    const kept = await saveOwnPack(bea, pack);
    expect(kept).toEqual({ outcome: 'refused', sentence: expect.stringMatching(sentence) });
    expect(rowsOf(bea, packs)).toEqual([]);
  });

  it('is listed in its newest version, with where that comes from', async () => {
    const bea = await open();
    for (const version of ['1.10', '1.9'])
      await saveOwnPack(bea, buildPack({ id: 'front-door', version, title: 'Door' }));
    await saveOwnPack(bea, buildPack({ id: 'domestic-abuse', version: '0.5' }));
    await saveOwnPack(bea, buildPack({ id: 'neglect', version: '3', title: 'Neglect' }));
    expect(packLines(bea).map(({ id, version, from }) => [id, version, from])).toEqual([
      ['front-door', '1.10', 'changed here'],
      ['serious-youth-violence', '1', 'program'],
      ['domestic-abuse', '1', 'program'],
      ['child-sexual-abuse', '1', 'program'],
      ['criminal-exploitation', '1', 'program'],
      ['neglect', '3', 'own'],
    ]);
  });

  it('knows every id that its prompts have or had, in all versions and in themes', async () => {
    const bea = await open();
    const later = { id: 'FD-Z7', group: 'A', text: 'One', trust: ['derived' as const] };
    await saveOwnPack(bea, buildPack({ id: 'front-door', version: '2', prompts: [later] }));
    const old = { code: 'OLD-1', title: 'Two', group: 'A', position: 9, withdrawnOn: '2026-11-02' };
    await bea.create(prompts, { ...old, uid: 'front-door-2026.OLD-1', theme: 'front-door-2026' });
    const used = await usedPromptIds(bea, 'front-door');
    expect(['FD-A2', 'FD-B5', 'FD-Z7', 'OLD-1'].filter((id) => !used.has(id))).toEqual([]);
    expect((await usedPromptIds(bea, 'domestic-abuse')).has('OLD-1')).toBe(false);
  });

  it('is taken away where no theme uses it, and can be put back', async () => {
    const bea = await open();
    const pack = buildPack({ id: 'front-door', version: '0.9', title: 'By mistake' });
    await saveOwnPack(bea, pack);
    await bea.pull();
    expect(await takePackAway(bea, pack)).toBeUndefined();
    await bea.pull();
    expect(rowsOf(bea, packs)).toEqual([]);
    expect(await versionsOf(bea, 'front-door')).toHaveLength(1);
    expect(await saveOwnPack(bea, pack)).toMatchObject({ outcome: 'saved' });
    await bea.pull();
    expect((await versionsOf(bea, 'front-door')).map(({ version }) => version)).toEqual(['1', '0.9']);
  });

  it('stays where a theme is made from it or could go back to it, also one that was made a moment ago', async () => {
    const atWork = await openAtWork();
    const info = await atWork.setUp();
    const bea = await atWork.sit('Bea', info);
    const [one, two] = [buildPack({ id: 'neglect' }), buildPack({ id: 'neglect', version: '2' })];
    for (const pack of [one, two]) await saveOwnPack(bea, pack);
    const other = await atWork.sit('Bea', info);
    const { theme } = await addTheme(bea, { pack: one, year: 2026 });
    expect(await takePackAway(other, one)).toBe('This version stays: Small 2026 is made from it.');
    await upgradeTheme(bea, { theme, pack: two, on: '2026-11-23' });
    expect(await takePackAway(other, one)).toBe('This version stays: Small 2026 may go back to it.');
    expect(await takePackAway(other, two)).toBe('This version stays: Small 2026 is made from it.');
    expect(whyNotTakeAway(bea, { id: 'front-door', version: '1' })).toBe('This version comes with JTAI Ready.');
    expect(rowsOf(other, packs)).toHaveLength(2);
  });

  it.each([
    ['1', [], '1.1'],
    ['1', ['1.1', '1.2'], '1.3'],
    ['1.9', [], '1.10'],
    ['2026 draft', [], '2026 draft.1'],
  ])('has the version after %s, where %j are taken: %s', (version, taken, next) => {
    expect(nextVersion(version, taken)).toBe(next);
  });
});

describe('a set-up that was cut after a theme of an own pack was added', () => {
  it('is carried on with that pack, by whoever comes before the workspace is open', async () => {
    const atWork = await openAtWork();
    const info = await atWork.setUp();
    const bea = await atWork.sit('Bea', info);
    const pack = buildPack({ id: 'neglect', title: 'Neglect' });
    await saveOwnPack(bea, pack);
    await addTheme(bea, { pack, year: 2026 });
    const [prompt] = rowsOf(bea, prompts).filter((row) => row.theme === 'neglect-2026');
    if (!prompt) throw new Error('The theme has no prompt');
    await bea.remove(prompts, prompt.uid, prompt);
    const dorian = atWork.graphOf('Dorian');
    const report = await checkAndRepair(
      dorian,
      { info, place, findPack: findPackBeforeOpening(dorian, info) },
      () => undefined,
    );
    expect(report).toMatchObject({
      outcome: 'complete',
      made: expect.arrayContaining([`JTAI Prompts: ${prompt.title}`]),
    });
    await bea.pull();
    expect(rowOf(bea, prompts, prompt.uid).title).toBe(prompt.title);
  });
});
