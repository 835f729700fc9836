import { describe, expect, it } from 'vitest';
import { readScope } from '../../src/domain/checklist/asked-partners.ts';
import { comparePrompts } from '../../src/domain/checklist/pack-difference.ts';
import { readMark, readUpgrade } from '../../src/domain/checklist/pack-upgrade.ts';
import { saveOwnPack } from '../../src/services/own-packs.ts';
import {
  compareScope,
  compareWithPack,
  goOnWithUpgrade,
  undoUpgrade,
  upgradeTheme,
} from '../../src/services/pack-upgrade.ts';
import { rateAssessment } from '../../src/services/ratings.ts';
import { saveScope } from '../../src/services/themes.ts';
import type { ThemePack } from '../../src/themes/pack-schema.ts';
import { loadPack } from '../../src/themes/packs.ts';
import { assessments, partners, prompts, themes } from '../../src/workspace/schema/lists.ts';
import type { Workspace } from '../../src/workspace/store/workspace.ts';
import { openAtWork } from '../workspace/support/northbridge-at-work.ts';
import { rowOf, rowsOf } from '../workspace/support/rows.ts';

const shipped = await loadPack('front-door');
const THEME = 'front-door-2026';
const on = '2026-11-30';

/** The plan of the tests has two prompts; this version has one of them in other words, and three more. */
const second: ThemePack = {
  ...shipped,
  version: '2',
  prompts: ['FD-A3', 'FD-A1', 'FD-B1', 'FD-B2'].flatMap(
    (id) => shipped.prompts.find((prompt) => prompt.id === id) ?? [],
  ),
};

async function open() {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  const bea = await atWork.sit('Bea', info);
  return { atWork, info, bea };
}

const themeRow = (workspace: Workspace) => rowOf(workspace, themes, THEME);
const shownCodes = (workspace: Workspace) =>
  rowsOf(workspace, prompts)
    .filter((row) => row.withdrawnOn === undefined)
    .toSorted((one, other) => one.position - other.position)
    .map((row) => row.code);
const values = (workspace: Workspace) =>
  rowsOf(workspace, prompts)
    .toSorted((one, other) => one.uid.localeCompare(other.uid))
    .map(({ uid, title, group, position, basis, source, paragraph, withdrawnOn }) => ({
      ...{ uid, title, group, position, basis, source, paragraph, withdrawnOn },
    }));

async function answer(workspace: Workspace, code: string) {
  await rateAssessment(workspace, {
    theme: themeRow(workspace),
    prompt: rowOf(workspace, prompts, `${THEME}.${code}`),
    partner: rowOf(workspace, partners, 'police'),
    verdict: 'green',
    reason: 'Because',
    link: 'https://teams.microsoft.com/l/x',
  });
}

