import { folderKey } from '../../domain/checklist/keys.ts';
import { type FolderPlan, planFolders } from '../../domain/folders.ts';
import { runAtOnce } from '../../graph/at-once.ts';
import type { Graph } from '../../graph/client.ts';
import { findChild, getChildren, type LibraryItem } from '../../graph/drive.ts';
import type { Folder } from '../schema/lists.ts';
import { type FolderPartner, type FolderTheme, findFolder, isMeant } from './ensure-folders.ts';
import { type Finding, joinWords, type Page } from './finding.ts';

export const stepOfFolders = (theme: string, partner?: string | undefined) =>
  `folders-${theme}${partner === undefined ? '' : `-${partner}`}`;

export type FolderInspection = {
  readonly drive: string;
  readonly home: string;
  /** Which folder is whose, by the keys of the rows that say so. */
  readonly rows: ReadonlyMap<string, Folder>;
  readonly bin: Page;
};

/** What of a theme's folders is not as it was made; they are followed by id, so moved and renamed ones stay ours. */
export async function inspectFolders(
  graph: Graph,
  place: FolderInspection,
  theme: FolderTheme,
  partners: readonly FolderPartner[],
): Promise<readonly Finding[]> {
  const plan = planFolders(theme, partners);
  const shared = { ...plan, folders: plan.folders.filter((folder) => folder.partner === undefined) };
  const own = await inspectTracked(graph, place, { plan: shared, theme: theme.uid, parent: place.home });
  const parent = own.item?.id;
  const planned = plan.folders.filter((folder) => folder.partner !== undefined);
  const inside = await runAtOnce(4, planned, (folder) =>
    inspectTracked(graph, place, { plan: folder, theme: theme.uid, parent }),
  );
  return [...own.findings, ...inside.flatMap((one) => one.findings)];
}

type Tracked = {
  readonly plan: FolderPlan;
  readonly theme: string;
  /** Where it was made; undefined if that is itself not there. */
  readonly parent: string | undefined;
};

type Inspected = { readonly item: LibraryItem | undefined; readonly findings: readonly Finding[] };

async function inspectTracked(
  graph: Graph,
  place: FolderInspection,
  { plan, theme, parent }: Tracked,
): Promise<Inspected> {
  const row = place.rows.get(folderKey(theme, plan.partner));
  const step = stepOfFolders(theme, plan.partner);
  const base = { id: step, step };
  const item = row && (await findFolder(graph, place.drive, row.item));
  if (item) {
    const findings = [
      ...(await toMoved(graph, place, item, parent, base)),
      ...toRenamed(item, plan, base),
      ...(await inspectInside(graph, place, item, plan, base)),
    ];
    return { item, findings };
  }
  const sameName = parent && (await findChild(graph, place.drive, parent, plan.name));
  if (sameName && sameName.kind === 'folder') {
    const what = row
      ? `The folder ${plan.name} is not the one that was made: that is gone, and another has its name.`
      : `Nothing says whose the folder ${plan.name} is.`;
    const unlisted: Finding = {
      ...base,
      kind: 'folder-unlisted',
      what,
      next: 'The one that is there is taken, with what is in it.',
      answer: 'mend',
    };
    return { item: sameName, findings: [unlisted, ...(await inspectInside(graph, place, sameName, plan, base))] };
  }
  const missing: Finding = {
    ...base,
    kind: 'folder-missing',
    what: row
      ? `The folder ${row.title} is not in the channel's library. It may be in the site's recycle bin, or in another library.`
      : `The folder ${plan.name} is not there.`,
    next: row
      ? 'Restore it there to keep the documents in it. Otherwise it is made again, empty.'
      : 'It is made, with the folders in it.',
    answer: 'mend',
    page: row && place.bin,
  };
  return { item: undefined, findings: [missing] };
}

async function toMoved(
  graph: Graph,
  place: FolderInspection,
  item: LibraryItem,
  parent: string | undefined,
  base: Pick<Finding, 'id' | 'step'>,
): Promise<readonly Finding[]> {
  if (parent === undefined || item.parentId === undefined || item.parentId === parent) return [];
  const now = await findFolder(graph, place.drive, item.parentId);
  return [
    {
      ...base,
      id: `${base.id}-moved`,
      kind: 'folder-moved',
      what: `The folder ${item.name} was moved${now ? ` into ${now.name}` : ''}.`,
      next: 'It stays there. JTAI Ready follows it, and links to its documents still work.',
      answer: 'leave',
    },
  ];
}

function toRenamed(item: LibraryItem, plan: FolderPlan, base: Pick<Finding, 'id' | 'step'>): readonly Finding[] {
  if (item.name === plan.name) return [];
  return [
    {
      ...base,
      id: `${base.id}-renamed`,
      kind: 'folder-renamed',
      what: `The folder ${plan.name} is called ${item.name} now.`,
      next: 'It keeps that name. JTAI Ready follows it, and links to its documents still work.',
      answer: 'leave',
    },
  ];
}

async function inspectInside(
  graph: Graph,
  place: FolderInspection,
  item: LibraryItem,
  plan: FolderPlan,
  base: Pick<Finding, 'id' | 'step'>,
): Promise<readonly Finding[]> {
  const children = await getChildren(graph, place.drive, item.id);
  const missing = plan.folders.filter((folder) => !children.some((child) => isMeant(child, folder.name)));
  if (missing.length === 0) return [];
  const names = joinWords(missing.map((folder) => folder.name));
  return [
    {
      ...base,
      id: `${base.id}-inside`,
      kind: 'folder-missing',
      what: `The folder ${item.name} has no ${names}. ${missing.length === 1 ? 'It' : 'They'} may be in the site's recycle bin.`,
      next: `Restore ${missing.length === 1 ? 'it' : 'them'} there to keep the documents. Otherwise ${missing.length === 1 ? 'it is' : 'they are'} made again, empty.`,
      answer: 'mend',
      page: place.bin,
    },
  ];
}
