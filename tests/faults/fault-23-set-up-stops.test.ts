import { describe, expect, it } from 'vitest';
import { getItems } from '../../src/graph/items.ts';
import { getLists } from '../../src/graph/lists.ts';
import { findPath } from '../../src/workspace/library.ts';
import { checkAndRepair, setUp } from '../../src/workspace/provision.ts';
import { readFindings, toCheck } from '../workspace/support/drift.ts';
import { readLibrary } from '../workspace/support/library.ts';
import { type AtWork, findHere, openAtWork, smallPlan } from '../workspace/support/northbridge-at-work.ts';

const nothing = () => undefined;

/** All that set-up makes, by name: a list, a folder or a row that is there twice shows twice. */
async function readAll(atWork: AtWork): Promise<readonly string[]> {
  const graph = atWork.graphOf('Bea');
  const { site, drive, folder } = await findHere(graph);
  const lists = (await getLists(graph, site)).filter((list) => list.title.startsWith('JTAI '));
  const rows = await Promise.all(
    lists.map(async ({ id, title }) =>
      (await getItems(graph, { site, list: id }, ['Uid'])).map((item) => `${title}: ${item.fields.Uid}`),
    ),
  );
  const items = await readLibrary(graph, drive);
  const byId = new Map(items.map((item) => [item.id, item]));
  const folders = items.map((item) => (findPath(byId, item.id, folder) ?? []).map(({ name }) => name).join('/'));
  return [...lists.map((list) => list.title), ...rows.flat(), ...folders.filter((path) => path !== '')].toSorted();
}

describe('fault 23: set-up stops after step k, for every k', () => {
  it('and says why; run again by whoever comes next, it completes, doubles nothing and reports what was missing', async () => {
    const whole = await openAtWork();
    const { steps, made } = await setUp(whole.graphOf('Bea'), smallPlan, nothing);
    const wanted = await readAll(whole);
    expect(new Set(wanted).size).toBe(wanted.length);

    for (let k = 2; k < steps.length; k += 1) {
      const atWork = await openAtWork();
      let isCut = false;
      atWork.disturb(() => (isCut ? 'lost before' : undefined));
      const stopped = await setUp(atWork.graphOf('Bea'), smallPlan, ({ done }) => {
        isCut = done >= k;
      });
      expect(stopped.outcome, `cut after step ${k}`).toBe('stopped');
      expect(stopped.error?.message).toBe('Microsoft 365 did not answer. Check your connection and try again.');
      expect(stopped.steps.find((step) => step.state === 'failed')?.note).toBe(stopped.error?.message);
      atWork.disturb(nothing);

      // Another person opens the tab: it is offered to carry on from what the workspace itself says.
      const { here } = await findHere(atWork.graphOf('Wilf'));
      if (!here) throw new Error(`After step ${k} nobody finds the workspace`);
      expect(here.unfinished).toMatchObject({ partners: smallPlan.partners });
      const again = await checkAndRepair(atWork.graphOf('Wilf'), toCheck(here), nothing);
      expect(again.outcome).toBe('complete');
      expect([...stopped.made, ...again.made], `what both runs made, cut after step ${k}`).toEqual(made);
      expect(await readAll(atWork)).toEqual(wanted);
    }
  });

  it('before there is a list of workspaces, it is offered anew, and adopts what is there', async () => {
    const atWork = await openAtWork();
    let isCut = false;
    atWork.disturb((request) => {
      if (isCut) return 'lost before';
      isCut = request.method === 'POST';
      return undefined;
    });
    const stopped = await setUp(atWork.graphOf('Bea'), smallPlan, nothing);
    expect(stopped).toMatchObject({ outcome: 'stopped', made: ['The list JTAI Workspaces'], info: undefined });
    atWork.disturb(nothing);
    expect((await findHere(atWork.graphOf('Wilf'))).here).toBeUndefined();
    expect(await setUp(atWork.graphOf('Wilf'), smallPlan, nothing)).toMatchObject({ outcome: 'complete' });
    const all = await readAll(atWork);
    expect(new Set(all).size).toBe(all.length);
  });

  it('a check of what was left says in words what is missing before anything is made', async () => {
    const atWork = await openAtWork();
    let isCut = false;
    atWork.disturb(() => (isCut ? 'lost before' : undefined));
    await setUp(atWork.graphOf('Bea'), smallPlan, ({ steps }) => {
      isCut = steps.some((step) => step.id === 'folders-front-door-2026' && step.state === 'done');
    });
    atWork.disturb(nothing);
    const { here } = await findHere(atWork.graphOf('Bea'));
    if (!here) throw new Error('not found');
    const findings = await readFindings(atWork, here);
    expect(findings.map(({ what, next }) => `${what} ${next}`)).toEqual([
      'The folder Council is not there. It is made, with the folders in it.',
      'The folder Police is not there. It is made, with the folders in it.',
    ]);
  });
});
