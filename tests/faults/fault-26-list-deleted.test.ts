import { describe, expect, it } from 'vitest';
import type { GraphError } from '../../src/graph/errors.ts';
import type { WorkspaceInfo } from '../../src/workspace/find.ts';
import { repair } from '../../src/workspace/provision.ts';
import { assessments, partners } from '../../src/workspace/schema/lists.ts';
import { openDrift, readFindings, toCheck } from '../workspace/support/drift.ts';
import { findHere, openAtWork } from '../workspace/support/northbridge-at-work.ts';
import { rowOf, rowsOf } from '../workspace/support/rows.ts';

const FIRST = 'front-door-2026.FD-A1.police';
const SECOND = 'front-door-2026.FD-A2.police';
const answer = (uid: string, reason: string) => ({
  uid,
  title: uid,
  prompt: uid.replace('.police', ''),
  partner: 'police',
  reason,
});

async function openWithAnswers() {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  const desk = await atWork.sit('Dorian', info);
  await desk.create(assessments, answer(FIRST, 'Night contacts wait.'));
  await desk.create(assessments, answer(SECOND, 'Referrers ring first.'));
  return { atWork, info, desk, drift: openDrift(atWork, info) };
}

describe('fault 26: a list is deleted', () => {
  it('the person is told, in the line above the screen and at the next change, and may go on reading', async () => {
    const { info, desk, drift } = await openWithAnswers();
    await drift.removeList('assessments');
    await desk.pull();
    expect(desk.pullError()?.message).toBe(
      'A list of this workspace is not there. "Check and repair" in Settings makes it again.',
    );
    expect(rowsOf(desk, assessments)).toHaveLength(2);
    const seen = rowOf(desk, assessments, FIRST);
    const said = await desk
      .save(assessments, FIRST, { reason: 'Changed.' }, seen)
      .catch((error: GraphError) => error.message);
    expect(said).toBe('The list JTAI Assessments is not there. "Check and repair" in Settings says what to do.');
    expect(info.lists.assessments).toBeDefined();
  });

  it("a check leads to the site's recycle bin first, and says with how much the list can be made again", async () => {
    const { atWork, info, desk, drift } = await openWithAnswers();
    await drift.removeList('assessments');
    const [finding, ...others] = await readFindings(atWork, info, { held: desk.held });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      kind: 'list-missing',
      answer: 'mend',
      what: `The list JTAI Assessments ${info.id} is not there: somebody deleted it, or this version has it new.`,
      next: "If it was deleted, restore it from the site's recycle bin to keep everything that was in it. Otherwise it is made again with the 2 rows that this browser holds.",
      page: { title: "The site's recycle bin" },
    });
    expect(finding?.page?.url).toMatch(
      /^https:\/\/northbridge\.sharepoint\.com\/sites\/.+\/_layouts\/15\/RecycleBin\.aspx$/,
    );
    const [bare] = await readFindings(atWork, info);
    expect(bare?.next).toContain('Otherwise it is made, empty: this browser holds no rows of it.');
  });

  it('made again from what this browser holds, it has the rows, and edits that were waiting arrive', async () => {
    const { atWork, info, desk, drift } = await openWithAnswers();
    await drift.removeList('assessments');
    atWork.disturb(() => 'lost before');
    const seen = rowOf(desk, assessments, FIRST);
    const kept = await desk.save(assessments, FIRST, { reason: 'Changed while it was gone.' }, seen);
    expect(kept.outcome).toBe('kept');
    expect(desk.status().pending).toHaveLength(1);
    atWork.disturb(() => undefined);

    const findings = await readFindings(atWork, info, { held: desk.held });
    const graph = atWork.graphOf('Bea');
    const report = await repair(graph, { ...toCheck(info), held: desk.held, findings }, () => undefined);
    expect(report).toMatchObject({ outcome: 'complete' });
    expect(report.made).toEqual([
      `The list JTAI Assessments ${info.id}`,
      `JTAI Assessments: ${FIRST}`,
      `JTAI Assessments: ${SECOND}`,
    ]);
    expect(report.info?.lists.assessments).not.toBe(info.lists.assessments);

    const again = await atWork.sit('Dorian', report.info as WorkspaceInfo);
    expect(rowsOf(again, assessments).map((row) => [row.uid, row.reason])).toEqual([
      [FIRST, 'Changed while it was gone.'],
      [SECOND, 'Referrers ring first.'],
    ]);
    expect((await findHere(graph)).here).toEqual(report.info);
    expect(await readFindings(atWork, report.info as WorkspaceInfo)).toEqual([]);
  });

  it('cut while its rows go back, mending again from the same findings puts in the rest', async () => {
    const { atWork, info, desk, drift } = await openWithAnswers();
    await drift.removeList('assessments');
    const more = { ...toCheck(info), held: desk.held };
    const findings = await readFindings(atWork, info, more);
    atWork.disturb((request) =>
      /\/items$/.test(new URL(request.url).pathname) && request.method === 'POST' ? 'lost after' : undefined,
    );
    const graph = atWork.graphOf('Bea');
    await repair(graph, { ...more, findings }, () => undefined);
    atWork.disturb(() => undefined);
    const report = await repair(graph, { ...more, findings }, () => undefined);
    expect(report).toMatchObject({ outcome: 'complete' });
    const again = await atWork.sit('Dorian', report.info as WorkspaceInfo);
    expect(rowsOf(again, assessments)).toHaveLength(2);
  });

  it('with the list of partners gone too, the folders are still checked against the partners that the browser holds', async () => {
    const { atWork, info, desk, drift } = await openWithAnswers();
    await drift.removeList('partners');
    const more = { ...toCheck(info), held: desk.held };
    const findings = await readFindings(atWork, info, more);
    expect(findings.map((finding) => finding.what)).toEqual([
      `The list JTAI Partners ${info.id} is not there: somebody deleted it, or this version has it new.`,
      'Partners: 2 of 2 are not in the list: Council and Police.',
    ]);
    const report = await repair(atWork.graphOf('Bea'), { ...more, findings }, () => undefined);
    const again = await atWork.sit('Bea', report.info as WorkspaceInfo);
    expect(rowsOf(again, partners).map((row) => row.title)).toEqual(['Council', 'Police']);
  });

  it('restored from the recycle bin after it was made again, there are two: a person is asked to choose', async () => {
    const { atWork, info, drift } = await openWithAnswers();
    const { send } = drift;
    await send('POST', `/sites/${info.site}/lists`, {
      displayName: 'JTAI Assessments restored',
      description: `JTAI Ready workspace ${info.id}, list assessments, version 1.`,
      list: { template: 'genericList' },
    });
    expect(await readFindings(atWork, info)).toMatchObject([
      {
        kind: 'list-doubled',
        answer: 'person',
        what: `There are 2 lists that say they are JTAI Assessments ${info.id}. The oldest, JTAI Assessments ${info.id}, is the one that is used.`,
        next: 'Look into the others in SharePoint, copy what you need, and delete them there.',
      },
    ]);
    expect((await findHere(atWork.graphOf('Bea'))).here).toEqual(info);
  });
});
