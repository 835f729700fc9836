import { themeKey } from '../domain/checklist/keys.ts';
import type { Graph } from '../graph/client.ts';
import { GraphError } from '../graph/errors.ts';
import { getLists } from '../graph/lists.ts';
import { refusal } from '../graph/refusals.ts';
import type { WorkspaceInfo } from './find.ts';
import type { Finding } from './provision/finding.ts';
import { refresh } from './provision/inspect.ts';
import { stepOfFolders } from './provision/inspect-folders.ts';
import { stepOfList } from './provision/inspect-lists.ts';
import { stepOfRows } from './provision/planned-rows.ts';
import { readPlanFrom, type ToCheck } from './provision/read-plan.ts';
import { runSteps, type SetUpProgress, type SetUpStep } from './provision/run-steps.ts';
import { CHANNEL_STEP, finish, type Making, planSteps, REGISTRY_STEP, stepOfRefill } from './provision/steps.ts';
import { toWorkspaceId } from './registry.ts';
import { themes, workspaceLists } from './schema/lists.ts';
import { type PlannedTheme, type SetUpPlan, toSavedPlan } from './set-up-plan.ts';

export type { Finding, SetUpProgress, SetUpStep };

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

/** The same run over everything, from what the workspace itself says. */
export async function checkAndRepair(
  graph: Graph,
  toCheck: ToCheck,
  onProgress: (progress: SetUpProgress) => void,
): Promise<SetUpReport> {
  return make(graph, await toStart(graph, toCheck, new Set()), onProgress);
}

/**
 * Mends what `inspect` has found and a person has read, and nothing else. What cannot be mended is left. Stopped, it
 * goes on from the same findings; two who mend at once take what the other has made.
 */
export async function repair(
  graph: Graph,
  toCheck: ToCheck & { readonly findings: readonly Finding[] },
  onProgress: (progress: SetUpProgress) => void,
): Promise<SetUpReport> {
  const mended = toCheck.findings.filter((finding) => finding.answer === 'mend');
  const lost = new Map(
    workspaceLists.flatMap((list) =>
      mended.some(({ kind, step }) => kind === 'list-missing' && step === stepOfList(list))
        ? [[list.name, toCheck.held?.(list) ?? []] as const]
        : [],
    ),
  );
  const only = new Set([CHANNEL_STEP, REGISTRY_STEP, ...mended.map((finding) => finding.step)]);
  for (const name of lost.keys()) only.add(stepOfRefill(name));
  return make(graph, { ...(await toStart(graph, toCheck, new Set(lost.keys()))), lost }, onProgress, only);
}

/**
 * Adds a theme to a workspace that is there: its row, its prompts and its folders, and nothing else. Safe to run again:
 * what is there is left as people have made it.
 */
export async function addTheme(
  graph: Graph,
  toCheck: Omit<ToCheck, 'findPack'>,
  theme: PlannedTheme,
  onProgress: (progress: SetUpProgress) => void,
): Promise<SetUpReport> {
  const start = await toStart(graph, { ...toCheck, findPack: () => undefined }, new Set());
  const plan = { ...start.plan, themes: [theme] };
  const uid = themeKey(theme.pack.id, theme.year);
  const only = new Set([
    CHANNEL_STEP,
    REGISTRY_STEP,
    // A workspace of an earlier version lacks columns that the row fills.
    stepOfList(themes),
    stepOfRows('themes'),
    stepOfRows(`prompts-${uid}`),
    ...[undefined, ...plan.partners.map((partner) => partner.uid)].map((partner) => stepOfFolders(uid, partner)),
  ]);
  return make(graph, { ...start, plan }, onProgress, only);
}

/** Where the workspace is, and what it is to hold. A `lost` list that is half filled again does not say that. */
async function toStart(graph: Graph, toCheck: ToCheck, lost: ReadonlySet<string>): Promise<Start> {
  const patient = graph.withPatience(PATIENCE_SECONDS);
  const info = refresh(toCheck.info, await getLists(patient, toCheck.info.site));
  const lists = Object.fromEntries(Object.entries(info.lists).filter(([name]) => !lost.has(name)));
  const plan = await readPlanFrom(patient, { ...toCheck, info: { ...info, lists } });
  const { id: workspace, site, drive, homeFolder: folder, channels } = info;
  return { workspace, plan, site, drive, folder, channels };
}

type Start = Pick<Making, 'workspace' | 'plan' | 'site' | 'drive' | 'folder' | 'channels' | 'lost'>;

async function make(
  graph: Graph,
  start: Start,
  onProgress: (progress: SetUpProgress) => void,
  only?: ReadonlySet<string>,
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
  const steps = planSteps(making).filter((step) => !only || only.has(step.id));
  const report = await runSteps(patient, steps, onProgress);
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
