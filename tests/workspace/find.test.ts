import { describe, expect, it } from 'vitest';
import { findMyWorkspaces, findWorkspaces, joinWorkspace } from '../../src/workspace/find.ts';
import { setUp } from '../../src/workspace/provision.ts';
import { workspaceLists } from '../../src/workspace/schema/lists.ts';
import { findHere, openAtWork, place, placeOf, smallPlan } from './support/northbridge-at-work.ts';

const general = placeOf('General');
const leaders = placeOf('Case evaluations');
const shared = placeOf('Police and partners');

describe('a channel', () => {
  it('without a workspace says where one would be', async () => {
    const { graphOf } = await openAtWork();
    const found = await findHere(graphOf('Bea'));
    expect(found).toMatchObject({ here: undefined, others: [] });
    expect(found.drive).not.toBe('');
  });

  it('with one opens it, for a guest too, in three calls', async () => {
    const atWork = await openAtWork();
    const info = await atWork.setUp();
    atWork.sent.length = 0;
    const { here } = await findHere(atWork.graphOf('Jomo'));
    expect(here).toEqual(info);
    expect(Object.keys(here?.lists ?? {})).toEqual(workspaceLists.map((list) => list.name));
    expect(atWork.sent).toHaveLength(3);
  });

  it('whose folder Teams has not made yet is not ready, which is no error', async () => {
    const { graphOf, disturb } = await openAtWork();
    disturb((request) =>
      request.url.endsWith('/filesFolder')
        ? Response.json({ error: { code: 'NotFound', message: 'Folder location is not ready yet' } }, { status: 404 })
        : undefined,
    );
    expect(await findWorkspaces(graphOf('Bea'), place)).toEqual({ state: 'not-ready' });
  });

  it('that I am not in is not there for me', async () => {
    const { graphOf } = await openAtWork();
    await expect(findWorkspaces(graphOf('Kit'), leaders)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(findWorkspaces(graphOf('Edwin'), place)).rejects.toMatchObject({
      kind: expect.stringMatching(/not-found|forbidden/),
    });
  });

  it('opens its workspace after somebody has renamed the lists', async () => {
    const atWork = await openAtWork();
    const info = await atWork.setUp();
    const bea = await atWork.northbridge.as('Bea');
    await bea(`/sites/${info.site}/lists/${info.lists.partners}`, {
      method: 'PATCH',
      json: { displayName: 'Agencies' },
    });
    expect((await findHere(atWork.graphOf('Bea'))).here).toEqual(info);
  });
});

describe('a second standard channel', () => {
  it('offers the workspace of the first, and opens it once it has joined', async () => {
    const atWork = await openAtWork();
    const info = await atWork.setUp();
    const graph = atWork.graphOf('Bea');
    const before = await findHere(graph, general);
    expect(before).toMatchObject({ here: undefined, others: [info] });
    const joined = await joinWorkspace(graph, info, general);
    expect(joined.channels).toEqual([place.channelId, general.channelId]);
    expect(await findHere(graph, general)).toMatchObject({ here: joined, others: [] });
    expect((await findHere(graph)).here).toEqual(joined);
  });

  it('two channels that join at once both join', async () => {
    const atWork = await openAtWork();
    const info = await atWork.setUp();
    const graph = atWork.graphOf('Bea');
    const practice = placeOf('Policy and practice');
    await Promise.all([joinWorkspace(graph, info, general), joinWorkspace(graph, info, practice)]);
    const { here } = await findHere(graph);
    expect(here?.channels.toSorted()).toEqual([general, place, practice].map((one) => one.channelId).toSorted());
  });

  it('can make a workspace of its own on the same site, with lists of its own', async () => {
    const atWork = await openAtWork();
    const info = await atWork.setUp();
    const other = await atWork.setUp({ ...smallPlan, place: general, partnershipName: 'Practice group' });
    expect(other.site).toBe(info.site);
    expect(other.drive).toBe(info.drive);
    expect(other.id).not.toBe(info.id);
    expect(other.homeFolder).not.toBe(info.homeFolder);
    expect(Object.values(other.lists)).not.toContain(info.lists.partners);
    const graph = atWork.graphOf('Bea');
    expect(await findHere(graph, general)).toMatchObject({ here: { id: other.id }, others: [{ id: info.id }] });
  });
});

it.each([
  ['private', leaders],
  ['shared', shared],
])('a %s channel has its workspace on a site of its own', async (_, own) => {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  const other = await atWork.setUp({ ...smallPlan, place: own });
  expect(other.site).not.toBe(info.site);
  expect(other.drive).not.toBe(info.drive);
  expect(await findHere(atWork.graphOf('Bea'), own)).toMatchObject({ here: { id: other.id }, others: [] });
});

describe('the personal tab', () => {
  it('lists every workspace that I can open, and no other', async () => {
    const atWork = await openAtWork();
    await atWork.setUp();
    const report = await setUp(
      atWork.graphOf('Bea'),
      { ...smallPlan, place: leaders, partnershipName: 'Evaluations' },
      () => undefined,
    );
    expect(report.outcome).toBe('complete');
    const mine = async (person: string) => {
      const { workspaces, unread } = await findMyWorkspaces(atWork.graphOf(person));
      expect(unread).toBe(0);
      return workspaces.map((one) => `${one.teamName}: ${one.info.title} in ${one.place.channelName}`).toSorted();
    };
    const everybodys = `Northbridge Partnership: ${smallPlan.partnershipName} in JTAI preparation`;
    expect(await mine('Kit')).toEqual([everybodys]);
    expect(await mine('Jomo')).toEqual([everybodys]);
    expect(await mine('Bea')).toEqual(['Northbridge Partnership: Evaluations in Case evaluations', everybodys]);
  });
});
