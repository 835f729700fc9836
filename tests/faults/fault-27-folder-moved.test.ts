import { describe, expect, it } from 'vitest';
import { getChildren, getContent } from '../../src/graph/drive.ts';
import { getItems } from '../../src/graph/items.ts';
import { addEvidenceFiles } from '../../src/services/evidence-files.ts';
import { findPath } from '../../src/workspace/library.ts';
import { repair } from '../../src/workspace/provision.ts';
import { evidence, folders } from '../../src/workspace/schema/lists.ts';
import type { Workspace } from '../../src/workspace/store/workspace.ts';
import { alone, largeFile, MIB, openOffice, police, textFile } from '../services/file-queue/support/office.ts';
import { openDrift, readFindings, toCheck } from '../workspace/support/drift.ts';
import { openAtWork } from '../workspace/support/northbridge-at-work.ts';
import { rowOf, rowsOf } from '../workspace/support/rows.ts';

const THEME = 'front-door-2026';
const POLICE = `${THEME}.police`;

async function openWithFile() {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  const desk = await atWork.sit('Dorian', info);
  await add(desk, 'Policy.txt');
  await desk.pull();
  const drift = openDrift(atWork, info);
  const itemOf = (key: string) => rowOf(desk, folders, key).item;
  const mend = async () => {
    const graph = atWork.graphOf('Bea');
    return repair(graph, { ...toCheck(info), findings: await readFindings(atWork, info) }, () => undefined);
  };
  return { atWork, info, desk, drift, itemOf, mend };
}

async function add(desk: Workspace, name: string): Promise<void> {
  const files = [new File([`the words of ${name}`], name)];
  const [outcome] = await addEvidenceFiles(desk, {
    partner: 'police',
    theme: THEME,
    section: '1 Documents asked for',
    files,
  });
  expect(outcome?.outcome).toBe('added');
}

function pathOf(desk: Workspace, id: string): string | undefined {
  const files = desk.files();
  if (files.state !== 'ready') throw new Error(files.state);
  return findPath(files.items, id, desk.info.homeFolder)
    ?.map((item) => item.name)
    .join('/');
}

