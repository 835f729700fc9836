import { describe, expect, it } from 'vitest';
import { findItem, removeItem } from '../../../src/graph/items.ts';
import { getLists } from '../../../src/graph/lists.ts';
import { inspect } from '../../../src/workspace/provision/inspect.ts';
import { repair } from '../../../src/workspace/provision.ts';
import { workspaceLists, workspaces } from '../../../src/workspace/schema/lists.ts';
import { openDrift, readFindings, toCheck } from '../support/drift.ts';
import { findHere, openAtWork } from '../support/northbridge-at-work.ts';

async function openDrifted() {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  return { atWork, info, graph: atWork.graphOf('Bea'), drift: openDrift(atWork, info) };
}

const nothing = () => undefined;

describe('a check', () => {
  it('of a whole workspace finds nothing, writes nothing and says how much it looked at', async () => {
    const { atWork, info, graph } = await openDrifted();
    atWork.sent.length = 0;
    expect(await inspect(graph, toCheck(info))).toEqual({ findings: [], checked: workspaceLists.length + 8 });
    expect(atWork.sent.filter((request) => !request.startsWith('GET'))).toEqual([]);
    expect(atWork.sent.length).toBeLessThan(40);
  });

  it('needs no permission to make lists', async () => {
    const { atWork, info, drift } = await openDrifted();
    await drift.removeColumn('evidence', 'Note');
    const reader = atWork.graphOf('Bea', 'User.Read Sites.ReadWrite.All Files.ReadWrite.All');
    expect((await inspect(reader, toCheck(info))).findings).toHaveLength(1);
  });

  it('says for each thing what it is, what is done, and which cannot be done here', async () => {
    const { atWork, info, drift } = await openDrifted();
    await drift.changeColumn('prompts', 'Code', { indexed: false });
    await drift.changeColumn('people', 'Uid', { enforceUniqueValues: false });
    await drift.changeColumn('people', 'Role', { choice: { choices: ['coordinator', 'lead', 'chair'] } });
    await drift.changeColumn('evidence', 'Note', { displayName: 'Remarks' });
    await drift.changeList('partners', { displayName: 'Agencies' });
    await drift.changeList('themes', { description: 'Our themes' });
    const said = await readFindings(atWork, info);
    expect(said.map(({ what, next, answer }) => `${answer}: ${what} ${next}`).toSorted()).toEqual([
      `leave: The column Note of JTAI Evidence is called Remarks in SharePoint now. It stays so: it is read and written as before.`,
      `leave: The list JTAI Partners ${info.id} is called Agencies now. It stays so: the list is found by its description.`,
      'mend: The column Id of JTAI Prompts has lost its index, without which a long list cannot be searched. It is indexed again.',
      'mend: The column Role of JTAI People does not offer deputy and senior leader. That is added. The choices that are there stay.',
      `mend: The description of the list JTAI Themes ${info.id} was changed, so it no longer says that the list is ours. The description is written again.`,
      "mend: The list JTAI People no longer sees to it that each row's key is there once. It does so again.",
    ]);
  });

  it('that finds a key twice asks a person to choose, and names the row', async () => {
    const { atWork, info, drift } = await openDrifted();
    await drift.changeColumn('partners', 'Uid', { enforceUniqueValues: false });
    await drift.send('POST', `${drift.listPath('partners')}/items`, {
      fields: { Uid: 'police', Title: 'Police', Position: 9 },
    });
    expect(await readFindings(atWork, info)).toMatchObject([
      {
        answer: 'person',
        what: "The list JTAI Partners no longer sees to it that each row's key is there once. Two rows have the same key: Police.",
        next: 'Delete the row that is not wanted in SharePoint, and check again.',
      },
    ]);
  });

  it('tells which prompts are not there, and the list of workspaces that forgot this one', async () => {
    const { atWork, info, graph } = await openDrifted();
    const prompts = { site: info.site, list: info.lists.prompts ?? '' };
    const prompt = await findItem(graph, prompts, { name: 'Uid', is: 'front-door-2026.FD-A2' }, ['Uid']);
    if (prompt) await removeItem(graph, prompts, prompt);
    const registry = (await getLists(graph, info.site)).find((list) => list.title === workspaces.title);
    const at = { site: info.site, list: registry?.id ?? '' };
    const row = await findItem(graph, at, { name: 'Uid', is: info.id }, ['Uid']);
    if (row) await removeItem(graph, at, row);
    const findings = await readFindings(atWork, info);
    expect(findings.map((finding) => finding.what)).toEqual([
      'The list JTAI Workspaces does not name this workspace, so the tab would offer to set it up anew.',
      'Prompts for Front door: 1 of 2 are not in the list: Referrers know how.',
    ]);
    const report = await repair(graph, { ...toCheck(info), findings }, nothing);
    expect(report.made).toEqual(['The workspace in the list of workspaces', 'JTAI Prompts: Referrers know how']);
    expect((await findHere(graph)).here).toEqual(info);
  });
});

