import { themeKey } from '../../domain/checklist/keys.ts';
import { runAtOnce } from '../../graph/at-once.ts';
import type { Graph } from '../../graph/client.ts';
import { findItem, getItems } from '../../graph/items.ts';
import { getLists, getSiteUrl, type SiteList } from '../../graph/lists.ts';
import type { WorkspaceInfo } from '../find.ts';
import { findList, findOtherVersion } from '../registry.ts';
import { folders, workspaceLists, workspaces } from '../schema/lists.ts';
import { toFieldNames, UID } from '../schema/mapping.ts';
import type { SetUpPlan } from '../set-up-plan.ts';
import { type Finding, nameSome, type Page } from './finding.ts';
import { inspectFolders } from './inspect-folders.ts';
import { type CountHeld, inspectList } from './inspect-lists.ts';
import { type PlannedRows, planPrompts, planRows } from './planned-rows.ts';
import { readPlanFrom, readRows, type ToCheck } from './read-plan.ts';
import { REGISTRY_STEP } from './steps.ts';

export type Inspection = {
  /** What is not as it was made; nothing if all is there. */
  readonly findings: readonly Finding[];
  /** How many lists, sets of rows and folders were looked at. */
  readonly checked: number;
};

/** Looks at all that set-up made and changes nothing. What it finds, `repair` mends when a person has read it. */
export async function inspect(graph: Graph, toCheck: ToCheck): Promise<Inspection> {
  const patient = graph.withPatience(300);
  const { site, id } = toCheck.info;
  const known = await getLists(patient, site);
  const info = refresh(toCheck.info, known);
  const plan = await readPlanFrom(patient, { ...toCheck, info });
  const bin = toBin(await getSiteUrl(patient, site));
  const countHeld: CountHeld = (list) => toCheck.held?.(list).length ?? 0;
  const themes = plan.themes.map(({ pack, year }) => ({ uid: themeKey(pack.id, year), title: pack.title, year }));
  const rows = [...planRows(plan), ...themes.map((theme) => planPrompts(plan, theme))];
  const tracked = new Map((await readRows(patient, info, folders, toCheck.held)).map((row) => [row.uid, row]));
  const place = { drive: info.drive, home: info.homeFolder, rows: tracked, bin };

  const ofRegistry = await inspectRegistry(patient, info, known, bin);
  const ofLists = await runAtOnce(3, workspaceLists, (list) =>
    inspectList(patient, { site, workspace: id, list }, known, { bin, countHeld }),
  );
  const ofRows = await runAtOnce(3, rows, (planned) => inspectRows(patient, info, planned));
  const ofFolders = await runAtOnce(1, themes, (theme) => inspectFolders(patient, place, theme, plan.partners));
  return {
    findings: [ofRegistry, ...ofLists, ...ofRows, ...ofFolders].flat(),
    checked: 1 + workspaceLists.length + rows.length + countFolders(plan),
  };
}

const countFolders = (plan: SetUpPlan) => plan.themes.length * (1 + plan.partners.length);

/** The page on which people bring back what somebody deleted. */
function toBin(siteUrl: string): Page {
  return { url: `${siteUrl}/_layouts/15/RecycleBin.aspx`, title: "The site's recycle bin" };
}

/** Where the lists are now: one may have been deleted, or made again, since the tab was opened. */
export function refresh(info: WorkspaceInfo, known: readonly SiteList[]): WorkspaceInfo {
  const found = workspaceLists.flatMap((list) => {
    const there = findList(known, info.id, list);
    return there ? [[list.name, there.id] as const] : [];
  });
  return { ...info, lists: Object.fromEntries(found), otherVersion: findOtherVersion(known, info.id) };
}

async function inspectRegistry(
  graph: Graph,
  info: WorkspaceInfo,
  known: readonly SiteList[],
  bin: Page,
): Promise<readonly Finding[]> {
  const { site, id } = info;
  const target = { site, workspace: id, list: workspaces };
  const ofList = await inspectList(graph, target, known, { bin, countHeld: () => 1 });
  const findings = ofList.map((finding) => ({ ...finding, step: REGISTRY_STEP }));
  const there = findList(known, id, workspaces);
  if (!there) return findings;
  const row = await findItem(graph, { site, list: there.id }, { name: UID, is: id }, toFieldNames(workspaces));
  if (row) return findings;
  const lost: Finding = {
    id: `${REGISTRY_STEP}-row`,
    kind: 'rows-missing',
    what: `The list ${there.title} does not name this workspace, so the tab would offer to set it up anew.`,
    next: 'It is named there again.',
    answer: 'mend',
    step: REGISTRY_STEP,
  };
  return [...findings, lost];
}

async function inspectRows(graph: Graph, info: WorkspaceInfo, planned: PlannedRows): Promise<readonly Finding[]> {
  const id = info.lists[planned.list.name];
  if (planned.rows.length === 0) return [];
  const items = id ? await getItems(graph, { site: info.site, list: id }, [UID]) : [];
  const there = new Set(items.map((item) => item.fields[UID]));
  const missing = planned.rows.filter((row) => !there.has(row.uid));
  if (missing.length === 0) return [];
  const titles = missing.map((row) => row.title);
  return [
    {
      id: planned.step,
      kind: 'rows-missing',
      what: `${planned.title}: ${missing.length} of ${planned.rows.length} are not in the list: ${nameSome(titles, 3)}.`,
      next: id ? 'They are put in. Rows that are there stay as people have made them.' : 'They are put in.',
      answer: 'mend',
      step: planned.step,
    },
  ];
}
