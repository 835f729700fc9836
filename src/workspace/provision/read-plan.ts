import type { Graph } from '../../graph/client.ts';
import { getItems } from '../../graph/items.ts';
import type { WorkspaceInfo } from '../find.ts';
import type { Place } from '../place.ts';
import type { List, RowOf } from '../schema/define-list.ts';
import { partners, themes } from '../schema/lists.ts';
import { fromItem, toFieldNames } from '../schema/mapping.ts';
import type { PlannedPack, PlannedPartner, PlannedTheme, SetUpPlan } from '../set-up-plan.ts';

export type FindPack = (
  id: string,
  version?: string | undefined,
) => PlannedPack | undefined | Promise<PlannedPack | undefined>;

/** A workspace that is checked or mended. */
export type ToCheck = {
  readonly info: WorkspaceInfo;
  readonly place: Place;
  /** The pack of that very version; of any, where set-up did not come so far as to say which. */
  readonly findPack: FindPack;
  /** Rows of a list that this browser holds: what there is when the list itself is gone. */
  readonly held?: ((list: List) => readonly RowOf<List>[]) | undefined;
};

/** What the workspace holds is the plan; where set-up never ended, what it was asked to make comes on top. */
export async function readPlanFrom(graph: Graph, { info, place, findPack, held }: ToCheck): Promise<SetUpPlan> {
  const heldPartners = await readRows(graph, info, partners, held);
  const heldThemes = await readRows(graph, info, themes, held);
  const removed = new Set(heldPartners.filter((partner) => partner.removedOn).map((partner) => partner.uid));
  const named = new Map<string, PlannedPartner>();
  for (const { uid, title } of [...(info.unfinished?.partners ?? []), ...heldPartners]) named.set(uid, { uid, title });
  const wanted = [
    ...(info.unfinished?.themes ?? []).map(({ pack, year }) => ({ pack, year, title: pack, packVersion: undefined })),
    ...heldThemes,
  ];
  const planned = new Map<string, PlannedTheme>();
  for (const { pack: id, year, title, packVersion } of wanted) {
    // Of a pack that this version does not know, rows and folders are checked and prompts are left as they are.
    const pack = (await findPack(id, packVersion)) ?? { id, title, version: packVersion ?? '', prompts: [] };
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

/** The rows of a list; where it is gone, those that the browser holds. */
export async function readRows<L extends List>(
  graph: Graph,
  info: WorkspaceInfo,
  list: L,
  held?: ToCheck['held'],
): Promise<readonly RowOf<L>[]> {
  const id = info.lists[list.name];
  if (!id) return (held?.(list) ?? []) as readonly RowOf<L>[];
  const items = await getItems(graph, { site: info.site, list: id }, toFieldNames(list));
  return items.flatMap((item) => fromItem(list, item) ?? []);
}
