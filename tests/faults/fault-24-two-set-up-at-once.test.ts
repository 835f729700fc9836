import { expect, it } from 'vitest';
import { getChildren, type LibraryItem } from '../../src/graph/drive.ts';
import { getItems } from '../../src/graph/items.ts';
import { getLists } from '../../src/graph/lists.ts';
import { setUp } from '../../src/workspace/provision.ts';
import { readFindings } from '../workspace/support/drift.ts';
import { findHere, openAtWork, smallPlan } from '../workspace/support/northbridge-at-work.ts';

it.each([0, 1, 4, 9, 20, 33, 50])(
  'fault 24: two people run set-up at once, the second %i requests behind: one result, the other adopts it',
  async (behind) => {
    const atWork = await openAtWork();
    const [bea, wilf] = [atWork.graphOf('Bea'), atWork.graphOf('Wilf')];
    const first = setUp(bea, smallPlan, () => undefined);
    while (atWork.sent.length < behind) await new Promise((resolve) => setImmediate(resolve));
    const second = setUp(wilf, { ...smallPlan, partnershipName: 'A name of my own' }, () => undefined);
    const reports = await Promise.all([first, second]);

    for (const report of reports) {
      expect(report).toMatchObject({ outcome: 'complete', error: undefined });
      expect(report.steps.every((step) => step.state === 'done')).toBe(true);
    }
    expect(reports[1].info).toEqual(reports[0].info);
    const made = reports.flatMap((report) => report.made);
    expect(new Set(made).size, 'nothing was made by both').toBe(made.length);

    const { here, others, site, drive, folder } = await findHere(bea);
    expect(others).toEqual([]);
    expect(here).toEqual(reports[0].info);
    expect(here?.unfinished).toBeUndefined();
    const titles = (await getLists(bea, site)).map((list) => list.title);
    expect(new Set(titles).size).toBe(titles.length);
    for (const list of Object.values(here?.lists ?? {})) {
      const keys = (await getItems(bea, { site, list }, ['Uid'])).map((item) => item.fields.Uid);
      expect(new Set(keys).size).toBe(keys.length);
    }
    const names = (items: readonly LibraryItem[]) => items.map((item) => item.name).toSorted();
    expect(names(await getChildren(bea, drive, folder))).toEqual(['2026 JTAI Front door']);
    expect(here && (await readFindings(atWork, here))).toEqual([]);
  },
);
