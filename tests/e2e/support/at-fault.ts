import type { BrowserContext, Locator } from 'playwright';
import { expect } from 'vitest';
import { homeChannel, people, team } from '../../../infra/demo/northbridge.ts';
import { goTo } from './at-work.ts';
import type { Visit, Visitor, World } from './open-world.ts';

// What tests of faults do and read, on the answers of the police lead.

export const CHANNEL = 'JTAI preparation';
export const HERE: Visit = { channel: CHANNEL, tab: 'JTAI Ready' };
export const DORIAN = 'Dorian Hexwell';
export const MARTA = 'Marta Oakhollow';
/** Writing rows of lists, and nothing else. */
export const ROWS = '/lists/[^/]+/items';

export const idOf = (name: string) => people.find((each) => each.name === name)?.id;
export const panelOf = ({ tab }: Visitor) => tab.getByRole('dialog');
export const clashOf = ({ tab }: Visitor) => tab.getByRole('dialog', { name: 'Two people changed this answer' });
export const waitingOf = ({ tab }: Visitor) => tab.getByRole('dialog', { name: 'Changes that are not saved yet' });
export const reasonOf = (visitor: Visitor) => panelOf(visitor).getByLabel('Reason');

export async function openAnswer(visitor: Visitor, code: string): Promise<Locator> {
  await goTo(visitor, 'Checklist');
  await visitor.tab.getByRole('gridcell', { name: new RegExp(`^${code}, Police, `) }).click();
  await panelOf(visitor).getByRole('radiogroup', { name: 'Verdict', exact: true }).waitFor();
  return panelOf(visitor);
}

export async function close(visitor: Visitor): Promise<void> {
  await panelOf(visitor).getByRole('button', { name: 'Close', exact: true }).click();
}

export async function showWaiting(visitor: Visitor): Promise<Locator> {
  await visitor.tab.getByRole('button', { name: 'Show what waits' }).click();
  await waitingOf(visitor).waitFor();
  return waitingOf(visitor);
}

/** Files that a browser has fetched whole. */
const fetched = new WeakMap<BrowserContext, Set<string>>();

export async function come(world: World, name: string, visit?: Visit): Promise<Visitor> {
  const visitor = await world.signIn(name);
  const files = new Set<string>();
  fetched.set(visitor.context, files);
  visitor.context.on('requestfinished', (request) => files.add(new URL(request.url()).pathname));
  visitor.context.setDefaultTimeout(20_000);
  if (visit?.channel) await visitor.openChannel(visit.channel);
  if (visit?.tab) await visitor.openTab(visit.tab);
  return visitor;
}

/** Takes the network away, once the page has all of itself. */
export async function goOffline({ context }: Visitor): Promise<void> {
  const has = (part: string) => [...(fetched.get(context) ?? [])].some((path) => path.includes(part));
  for (const part of ['changes-panel', 'edit-clash', 'answer-clash']) {
    await expect.poll(() => has(part), { timeout: 20_000 }).toBe(true);
  }
  await context.setOffline(true);
}

export const allSaved = ({ tab }: Visitor) => tab.getByText('All saved').waitFor();

/** Opens the tab anew, as after a reload; whatever the page held in memory is gone. */
export async function reload(visitor: Visitor): Promise<void> {
  await visitor.page.reload();
  await visitor.openChannel(CHANNEL);
  await visitor.openTab('JTAI Ready');
}

export async function breakWrites(
  world: World,
  does: object,
  where: object = {},
  times: number | 'all' = 'all',
): Promise<void> {
  await world.control('/faults', { where: { path: ROWS, method: 'PATCH', user: idOf(DORIAN), ...where }, does, times });
}

export const writesOf = ({ watched }: World) =>
  watched.requests.filter(({ method, url }) => method === 'PATCH' && url.includes('/items/'));

/** A person whose browser's time can be put forward. */
export async function signInWithClock(world: World): Promise<Visitor> {
  const visitor = await come(world, DORIAN);
  await visitor.page.clock.install();
  await reload(visitor);
  return visitor;
}

/** Removes an answer behind everybody's back, as somebody does in SharePoint itself. */
export async function removeRow(world: World, code: string): Promise<void> {
  const ask = async (path: string, method = 'GET') => {
    const answered = await world.askGraph('Bea Thistledown', ['Sites.ReadWrite.All', 'Files.ReadWrite.All'], path, {
      method,
    });
    return (answered.status === 204 ? {} : await answered.json()) as {
      parentReference: { driveId: string; siteId: string };
      value: { id: string; displayName: string; fields: { Uid: string } }[];
    };
  };
  const folder = await ask(`/teams/${team.id}/channels/${homeChannel.id}/filesFolder`);
  const root = await ask(`/drives/${folder.parentReference.driveId}/root`);
  const site = root.parentReference.siteId;
  const lists = await ask(`/sites/${site}/lists?$select=id,displayName`);
  const list = lists.value.find(({ displayName }) => displayName.startsWith('JTAI Assessments'));
  const items = await ask(`/sites/${site}/lists/${list?.id}/items?$expand=fields($select=Uid)&$top=1000`);
  const item = items.value.find(({ fields }) => fields.Uid.endsWith(`.${code}.police`));
  await ask(`/sites/${site}/lists/${list?.id}/items/${item?.id}`, 'DELETE');
}

/** Whether this browser has read every list to its end, and has noted when. */
export async function hasReadAll(visitor: Visitor): Promise<boolean> {
  const frame = await visitor.frame();
  return await frame.evaluate(() => Object.keys(localStorage).some((name) => name.endsWith('.read-at')));
}

/** The drafts that the tab's browser storage holds at this moment, as text. */
export async function readKeptDrafts(visitor: Visitor): Promise<string[]> {
  const frame = await visitor.frame();
  return await frame.evaluate(async () => {
    const found: string[] = [];
    for (const { name = '' } of (await indexedDB.databases()).filter(
      (each) => each.name?.startsWith('jtai.') && !each.name.endsWith('.files'),
    )) {
      const opening = indexedDB.open(name);
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const reading = database.transaction('drafts').objectStore('drafts').getAll();
      const drafts = await new Promise<unknown[]>((resolve, reject) => {
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
      });
      found.push(...drafts.map((draft) => JSON.stringify(draft)));
      database.close();
    }
    return found;
  });
}