describe('an upgrade of a pack', () => {
  it('changes the prompts, keeps every answer, and is undone as it was', async () => {
    const { bea } = await open();
    await answer(bea, 'FD-A2');
    const before = values(bea);
    const difference = compareWithPack(bea, themeRow(bea), second);
    expect(difference.added.map((prompt) => prompt.code)).toEqual(['FD-A3', 'FD-B1', 'FD-B2']);
    expect(difference.withdrawn.map((prompt) => prompt.code)).toEqual(['FD-A2']);

    expect(await upgradeTheme(bea, { theme: themeRow(bea), pack: second, on })).toEqual({ outcome: 'complete' });
    await bea.pull();
    expect(shownCodes(bea)).toEqual(['FD-A3', 'FD-A1', 'FD-B1', 'FD-B2']);
    expect(themeRow(bea).packVersion).toBe('2');
    expect(rowOf(bea, prompts, `${THEME}.FD-A2`).withdrawnOn).toBe(on);
    expect(rowOf(bea, assessments, `${THEME}.FD-A2.police`)).toMatchObject({ verdict: 'green', reason: 'Because' });
    await answer(bea, 'FD-B1');

    expect(await undoUpgrade(bea, { theme: themeRow(bea), on })).toEqual({ outcome: 'complete' });
    await bea.pull();
    expect(shownCodes(bea)).toEqual(['FD-A1', 'FD-A2']);
    expect(values(bea).filter(({ uid }) => before.some((row) => row.uid === uid))).toEqual(before);
    expect(themeRow(bea)).toMatchObject({ packVersion: '1' });
    expect(themeRow(bea).lastUpgrade).toBeUndefined();
    // What was answered meanwhile waits for its prompt to come back.
    expect(rowOf(bea, assessments, `${THEME}.FD-B1.police`).verdict).toBe('green');
    expect(await upgradeTheme(bea, { theme: themeRow(bea), pack: second, on })).toEqual({ outcome: 'complete' });
    expect(shownCodes(bea)).toContain('FD-B1');
  });

  it('leaves the answers of a withdrawn prompt with it where another question takes its id', async () => {
    const { bea } = await open();
    await answer(bea, 'FD-A2');
    await upgradeTheme(bea, { theme: themeRow(bea), pack: second, on });
    const other = { id: 'FD-A2', group: 'A', text: 'Fathers and male carers are seen', trust: ['derived' as const] };
    const third = { ...second, version: '3', prompts: [...second.prompts, other] };
    expect(compareWithPack(bea, themeRow(bea), third).asked.map(({ to }) => to.code)).toEqual(['FD-A2']);
    expect(await upgradeTheme(bea, { theme: themeRow(bea), pack: third, on })).toEqual({ outcome: 'complete' });
    await bea.pull();
    const asked = rowsOf(bea, prompts).filter((row) => row.code === 'FD-A2');
    expect(asked.map(({ uid, title, withdrawnOn }) => [uid, title === other.text, withdrawnOn])).toEqual([
      [`${THEME}.FD-A2`, false, on],
      [`${THEME}.FD-A2_2`, true, undefined],
    ]);
    expect(rowsOf(bea, assessments).filter((row) => row.prompt === `${THEME}.FD-A2_2`)).toEqual([]);
    expect(rowOf(bea, assessments, `${THEME}.FD-A2.police`).verdict).toBe('green');
    // A version with the old words finds the old answers.
    expect(await undoUpgrade(bea, { theme: themeRow(bea), on })).toEqual({ outcome: 'complete' });
    const old = { ...other, text: rowOf(bea, prompts, `${THEME}.FD-A2`).title };
    const fourth = { ...second, version: '4', prompts: [...second.prompts, old] };
    await upgradeTheme(bea, { theme: themeRow(bea), pack: fourth, on });
    expect(rowOf(bea, prompts, `${THEME}.FD-A2`)).not.toHaveProperty('withdrawnOn');
  });

  it('of forty prompts, half of which cannot be written, says which, and goes on where it stopped', async () => {
    const { atWork, info, bea } = await open();
    const many: ThemePack = {
      ...shipped,
      version: '3',
      prompts: Array.from({ length: 40 }, (_, index) => ({
        ...{ id: `FD-N${index}`, group: 'A', text: `New ${index}`, trust: ['derived' as const] },
      })),
    };
    const where = { method: 'POST', path: '/items$' };
    await atWork.northbridge.control('POST', '/faults', {
      ...{ where, nth: 11, times: 'all' },
      does: { kind: 'refuse', status: 403 },
    });
    const stopped = await upgradeTheme(bea, { theme: themeRow(bea), pack: many, on });
    expect(stopped).toMatchObject({ outcome: 'partial', of: 42 });
    if (stopped.outcome !== 'partial') return;
    expect(stopped.sentences[0]).toMatch(
      /^(FD-N\d+, )+FD-N\d+ and \d+ more: SharePoint or Teams does not allow you this\.$/,
    );
    expect(stopped.sentences.at(-1)).toMatch(/^\d+ more were not tried\.$/);
    expect(themeRow(bea).packVersion).toBe('1');
    expect(readUpgrade(themeRow(bea).lastUpgrade)).toMatchObject({ from: '1', to: '3', state: 'applying' });

    await atWork.northbridge.control('DELETE', '/faults');
    const dorian = await atWork.sit('Dorian', info);
    expect(await upgradeTheme(dorian, { theme: themeRow(dorian), pack: many, on })).toEqual({ outcome: 'complete' });
    await dorian.pull();
    expect(shownCodes(dorian)).toEqual(many.prompts.map((prompt) => prompt.id));
    expect(rowsOf(dorian, prompts)).toHaveLength(42);
    expect(await undoUpgrade(dorian, { theme: themeRow(dorian), on })).toEqual({ outcome: 'complete' });
    expect(shownCodes(dorian)).toEqual(['FD-A1', 'FD-A2']);
  });

  it('that was cut can be taken back from where it stopped', async () => {
    const { atWork, bea } = await open();
    const before = shownCodes(bea);
    atWork.disturb((request) =>
      request.method === 'PATCH' && request.url.includes('/items') && atWork.sent.length % 2 === 0
        ? Response.json({}, { status: 403 })
        : undefined,
    );
    await upgradeTheme(bea, { theme: themeRow(bea), pack: second, on }).catch(() => undefined);
    atWork.disturb(() => undefined);
    await bea.pull();
    const undone = await undoUpgrade(bea, { theme: themeRow(bea), on });
    expect(undone.outcome === 'complete' || undone.outcome === 'refused').toBe(true);
    expect(shownCodes(bea)).toEqual(before);
    expect(themeRow(bea).packVersion).toBe('1');
  });

  it('says that a prompt was changed by somebody else at the same time, and leaves their words', async () => {
    const { atWork, info, bea } = await open();
    const dorian = await atWork.sit('Dorian', info);
    const theirs = rowOf(dorian, prompts, `${THEME}.FD-A1`);
    await dorian.save(prompts, theirs.uid, { title: 'In our words' }, theirs);
    const outcome = await upgradeTheme(bea, { theme: themeRow(bea), pack: second, on });
    expect(outcome).toMatchObject({
      outcome: 'partial',
      sentences: ['FD-A1 was changed by somebody else at the same time.'],
    });
    await bea.pull();
    expect(rowOf(bea, prompts, `${THEME}.FD-A1`).title).toBe('In our words');
  });

  it('changes nothing where the theme already holds what the pack says', async () => {
    const { bea } = await open();
    await upgradeTheme(bea, { theme: themeRow(bea), pack: second, on });
    const rows = rowsOf(bea, prompts);
    const held = compareWithPack(bea, themeRow(bea), second);
    expect(held).toEqual(comparePrompts([], []));
    await upgradeTheme(bea, { theme: themeRow(bea), pack: { ...second, version: '2.1' }, on });
    expect(rowsOf(bea, prompts)).toEqual(rows);
    expect(themeRow(bea).packVersion).toBe('2.1');
  });

  it('of the largest pack that is taken changes every prompt, and is undone as it was', async () => {
    const { bea } = await open();
    const large = (version: string, letter: string): ThemePack => ({
      ...shipped,
      version,
      documents: [],
      sources: {
        ...shipped.sources,
        ...Object.fromEntries(
          Array.from({ length: 180 }, (_, at) => [
            `S${at}`,
            { title: letter.repeat(60), url: `https://example.org/${letter.repeat(200)}${at}` },
          ]),
        ),
      },
      prompts: Array.from({ length: 180 }, (_, at) => ({
        ...{ id: `FD-N${at}`, group: 'A', text: `${letter.repeat(245)} ${at}`, trust: ['derived' as const] },
        sources: [{ id: `S${at}` }],
      })),
    });
    const sizes = [large('2', 'a'), large('3', 'b')];
    for (const pack of sizes) expect((await saveOwnPack(bea, pack)).outcome).toBe('saved');
    for (const pack of sizes) {
      expect(await upgradeTheme(bea, { theme: themeRow(bea), pack, on })).toEqual({ outcome: 'complete' });
    }
    await bea.pull();
    const before = values(bea).filter(({ withdrawnOn }) => withdrawnOn === undefined);
    expect(before.map(({ title }) => title.slice(0, 1))).toEqual(Array(180).fill('b'));
    expect(await undoUpgrade(bea, { theme: themeRow(bea), on })).toEqual({ outcome: 'complete' });
    const back = values(bea).filter(({ withdrawnOn }) => withdrawnOn === undefined);
    expect(back.map(({ title, source }) => [title.slice(0, 1), source?.text.slice(0, 1)])).toEqual(
      Array(180).fill(['a', 'a']),
    );
    expect(themeRow(bea).packVersion).toBe('2');
    expect(rowsOf(bea, prompts).filter((row) => readMark(row)?.from === '2')).toEqual([]);
  });

  it('asks the partners that the newer pack names, and those that the coordinator took in; undone, the ones before', async () => {
    const { bea } = await open();
    // The theme of the tests was made without a scope: what the packs say differently is what changes.
    await saveScope(bea, themeRow(bea), ['probation', 'voluntary-sector']);
    const wider = { ...second, partners: ['council', 'icb', 'police', 'probation'] };
    const difference = compareScope(themeRow(bea), { from: shipped, to: wider });
    expect(difference).toEqual({ takenIn: ['probation'], leftOut: ['education'] });
    await upgradeTheme(bea, { theme: themeRow(bea), pack: wider, on });
    expect(readScope(themeRow(bea))).toEqual(['education', 'voluntary-sector']);
    await saveScope(bea, themeRow(bea), ['education']);
    await undoUpgrade(bea, { theme: themeRow(bea), on });
    expect(readScope(themeRow(bea))).toEqual(['probation']);
  });

  it('by two coordinators at once is one upgrade', async () => {
    const { atWork, info, bea } = await open();
    const other = await atWork.sit('Bea', info);
    const outcomes = await Promise.all(
      [bea, other].map((desk) => upgradeTheme(desk, { theme: themeRow(desk), pack: second, on })),
    );
    await Promise.all([bea.pull(), other.pull()]);
    expect(outcomes.map(({ outcome }) => outcome)).toContain('complete');
    for (const desk of [bea, other]) {
      expect(shownCodes(desk)).toEqual(['FD-A3', 'FD-A1', 'FD-B1', 'FD-B2']);
      expect(rowsOf(desk, prompts)).toHaveLength(5);
      expect(themeRow(desk).packVersion).toBe('2');
    }
    expect(await undoUpgrade(other, { theme: themeRow(other), on })).toEqual({ outcome: 'complete' });
    expect(shownCodes(other)).toEqual(['FD-A1', 'FD-A2']);
  });

  it('that was cut at any write goes on from there, as it was meant: applied, or undone', async () => {
    for (const cut of [1, 2, 4]) {
      const { atWork, info, bea } = await open();
      await saveOwnPack(bea, second);
      const before = values(bea);
      const cutAfter = (count: number) => {
        let writes = 0;
        atWork.disturb((request) => {
          if (request.method === 'GET' || !/\/items/.test(request.url)) return undefined;
          writes += 1;
          return writes > count ? Response.json({}, { status: 403 }) : undefined;
        });
      };
      cutAfter(cut);
      await upgradeTheme(bea, { theme: themeRow(bea), pack: second, on }).catch(() => undefined);
      atWork.disturb(() => undefined);
      const other = await atWork.sit('Bea', info);
      expect(readUpgrade(themeRow(other).lastUpgrade)?.state, `cut after ${cut}`).toBe('applying');
      expect(await goOnWithUpgrade(other, { theme: themeRow(other), on })).toEqual({ outcome: 'complete' });
      expect(shownCodes(other)).toEqual(['FD-A3', 'FD-A1', 'FD-B1', 'FD-B2']);
      expect(themeRow(other).packVersion).toBe('2');

      cutAfter(cut);
      await undoUpgrade(other, { theme: themeRow(other), on }).catch(() => undefined);
      atWork.disturb(() => undefined);
      const third = await atWork.sit('Bea', info);
      expect(readUpgrade(themeRow(third).lastUpgrade)?.state, `undo cut after ${cut}`).toBe('undoing');
      expect(await goOnWithUpgrade(third, { theme: themeRow(third), on })).toEqual({ outcome: 'complete' });
      await third.pull();
      expect(values(third).filter(({ uid }) => before.some((row) => row.uid === uid))).toEqual(before);
      expect(themeRow(third)).toMatchObject({ packVersion: '1' });
      expect(rowsOf(third, prompts).filter((row) => row.lastUpgrade !== undefined)).toEqual([]);
    }
  });

  it('that was cut and whose pack is gone is taken back', async () => {
    const { atWork, info, bea } = await open();
    atWork.disturb((request) =>
      request.method === 'POST' && request.url.includes('/items') ? Response.json({}, { status: 403 }) : undefined,
    );
    await upgradeTheme(bea, { theme: themeRow(bea), pack: second, on });
    atWork.disturb(() => undefined);
    const other = await atWork.sit('Bea', info);
    expect(await goOnWithUpgrade(other, { theme: themeRow(other), on })).toEqual({ outcome: 'complete' });
    expect(shownCodes(other)).toEqual(['FD-A1', 'FD-A2']);
    expect(themeRow(other).packVersion).toBe('1');
  });
});
