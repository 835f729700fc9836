import type { WorkspaceInfo } from '../../../src/workspace/find.ts';
import type { Finding } from '../../../src/workspace/provision/finding.ts';
import { inspect } from '../../../src/workspace/provision/inspect.ts';
import type { ToCheck } from '../../../src/workspace/provision/read-plan.ts';
import { type AtWork, place, smallPlan } from './northbridge-at-work.ts';

type Column = { readonly id: string; readonly name: string };

/** What a site owner can do to a workspace behind our back, in SharePoint's own pages. */
export function openDrift(atWork: AtWork, info: WorkspaceInfo) {
  const listPath = (list: string) => `/sites/${info.site}/lists/${info.lists[list]}`;

  async function send(method: string, path: string, json?: unknown): Promise<unknown> {
    const owner = await atWork.northbridge.as('Bea');
    const answer = await owner(path, json === undefined ? { method } : { method, json });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  async function columnPath(list: string, name: string): Promise<string> {
    const path = `${listPath(list)}/columns`;
    const { value } = (await send('GET', `${path}?$select=id,name,hidden`)) as { value: readonly Column[] };
    const column = value.find((one) => one.name === name);
    if (!column) throw new Error(`${list} has no column ${name}`);
    return `${path}/${column.id}`;
  }

  return {
    send,
    listPath,
    removeList: (list: string) => send('DELETE', listPath(list)),
    changeList: (list: string, change: object) => send('PATCH', listPath(list), change),
    removeColumn: async (list: string, name: string) => send('DELETE', await columnPath(list, name)),
    addColumn: (list: string, column: object) => send('POST', `${listPath(list)}/columns`, column),
    changeColumn: async (list: string, name: string, change: object) =>
      send('PATCH', await columnPath(list, name), change),
    readColumn: async (list: string, name: string) =>
      (await send('GET', await columnPath(list, name))) as { readonly [fact: string]: unknown },
    changeFolder: (item: string, change: object) => send('PATCH', `/drives/${info.drive}/items/${item}`, change),
    removeFolder: (item: string) => send('DELETE', `/drives/${info.drive}/items/${item}`),
  };
}

export const toCheck = (info: WorkspaceInfo): ToCheck => ({ info, place, findPack: () => smallPlan.themes[0]?.pack });

/** What a check finds, as a person reads it. */
export async function readFindings(
  atWork: AtWork,
  info: WorkspaceInfo,
  more?: Partial<ToCheck>,
): Promise<readonly Finding[]> {
  return (await inspect(atWork.graphOf('Bea'), { ...toCheck(info), ...more })).findings;
}
