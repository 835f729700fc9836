import { describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/client.ts';
import { findChild } from '../../src/graph/drive.ts';
import { getItems } from '../../src/graph/items.ts';
import { getLists } from '../../src/graph/lists.ts';
import type { WorkspaceInfo } from '../../src/workspace/find.ts';
import { findPath } from '../../src/workspace/library.ts';
import { checkAndRepair, type SetUpProgress, setUp } from '../../src/workspace/provision.ts';
import { folders, partners, prompts, workspaceLists } from '../../src/workspace/schema/lists.ts';
import { readLibrary } from './support/library.ts';
import { type Disturbance, findHere, openAtWork, place, smallPlan } from './support/northbridge-at-work.ts';

/** The folders below the channel's own, as paths. */
async function readTree(graph: Graph, drive: string, folder: string): Promise<string[]> {
  const items = await readLibrary(graph, drive);
  const byId = new Map(items.map((item) => [item.id, item]));
  return items
    .map((item) => findPath(byId, item.id, folder) ?? [])
    .filter((path) => path.length > 0)
    .map((path) => path.map((item) => item.name).join('/'))
    .toSorted();
}

async function readTitles(graph: Graph, info: WorkspaceInfo, list: string): Promise<unknown[]> {
  const items = await getItems(graph, { site: info.site, list: info.lists[list] ?? '' }, ['Uid', 'Title']);
  return items.map((item) => item.fields.Title).toSorted();
}

const partnerTree = (partner: string) => [
  `2026 JTAI Front door/${partner}`,
  ...['1 Documents asked for', '2 Self-evaluation', '3 Audits', '4 Data', '5 Policies'].map(
    (section) => `2026 JTAI Front door/${partner}/${section}`,
  ),
];
const wholeTree = [
  '2026 JTAI Front door',
  ...['00 Logistics', 'Benchmark', 'Submitted', 'Letter and action plan'].map((name) => `2026 JTAI Front door/${name}`),
  ...partnerTree('Council'),
  ...partnerTree('Police'),
].toSorted();

async function expectWhole(graph: Graph) {
  const { here, drive, folder, site } = await findHere(graph);
  expect(here).toBeDefined();
  const info = here as WorkspaceInfo;
  expect(info.unfinished).toBeUndefined();
  const lists = (await getLists(graph, site)).filter((list) => list.title.startsWith('JTAI '));
  expect(lists.map((list) => list.title).toSorted()).toEqual(
    ['JTAI Workspaces', ...workspaceLists.map((list) => `${list.title} ${info.id}`)].toSorted(),
  );
  expect(await readTree(graph, drive, folder)).toEqual(wholeTree);
  expect(await readTitles(graph, info, 'partners')).toEqual(['Council', 'Police']);
  expect(await readTitles(graph, info, 'people')).toEqual(['Bea Thistledown', 'Dorian Hexwell', 'Typed by hand']);
  expect(await readTitles(graph, info, 'prompts')).toEqual(['Each agency spots need', 'Referrers know how']);
  expect(await readTitles(graph, info, 'folders')).toEqual(['2026 JTAI Front door', 'Council', 'Police']);
  const items = await getItems(graph, { site, list: info.lists.folders ?? '' }, ['Uid', 'Item']);
  const theme = await findChild(graph, drive, folder, '2026 JTAI Front door');
  expect(items.find((item) => item.fields.Uid === 'front-door-2026')?.fields.Item).toBe(theme?.id);
}

describe('set-up', () => {
  it('makes lists, rows and folders, and shows each step until it is done', async () => {
    const { graphOf } = await openAtWork();
    const graph = graphOf('Bea');
    const shown: SetUpProgress[] = [];
    const report = await setUp(graph, smallPlan, (progress) => shown.push(progress));
    expect(report).toMatchObject({ outcome: 'complete', error: undefined });
    expect(report.steps.map((step) => step.title)).toEqual([
      "The channel's folder",
      'List of workspaces',
      'Partners list',
      'People list',
      'Themes list',
      'Prompts list',
      'Assessments list',
      'Evidence list',
      'Evidence links list',
      'Folders list',
      'Clashes list',
      'Actions list',
      'Evidence of actions list',
      'Comments list',
      'Packs list',
      'Partners',
      'Leads, deputies and coordinators',
      'Themes',
      'Prompts for Front door',
      'Folders for Front door',
      'Folders for Council',
      'Folders for Police',
    ]);
    expect(report.steps.every((step) => step.state === 'done' && step.made + step.found === step.of)).toBe(true);
    expect(shown[0]).toMatchObject({ done: 0, of: workspaceLists.length + 9 });
    expect(shown[0]?.steps.slice(0, 2).map((step) => step.state)).toEqual(['doing', 'waiting']);
    expect(shown.at(-1)).toMatchObject({ done: workspaceLists.length + 9, of: workspaceLists.length + 9 });
    await expectWhole(graph);
  });

  it('a second run makes nothing', async () => {
    const { graphOf } = await openAtWork();
    const graph = graphOf('Bea');
    await setUp(graph, smallPlan, () => undefined);
    const again = await setUp(graph, smallPlan, () => undefined);
    expect(again).toMatchObject({ outcome: 'complete', made: [] });
    await expectWhole(graph);
  });

  it.each([0, 1, 2, 3, 5, 8, 13, 21, 34])(
    'two people who set up at once make one of each, the second %i requests behind',
    async (lead) => {
      const { graphOf, sent } = await openAtWork();
      const [bea, wilf] = [graphOf('Bea'), graphOf('Wilf')];
      const first = setUp(bea, smallPlan, () => undefined);
      while (sent.length < lead) await new Promise((resolve) => setImmediate(resolve));
      const second = setUp(wilf, smallPlan, () => undefined);
      const reports = await Promise.all([first, second]);
      expect(reports.map((report) => [report.outcome, report.error])).toEqual([
        ['complete', undefined],
        ['complete', undefined],
      ]);
      await expectWhole(bea);
    },
  );

  it.each(['lost before', 'lost after'] as const)(
    'cut after any of its writes (%s it was carried out), running it again completes it with one of each',
    async (fate) => {
      for (let cut = 1; ; cut += 1) {
        const { graphOf, disturb } = await openAtWork();
        const graph = graphOf('Bea');
        let writes = 0;
        disturb((request): Disturbance => {
          if (request.method !== 'GET') writes += 1;
          if (writes < cut) return undefined;
          return writes === cut && request.method !== 'GET' ? fate : 'lost before';
        });
        const first = await setUp(graph, smallPlan, () => undefined);
        disturb(() => undefined);
        if (first.outcome === 'complete') {
          expect(cut).toBeGreaterThan(35);
          break;
        }
        const again = await setUp(graph, smallPlan, () => undefined);
        expect([cut, again.outcome]).toEqual([cut, 'complete']);
        await expectWhole(graph);
      }
    },
    60_000,
  );

  it('one that stopped is found with its plan, and repair carries on with it', async () => {
    const { graphOf, disturb } = await openAtWork();
    const graph = graphOf('Bea');
    disturb((request) => (request.method === 'POST' && request.url.includes('/drives/') ? 'lost before' : undefined));
    const stopped = await setUp(graph, smallPlan, () => undefined);
    expect(stopped).toMatchObject({ outcome: 'stopped', error: { kind: 'unreachable' } });
    disturb(() => undefined);
    const { here } = await findHere(graph);
    expect(here?.unfinished).toMatchObject({
      partners: smallPlan.partners,
      themes: [{ pack: 'front-door', year: 2026 }],
    });
    const findPack = () => smallPlan.themes[0]?.pack;
    const repaired = await checkAndRepair(graph, { info: here as WorkspaceInfo, place, findPack }, () => undefined);
    expect(repaired).toMatchObject({ outcome: 'complete' });
    await expectWhole(graph);
  });

  it('says which step failed and why, and goes on with what does not need it', async () => {
    const { graphOf, disturb } = await openAtWork();
    disturb((request) =>
      request.method === 'POST' && request.url.includes('/drives/') && !request.url.includes('batch')
        ? Response.json({ error: { code: 'quotaLimitReached' } }, { status: 507 })
        : undefined,
    );
    const report = await setUp(graphOf('Bea'), smallPlan, () => undefined);
    expect(report.steps.find((step) => step.id === 'folders-front-door-2026')).toMatchObject({
      state: 'failed',
      note: 'The library has no room left.',
    });
    expect(report.steps.find((step) => step.id === 'rows-prompts-front-door-2026')).toMatchObject({ state: 'done' });
  });

  it('without the permission to make lists it stops, and says that it is a permission', async () => {
    const { graphOf } = await openAtWork();
    const report = await setUp(
      graphOf('Bea', 'User.Read Channel.ReadBasic.All Sites.ReadWrite.All Files.ReadWrite.All'),
      smallPlan,
      () => undefined,
    );
    expect(report).toMatchObject({ outcome: 'stopped', error: { kind: 'forbidden' } });
    expect(report.steps.filter((step) => step.state === 'waiting').length).toBeGreaterThan(10);
  });

  it('waits when Microsoft 365 asks for it, and says so in the step', async () => {
    const { graphOf, disturb } = await openAtWork();
    let refused = false;
    disturb((request) => {
      if (refused || request.method !== 'POST') return undefined;
      refused = true;
      return Response.json(
        { error: { code: 'activityLimitReached' } },
        { status: 429, headers: { 'Retry-After': '120' } },
      );
    });
    const notes = new Set<string | undefined>();
    const report = await setUp(graphOf('Bea'), smallPlan, (progress) => {
      for (const step of progress.steps) notes.add(step.note);
    });
    expect(report.outcome).toBe('complete');
    expect([...notes]).toContain('Microsoft 365 asked us to wait. Trying again in 120 seconds.');
  });
});

describe('check and repair', () => {
  const findPack = () => smallPlan.themes[0]?.pack;

  it('finds nothing to do in a whole workspace', async () => {
    const atWork = await openAtWork();
    const info = await atWork.setUp();
    const report = await checkAndRepair(atWork.graphOf('Bea'), { info, place, findPack }, () => undefined);
    expect(report).toMatchObject({ outcome: 'complete', made: [] });
  });

  it('makes a folder that was deleted, and leaves one that was renamed as it is', async () => {
    const atWork = await openAtWork();
    const info = await atWork.setUp();
    const bea = await atWork.northbridge.as('Bea');
    const graph = atWork.graphOf('Bea');
    const rows = await getItems(graph, { site: info.site, list: info.lists[folders.name] ?? '' }, ['Uid', 'Item']);
    const folderOf = (uid: string) => rows.find((row) => row.fields.Uid === uid)?.fields.Item;
    await bea(`/drives/${info.drive}/items/${folderOf('front-door-2026.council')}`, { method: 'DELETE' });
    await bea(`/drives/${info.drive}/items/${folderOf('front-door-2026.police')}`, {
      method: 'PATCH',
      json: { name: 'Police and PCC' },
    });
    const report = await checkAndRepair(graph, { info, place, findPack }, () => undefined);
    expect(report.made).toEqual([
      'The folder Council',
      'The folder Council/1 Documents asked for',
      'The folder Council/2 Self-evaluation',
      'The folder Council/3 Audits',
      'The folder Council/4 Data',
      'The folder Council/5 Policies',
    ]);
    const tree = await readTree(graph, info.drive, info.homeFolder);
    expect(tree.filter((path) => path.split('/').length === 2)).toEqual(
      ['00 Logistics', 'Benchmark', 'Council', 'Letter and action plan', 'Police and PCC', 'Submitted'].map(
        (name) => `2026 JTAI Front door/${name}`,
      ),
    );
  });

  it('leaves what people changed: a prompt they reworded, a partner they took out, words added to a section', async () => {
    const atWork = await openAtWork();
    const info = await atWork.setUp();
    const bea = await atWork.sit('Bea', info);
    const rowOf = <L extends typeof prompts | typeof partners>(list: L, uid: string) => {
      const rows = bea.rows(list);
      return rows.state === 'ready' ? rows.rows.find((row) => row.uid === uid) : undefined;
    };
    const prompt = rowOf(prompts, 'front-door-2026.FD-A1');
    const police = rowOf(partners, 'police');
    if (!prompt || !police) throw new Error('not there');
    await bea.save(prompts, prompt.uid, { title: 'In our own words' }, prompt as never);
    await bea.save(partners, 'police', { removedOn: '2026-11-20' }, police as never);
    const report = await checkAndRepair(atWork.graphOf('Bea'), { info, place, findPack }, () => undefined);
    expect(report).toMatchObject({ outcome: 'complete', made: [] });
    expect(report.steps.map((step) => step.title)).not.toContain('Folders for Police');
    expect(await readTitles(atWork.graphOf('Bea'), info, 'prompts')).toEqual([
      'In our own words',
      'Referrers know how',
    ]);
  });

  it('makes a list that was deleted and a column that was removed', async () => {
    const atWork = await openAtWork();
    const info = await atWork.setUp();
    const bea = await atWork.northbridge.as('Bea');
    await bea(`/sites/${info.site}/lists/${info.lists.assessments}`, { method: 'DELETE' });
    const { value } = (await (await bea(`/sites/${info.site}/lists/${info.lists.evidence}/columns`)).json()) as {
      value: { id: string; name: string }[];
    };
    const column = value.find((one) => one.name === 'Note');
    await bea(`/sites/${info.site}/lists/${info.lists.evidence}/columns/${column?.id}`, { method: 'DELETE' });
    const { here } = await findHere(atWork.graphOf('Bea'));
    expect(here?.lists.assessments).toBeUndefined();
    const report = await checkAndRepair(
      atWork.graphOf('Bea'),
      { info: here as WorkspaceInfo, place, findPack },
      () => undefined,
    );
    expect(report.made).toEqual([`The list JTAI Assessments ${info.id}`, 'The column Note of JTAI Evidence']);
    expect(report.info?.lists.assessments).toBeDefined();
  });
});
