import { expect, it } from 'vitest';
import type { Graph } from '../../src/graph/client.ts';
import { getLists } from '../../src/graph/lists.ts';
import type { ToCheck } from '../../src/workspace/provision/read-plan.ts';
import { repair, setUp } from '../../src/workspace/provision.ts';
import { assessments, evidence, workspaceLists } from '../../src/workspace/schema/lists.ts';
import { openDrift, readFindings, toCheck } from '../workspace/support/drift.ts';
import { readLibrary } from '../workspace/support/library.ts';
import { findHere, openAtWork, smallPlan } from '../workspace/support/northbridge-at-work.ts';
import { rowOf, rowsOf } from '../workspace/support/rows.ts';

const nothing = () => undefined;

/** Names of our lists and folders, each once if all is well. */
async function readMade(graph: Graph): Promise<readonly string[]> {
  const { site, drive } = await findHere(graph);
  const lists = (await getLists(graph, site)).map(({ title }) => title).filter((title) => title.startsWith('JTAI '));
  const items = await readLibrary(graph, drive);
  return [...lists, ...items.map(({ parentId, name }) => `${parentId}/${name}`)].toSorted();
}

it('fault 23: set-up stops after step k, for every k: running it again completes it, with one of each and a report of what was missing', async () => {
  const reported = new Set<number>();
  for (let cut = 1; ; cut += 1) {
    const { graphOf, disturb } = await openAtWork();
    const graph = graphOf('Bea');
    let writes = 0;
    disturb((request) => {
      if (request.method !== 'GET') writes += 1;
      if (writes < cut) return undefined;
      return writes === cut && request.method !== 'GET' ? 'lost after' : 'lost before';
    });
    const first = await setUp(graph, smallPlan, nothing);
    disturb(nothing);
    if (first.outcome === 'complete') {
      expect(cut).toBeGreaterThan(workspaceLists.length + 20);
      break;
    }
    const again = await setUp(graph, smallPlan, nothing);
    expect([cut, again.outcome, again.steps.every(({ state }) => state === 'done')]).toEqual([cut, 'complete', true]);
    reported.add(again.made.length);
    const made = await readMade(graph);
    expect([cut, new Set(made).size]).toEqual([cut, made.length]);
  }
  // The later it stopped, the less was missing.
  expect(reported.size).toBeGreaterThan(20);
});

it('fault 24: two people run set-up at once: one result, and the other adopts it', async () => {
  const { graphOf } = await openAtWork();
  const reports = await Promise.all(['Bea', 'Wilf'].map((person) => setUp(graphOf(person), smallPlan, nothing)));
  expect(reports.map(({ outcome, error }) => [outcome, error])).toEqual([
    ['complete', undefined],
    ['complete', undefined],
  ]);
  expect(reports[0]?.info).toEqual(reports[1]?.info);
  const made = await readMade(graphOf('Bea'));
  expect(new Set(made).size).toBe(made.length);
});

it('fault 25: a site owner renames one column and deletes another: shown as drift, nothing is written to a wrong column, and a repair is offered', async () => {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  const drift = openDrift(atWork, info);
  const bea = await atWork.sit('Bea', info);
  await bea.create(assessments, {
    uid: 'front-door-2026.FD-A1.police',
    title: 'FD-A1 Police',
    prompt: 'front-door-2026.FD-A1',
    partner: 'police',
    verdict: 'red',
  });
  await drift.changeColumn('assessments', 'Impact', { displayName: 'What it means' });
  await drift.removeColumn('assessments', 'Reason');
  // One of the same name and another kind, which would take the words and keep something else.
  await drift.addColumn('assessments', { name: 'Reason', displayName: 'Reason', number: {} });
  const seen = rowOf(bea, assessments, 'front-door-2026.FD-A1.police');
  // Renamed: read and written as before.
  expect(await bea.save(assessments, seen.uid, { impact: 'Children wait' }, seen)).toMatchObject({ outcome: 'saved' });
  // Deleted and made anew as something else: refused before it is sent.
  atWork.sent.length = 0;
  const now = rowOf(bea, assessments, seen.uid);
  await expect(bea.save(assessments, seen.uid, { reason: '7' }, now)).rejects.toMatchObject({ kind: 'refused' });
  const findings = await readFindings(atWork, info);
  expect(findings.map(({ kind, answer }) => [kind, answer]).toSorted()).toEqual([
    ['column-retitled', 'leave'],
    ['column-wrong', 'person'],
  ]);
  await drift.removeColumn('assessments', 'Reason');
  const missing = await readFindings(atWork, info);
  const report = await repair(atWork.graphOf('Bea'), { ...toCheck(info), findings: missing }, nothing);
  expect(report.made).toEqual(['The column Reason of JTAI Assessments']);
  const mended = rowOf(bea, assessments, seen.uid);
  expect(await bea.save(assessments, seen.uid, { reason: 'Nobody is trained' }, mended)).toMatchObject({
    outcome: 'saved',
  });
});

it('fault 26: a list is deleted: told, made again from what this browser holds, and what was being written is kept', async () => {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  const drift = openDrift(atWork, info);
  const bea = await atWork.sit('Bea', info);
  const row = { uid: 'e1', title: 'Audit', partner: 'police', state: 'draft' } as const;
  await bea.create(evidence, row);
  await drift.removeList('evidence');
  const seen = rowOf(bea, evidence, 'e1');
  await expect(bea.save(evidence, 'e1', { note: 'Written meanwhile' }, seen)).rejects.toMatchObject({
    message: expect.stringMatching(/^The list JTAI Evidence is not/),
  });
  await bea.pull();
  expect(bea.pullError()?.message).toMatch(/is not there/);
  expect(rowsOf(bea, evidence)).toHaveLength(1);
  const held: ToCheck['held'] = (list) => (list.name === evidence.name ? (rowsOf(bea, evidence) as never) : []);
  const [finding] = await readFindings(atWork, info, { held });
  expect(finding).toMatchObject({ kind: 'list-missing', answer: 'mend' });
  expect(finding?.page?.url).toMatch(/RecycleBin\.aspx/i);
  const findings = finding ? [finding] : [];
  const report = await repair(atWork.graphOf('Bea'), { ...toCheck(info), held, findings }, nothing);
  expect(report).toMatchObject({ outcome: 'complete' });
  const again = await atWork.sit('Dorian', report.info ?? info);
  expect(rowsOf(again, evidence)).toMatchObject([row]);
});
