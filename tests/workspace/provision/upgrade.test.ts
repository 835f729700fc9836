import { describe, expect, it } from 'vitest';
import { createItem, getItems } from '../../../src/graph/items.ts';
import { getLists } from '../../../src/graph/lists.ts';
import type { WorkspaceInfo } from '../../../src/workspace/find.ts';
import { ensureList } from '../../../src/workspace/provision/ensure-list.ts';
import { inspectList } from '../../../src/workspace/provision/inspect-lists.ts';
import { findList, versionOfList } from '../../../src/workspace/registry.ts';
import { actions } from '../../../src/workspace/schema/actions.ts';
import { defineList, type List } from '../../../src/workspace/schema/define-list.ts';
import { laterLists, partners, people, themes, workspaceLists } from '../../../src/workspace/schema/lists.ts';
import { toFieldNames, toNewFields } from '../../../src/workspace/schema/mapping.ts';
import { openDrift, readFindings } from '../support/drift.ts';
import { findHere, openAtWork } from '../support/northbridge-at-work.ts';
import { rowOf } from '../support/rows.ts';

/** People as a later version of the product might declare them. */
const peopleTwo = defineList({
  ...people,
  version: 2,
  columns: {
    ...people.columns,
    role: { ...people.columns.role, choices: [...people.columns.role.choices, 'reviewer'] },
    email: { kind: 'text', title: 'Email', max: 255, indexed: true },
    phone: { kind: 'text', title: 'Phone', max: 30 },
    trainedOn: { kind: 'day', title: 'Trained on' },
  },
});

async function open() {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  const graph = atWork.graphOf('Bea');
  const target = (list: List) => ({ site: info.site, workspace: info.id, list });
  const made: string[] = [];
  const tally = { made: (...what: readonly string[]) => void made.push(...what), found: () => undefined };
  const bring = async (list: List) => ensureList(graph, target(list), await getLists(graph, info.site), tally);
  const look = async (list: List) =>
    inspectList(graph, target(list), await getLists(graph, info.site), {
      bin: { url: 'https://bin.example', title: 'Bin' },
      countHeld: () => 0,
    });
  return { atWork, info, graph, made, bring, look };
}

describe('a newer version', () => {
  it('says what it will add to a live list, and adds columns, indexes and choices around the rows that are there', async () => {
    const { graph, info, made, bring, look } = await open();
    expect((await look(peopleTwo)).map((finding) => finding.what)).toEqual([
      `The list JTAI People ${info.id} was made by an earlier version of JTAI Ready.`,
      'The column Role of JTAI People does not offer reviewer.',
      'The column Email of JTAI People has lost its index, without which a long list cannot be searched.',
      'The column Phone of JTAI People is not there: somebody removed it, or this version has it new.',
      'The column Trained on of JTAI People is not there: somebody removed it, or this version has it new.',
    ]);
    const at = await bring(peopleTwo);
    expect(made).toEqual([
      'The column Role of JTAI People: its choices',
      'The column Email of JTAI People: its index',
      'The column Phone of JTAI People',
      'The column Trained on of JTAI People',
      'The version of the list JTAI People',
    ]);
    expect(await look(peopleTwo)).toEqual([]);
    expect((await getItems(graph, at, toFieldNames(peopleTwo))).length).toBe(3);
    const row = { uid: 'r1', title: 'New', role: 'reviewer', phone: '1', trainedOn: '2026-11-20' } as const;
    await expect(createItem(graph, at, toNewFields(peopleTwo, row), toFieldNames(peopleTwo))).resolves.toBeDefined();
  });

  it('makes a list that is new to a live workspace', async () => {
    const { info, graph, bring } = await open();
    const fresh = defineList({ ...themes, name: 'risks', title: 'JTAI Risks' });
    const at = await bring(fresh);
    expect(findList(await getLists(graph, info.site), info.id, fresh)?.id).toBe(at.list);
  });

  it('that was cut before it wrote its version is seen to be unfinished, and goes on', async () => {
    const { atWork, bring, look } = await open();
    let writes = 0;
    atWork.disturb((request) => {
      if (request.method !== 'GET') writes += 1;
      return writes >= 3 ? 'lost before' : undefined;
    });
    await expect(bring(peopleTwo)).rejects.toMatchObject({ kind: 'unreachable' });
    atWork.disturb(() => undefined);
    expect((await look(peopleTwo)).map((finding) => finding.kind)).toEqual([
      'list-older',
      'column-missing',
      'column-missing',
    ]);
    await bring(peopleTwo);
    expect(await look(peopleTwo)).toEqual([]);
  });
});