describe('mending', () => {
  it('does what was announced and nothing else, and the next check finds nothing', async () => {
    const { atWork, info, graph, drift } = await openDrifted();
    await drift.changeColumn('people', 'Role', { choice: { choices: ['coordinator', 'lead', 'chair'] } });
    await drift.changeColumn('prompts', 'Code', { indexed: false });
    const findings = await readFindings(atWork, info);
    await drift.removeColumn('evidence', 'Note');
    const report = await repair(graph, { ...toCheck(info), findings }, nothing);
    expect(report).toMatchObject({ outcome: 'complete' });
    expect(report.made).toEqual([
      'The column Role of JTAI People: its choices',
      'The column Id of JTAI Prompts: its index',
    ]);
    expect(report.steps.map((step) => step.title)).toEqual([
      "The channel's folder",
      'List of workspaces',
      'People list',
      'Prompts list',
    ]);
    expect(await drift.readColumn('people', 'Role')).toMatchObject({
      choice: { choices: ['coordinator', 'lead', 'chair', 'deputy', 'senior leader'] },
    });
    expect((await readFindings(atWork, info)).map((finding) => finding.kind)).toEqual(['column-missing']);
  });

  it('cut after any of its writes, mending again from the same findings completes it', async () => {
    for (let cut = 1; ; cut += 1) {
      const { atWork, info, graph, drift } = await openDrifted();
      await drift.removeColumn('evidence', 'Note');
      await drift.removeColumn('evidence', 'Size');
      await drift.removeList('assessments');
      await drift.changeList('themes', { description: 'Our themes' });
      const findings = await readFindings(atWork, info);
      let writes = 0;
      atWork.disturb((request) => {
        if (request.method !== 'GET') writes += 1;
        if (writes < cut) return undefined;
        return writes === cut && request.method !== 'GET' ? 'lost after' : 'lost before';
      });
      const first = await repair(graph, { ...toCheck(info), findings }, nothing);
      atWork.disturb(nothing);
      if (first.outcome === 'complete') {
        expect(cut).toBe(5);
        break;
      }
      expect(first.error?.message).toBe('Microsoft 365 did not answer. Check your connection and try again.');
      expect(await repair(graph, { ...toCheck(info), findings }, nothing)).toMatchObject({ outcome: 'complete' });
      expect(await readFindings(atWork, info)).toEqual([]);
    }
  });

  it('by two people at once makes each thing once', async () => {
    const { atWork, info, drift } = await openDrifted();
    await drift.removeColumn('evidence', 'Note');
    await drift.removeList('assessments');
    await drift.changeColumn('prompts', 'Code', { indexed: false });
    const findings = await readFindings(atWork, info);
    const reports = await Promise.all(
      ['Bea', 'Wilf'].map((person) => repair(atWork.graphOf(person), { ...toCheck(info), findings }, nothing)),
    );
    expect(reports.map((report) => report.outcome)).toEqual(['complete', 'complete']);
    const titles = (await getLists(atWork.graphOf('Bea'), info.site)).map((list) => list.title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(await readFindings(atWork, info)).toEqual([]);
  });
});