describe("fault 27: a partner's folder is moved or renamed", () => {
  it('it is followed by id: the evidence still opens, new files go into it, and a check says where it is now', async () => {
    const { atWork, info, desk, drift, itemOf, mend } = await openWithFile();
    await drift.changeFolder(itemOf(POLICE), { name: 'Police and PCC' });
    await drift.changeFolder(itemOf(POLICE), { parentReference: { id: info.homeFolder } });
    await desk.pull();

    const row = rowsOf(desk, evidence)[0];
    expect(pathOf(desk, row?.file ?? '')).toBe('Police and PCC/1 Documents asked for/Policy.txt');
    expect(await (await getContent(desk.graph, info.drive, row?.file ?? '')).text()).toBe('the words of Policy.txt');
    await add(desk, 'Second.txt');
    await desk.pull();
    const second = rowsOf(desk, evidence).find((one) => one.fileName === 'Second.txt');
    expect(pathOf(desk, second?.file ?? '')).toBe('Police and PCC/1 Documents asked for/Second.txt');

    const findings = await readFindings(atWork, info);
    expect(findings.map(({ answer, what, next }) => `${answer}: ${what} ${next}`)).toEqual([
      `leave: The folder Police and PCC was moved into JTAI preparation. It stays there. JTAI Ready follows it, and links to its documents still work.`,
      'leave: The folder Police is called Police and PCC now. It keeps that name. JTAI Ready follows it, and links to its documents still work.',
    ]);
    expect(await mend()).toMatchObject({ outcome: 'complete', made: [] });
    const inTheme = await getChildren(atWork.graphOf('Bea'), info.drive, itemOf(THEME));
    expect(inTheme.map((item) => item.name)).not.toContain('Police');
  });

  it('while files are on their way: those that are left go into it too, wherever it is now', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    const bea = await office.north.as('Bea');
    const at = `/drives/${office.info.drive}/items`;
    const folder = rowOf(desk.workspace, folders, POLICE).item;
    let isMoved = false;
    office.disturb(async (_, { range }) => {
      if (isMoved || !range?.startsWith(`bytes ${10 * MIB}`)) return undefined;
      isMoved = true;
      const body = JSON.stringify({ name: 'Police and PCC', parentReference: { id: office.info.homeFolder } });
      const headers = { 'Content-Type': 'application/json' };
      expect((await bea(`${at}/${folder}`, { method: 'PATCH', headers, body })).status).toBe(200);
      return undefined;
    });
    await office.during(desk.queue.add(alone(largeFile('Film.mp4', 25 * MIB)), police));
    await desk.settle();
    expect(isMoved).toBe(true);
    await office.during(desk.queue.add(alone(textFile('Plan.txt')), police));
    await desk.settle();
    expect(['Film.mp4', 'Plan.txt'].map((name) => desk.file(name).standing)).toEqual([
      { is: 'done', words: 'Added to Police, 1 Documents asked for.' },
      { is: 'done', words: 'Added to Police, 1 Documents asked for.' },
    ]);
    const there = `${at}/${office.info.homeFolder}:/Police and PCC/1 Documents asked for:/children`;
    const { value } = (await (await bea(there)).json()) as { readonly value: readonly { readonly name: string }[] };
    expect(value.map(({ name }) => name).toSorted()).toEqual(['Film.mp4', 'Plan.txt']);
  });

  it("the theme's own folder as well, with all that is in it", async () => {
    const { atWork, info, desk, drift, itemOf, mend } = await openWithFile();
    await drift.changeFolder(itemOf(THEME), { name: 'Front door, done' });
    await desk.pull();
    expect(pathOf(desk, rowsOf(desk, evidence)[0]?.file ?? '')).toMatch(/^Front door, done\/Police\//);
    expect((await readFindings(atWork, info)).map((finding) => finding.what)).toEqual([
      'The folder 2026 JTAI Front door is called Front door, done now.',
    ]);
    expect(await mend()).toMatchObject({ made: [] });
    expect((await getChildren(desk.graph, info.drive, info.homeFolder)).map((item) => item.name)).toEqual([
      'Front door, done',
    ]);
  });

  it('a section to which words were added is still that section, one that was taken away is made again', async () => {
    const { atWork, info, desk, drift, itemOf, mend } = await openWithFile();
    const sections = await getChildren(desk.graph, info.drive, itemOf(POLICE));
    const idOf = (start: string) => sections.find((item) => item.name.startsWith(start))?.id ?? '';
    await drift.changeFolder(idOf('3'), { name: '3 Case audits' });
    await drift.removeFolder(idOf('4'));
    expect(await readFindings(atWork, info)).toMatchObject([
      {
        what: "The folder Police has no 4 Data. It may be in the site's recycle bin.",
        next: 'Restore it there to keep the documents. Otherwise it is made again, empty.',
        page: { title: "The site's recycle bin" },
      },
    ]);
    expect(await mend()).toMatchObject({ made: ['The folder Police/4 Data'] });
    const names = (await getChildren(desk.graph, info.drive, itemOf(POLICE))).map((item) => item.name);
    expect(names.toSorted()).toEqual([
      '1 Documents asked for',
      '2 Self-evaluation',
      '3 Case audits',
      '4 Data',
      '5 Policies',
    ]);
  });

  it("deleted, it is not mistaken for moved: the way to the site's recycle bin comes first, then it is made again", async () => {
    const { atWork, info, drift, itemOf, mend } = await openWithFile();
    await drift.removeFolder(itemOf(POLICE));
    expect(await readFindings(atWork, info)).toMatchObject([
      {
        answer: 'mend',
        what: "The folder Police is not in the channel's library. It may be in the site's recycle bin, or in another library.",
        next: 'Restore it there to keep the documents in it. Otherwise it is made again, empty.',
        page: { url: expect.stringMatching(/RecycleBin\.aspx$/) },
      },
    ]);
    expect((await mend()).made[0]).toBe('The folder Police');
    expect(await readFindings(atWork, info)).toEqual([]);
  });

  it('deleted, with another of its name in its place, that one is taken with what is in it', async () => {
    const { atWork, info, desk, drift, itemOf, mend } = await openWithFile();
    await drift.removeFolder(itemOf(POLICE));
    await drift.send('POST', `/drives/${info.drive}/items/${itemOf(THEME)}/children`, { name: 'Police', folder: {} });
    expect((await readFindings(atWork, info))[0]).toMatchObject({
      what: 'The folder Police is not the one that was made: that is gone, and another has its name.',
      next: 'The one that is there is taken, with what is in it.',
    });
    const { made } = await mend();
    expect(made[0]).toBe('Whose the folder Police is');
    expect(made).toHaveLength(6);
    const rows = await getItems(desk.graph, { site: info.site, list: info.lists.folders ?? '' }, ['Uid', 'Item']);
    const inTheme = await getChildren(desk.graph, info.drive, itemOf(THEME));
    expect(rows.find((row) => row.fields.Uid === POLICE)?.fields.Item).toBe(
      inTheme.find((item) => item.name === 'Police')?.id,
    );
    expect(await readFindings(atWork, info)).toEqual([]);
  });
});
