import type { Graph } from '../graph/client.ts';
import { GraphError } from '../graph/errors.ts';
import { getItems } from '../graph/items.ts';
import { refusal } from '../graph/refusals.ts';
import type { WorkspaceInfo } from './find.ts';
import type { Place } from './place.ts';
import { runSteps, type SetUpProgress, type SetUpStep } from './provision/run-steps.ts';
import { finish, type Making, planSteps } from './provision/steps.ts';
import { toWorkspaceId } from './registry.ts';
import type { List, RowOf } from './schema/define-list.ts';
import { partners, themes, workspaceLists } from './schema/lists.ts';
import { fromItem, toFieldNames } from './schema/mapping.ts';
import { type PlannedPack, type PlannedPartner, type SetUpPlan, toSavedPlan } from './set-up-plan.ts';

export type { SetUpProgress, SetUpStep };

export type SetUpReport = {
  readonly outcome: 'complete' | 'stopped';
  readonly steps: readonly SetUpStep[];
  /** What was missing and has been made, in words, one line each. */
  readonly made: readonly string[];
  /** There after the list of workspaces has its row, even if a later step failed. */
  readonly info?: WorkspaceInfo | undefined;
  readonly error?: GraphError | undefined;
};

/** Set-up may be asked to wait for some minutes in all; it says so while it does. */
const PATIENCE_SECONDS = 300;

/** Makes the workspace of a channel, or completes one that was begun. Safe to run again and to run twice at once. */
export async function setUp(
  graph: Graph,
  plan: SetUpPlan,
  onProgress: (progress: SetUpProgress) => void,
): Promise<SetUpReport> {
  const workspace = await toWorkspaceId(plan.place.channelId);
  return make(graph, { workspace, plan, site: '', drive: '', folder: '' }, onProgress);
}

/** The same run, from what the workspace itself says; `findPack` gives the packs of its themes. */
export async function checkAndRepair(
  graph: Graph,
  repair: {
    readonly info: WorkspaceInfo;
    readonly place: Place;
    readonly findPack: (id: string) => PlannedPack | undefined | Promise<PlannedPack | undefined>;
  },
  onProgress: (progress: SetUpProgress) => void,
): Promise<SetUpReport> {
  const { id, site, drive, homeFolder } = repair.info;
  const plan = await readPlanFrom(graph, repair);
  return make(graph, { workspace: id, plan, site, drive, folder: homeFolder }, onProgress);
}

async function make(
  graph: Graph,
  start: Pick<Making, 'workspace' | 'plan' | 'site' | 'drive' | 'folder'>,
  onProgress: (progress: SetUpProgress) => void,
): Promise<SetUpReport> {
  const patient = graph.withPatience(PATIENCE_SECONDS);
  const making: Making = {
    ...start,
    graph: patient,
    siteLists: [],
    lists: new Map(),
    registryItem: undefined,
    info: undefined,
  };
  const report = await runSteps(patient, planSteps(making), onProgress);
  let error = report.error;
  if (!error) {
    await finish(making).catch((failure: unknown) => {
      error = failure instanceof GraphError ? failure : refusal('unreadable', { cause: failure });
    });
  }
  const made = workspaceLists.flatMap(({ name }) => {
    const at = making.lists.get(name);
    return at ? [[name, at.list] as const] : [];
  });
  const unfinished = error ? toSavedPlan(making.plan) : undefined;
  return {
    outcome: error ? 'stopped' : 'complete',
    steps: report.steps,
    made: report.made,
    info: making.info && { ...making.info, lists: Object.fromEntries(made), unfinished },
    error,
  };
}

/** What the workspace holds is the plan; where set-up never ended, what it was asked to make comes on top. */
async function readPlanFrom(
  graph: Graph,
  { info, place, findPack }: Parameters<typeof checkAndRepair>[1],
): Promise<SetUpPlan> {
  const heldPartners = await readRows(graph, info, partners);
  const heldThemes = await readRows(graph, info, themes);
  const removed = new Set(heldPartners.filter((partner) => partner.removedOn).map((partner) => partner.uid));
  const named = new Map<string, PlannedPartner>();
  for (const { uid, title } of [...(info.unfinished?.partners ?? []), ...heldPartners]) named.set(uid, { uid, title });
  const wanted = [
    ...(info.unfinished?.themes ?? []).map(({ pack, year }) => ({ pack, year, title: pack })),
    ...heldThemes,
  ];
  const planned = new Map<string, SetUpPlan['themes'][number]>();
  for (const { pack: id, year, title } of wanted) {
    // Of a pack that this version does not know, rows and folders are checked and prompts are left as they are.
    const pack = (await findPack(id)) ?? { id, title, version: '', prompts: [] };
    planned.set(`${id} ${year}`, { pack, year });
  }
  return {
    place,
    partnershipName: info.title,
    partners: [...named.values()].filter((partner) => !removed.has(partner.uid)),
    people: info.unfinished?.people ?? [],
    themes: [...planned.values()],
  };
}

async function readRows<L extends List>(graph: Graph, info: WorkspaceInfo, list: L): Promise<readonly RowOf<L>[]> {
  const id = info.lists[list.name];
  if (!id) return [];
  const items = await getItems(graph, { site: info.site, list: id }, toFieldNames(list));
  return items.flatMap((item) => fromItem(list, item) ?? []);
}