describe('an older version', () => {
  it('says that a newer one has been here, and leaves its columns, choices, index and version alone', async () => {
    const { atWork, info, graph, made, bring, look } = await open();
    await bring(peopleTwo);
    made.length = 0;
    await bring(people);
    expect(made).toEqual([]);
    expect(await look(peopleTwo)).toEqual([]);
    expect(await readFindings(atWork, info)).toMatchObject([
      {
        kind: 'list-newer',
        answer: 'leave',
        what: `A newer version of JTAI Ready has been here: the list JTAI People ${info.id} is of version 2, this page knows version 1.`,
        next: 'Reload the page to get the newer version. What it added is left as it is.',
      },
    ]);
    expect((await findHere(graph)).here?.otherVersion).toBe('newer');
  });

  it('changes a row of the newer one and leaves what it does not know in it', async () => {
    const { atWork, info, graph, bring } = await open();
    const at = await bring(peopleTwo);
    const row = { uid: 'r1', title: 'Kit Fernshaw', role: 'reviewer', phone: '0101', trainedOn: '2026-11-20' } as const;
    await createItem(graph, at, toNewFields(peopleTwo, row), toFieldNames(peopleTwo));
    const bea = await atWork.sit('Bea', info);
    const seen = rowOf(bea, people, 'r1');
    await bea.save(people, 'r1', { email: 'kit@example.org' }, seen);
    const items = await getItems(graph, at, toFieldNames(peopleTwo));
    expect(items.find((item) => item.fields.Uid === 'r1')?.fields).toMatchObject({
      Role: 'reviewer',
      Phone: '0101',
      TrainedOn: '2026-11-20T12:00:00Z',
      Email: 'kit@example.org',
    });
  });
});

describe('the version of a live list', () => {
  const found = (description: string) => ({ id: 'l', title: 'JTAI People abcd1234', description });
  const versionIn = (description: string) => versionOfList(found(description), 'abcd1234', people);

  it('is in its description; the first lists did not say, and people may write more behind it', () => {
    expect(versionIn('JTAI Ready workspace abcd1234, list people, version 12.')).toBe(12);
    expect(versionIn('JTAI Ready workspace abcd1234, list people.')).toBe(1);
    expect(versionIn('JTAI Ready workspace abcd1234, list people, version 3. Ask Bea before changing it.')).toBe(3);
  });

  it('is unknown where the description is another list, another workspace or nobody else', () => {
    expect(versionIn('JTAI Ready workspace abcd1234, list people-and-places.')).toBeUndefined();
    expect(versionIn('JTAI Ready workspace ffff1234, list people.')).toBeUndefined();
    expect(versionIn('')).toBeUndefined();
  });

  it('a workspace of the first version is found, and a check names the lists that have got a newer one since', async () => {
    const { atWork, info, graph } = await open();
    const drift = openDrift(atWork, info);
    for (const name of Object.keys(info.lists)) {
      await drift.changeList(name, { description: `JTAI Ready workspace ${info.id}, list ${name}.` });
    }
    expect((await findHere(graph)).here).toMatchObject({ id: info.id, lists: info.lists });
    expect((await readFindings(atWork, info)).map((finding) => finding.what)).toEqual(
      workspaceLists
        .filter((list) => list.version > 1)
        .map((list) => `The list ${list.title} ${info.id} was made by an earlier version of JTAI Ready.`),
    );
  });

  it('an older workspace goes on working without the lists that it never had, and says so to whoever writes there', async () => {
    const { atWork, info, graph } = await open();
    const drift = openDrift(atWork, info);
    for (const name of Object.keys(info.lists)) {
      if (laterLists.has(name)) await drift.removeList(name);
      else await drift.changeList(name, { description: `JTAI Ready workspace ${info.id}, list ${name}.` });
    }
    const { here } = await findHere(graph);
    expect(here?.otherVersion).toBe('older');
    const workspace = await atWork.sit('Bea', here as WorkspaceInfo);
    expect(workspace.rows(actions)).toEqual({ state: 'ready', rows: [] });
    expect(workspace.rows(partners).state).toBe('ready');
    await expect(
      workspace.create(actions, { uid: 'one', title: 'Agree one route', theme: 'front-door-2026' }),
    ).rejects.toThrow('"Check and repair" in Settings adds it');
  });
});
