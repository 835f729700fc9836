import type { Graph } from '../../graph/client.ts';
import { getItems } from '../../graph/items.ts';
import { type ColumnSpec, getColumns, type ListAddress, type SiteList } from '../../graph/lists.ts';
import { describeList, findList, findLists, titleOfList, versionOfList } from '../registry.ts';
import type { List } from '../schema/define-list.ts';
import { UID } from '../schema/mapping.ts';
import { type ColumnFault, compareColumns, nameColumn } from './compare-columns.ts';
import { type Finding, joinWords, nameSome, type Page } from './finding.ts';

export type ListTarget = { readonly site: string; readonly workspace: string; readonly list: List };

/** How many rows of a list this browser holds, with which a lost list is filled again. */
export type CountHeld = (list: List) => number;

export const stepOfList = (list: List) => `list-${list.name}`;

/** What of one list is not as declared. `bin` is the page of the site's recycle bin. */
export async function inspectList(
  graph: Graph,
  target: ListTarget,
  known: readonly SiteList[],
  more: { readonly bin: Page; readonly countHeld: CountHeld },
): Promise<readonly Finding[]> {
  const { site, workspace, list } = target;
  const found = findList(known, workspace, list);
  if (!found) return [toMissing(target, more)];
  const at = { site, list: found.id };
  const faults = compareColumns(list, await getColumns(graph, at));
  const ofColumns = await Promise.all(faults.map((fault) => toColumnFinding(graph, at, list, fault)));
  return [...toListFindings(target, found, known), ...ofColumns];
}

function toMissing({ workspace, list }: ListTarget, more: { bin: Page; countHeld: CountHeld }): Finding {
  const held = more.countHeld(list);
  const filled =
    held === 0
      ? 'Otherwise it is made, empty: this browser holds no rows of it.'
      : `Otherwise it is made again with the ${held === 1 ? 'one row' : `${held} rows`} that this browser holds.`;
  return {
    id: stepOfList(list),
    kind: 'list-missing',
    what: `The list ${titleOfList(workspace, list)} is not there: somebody deleted it, or this version has it new.`,
    next: `If it was deleted, restore it from the site's recycle bin to keep everything that was in it. ${filled}`,
    answer: 'mend',
    step: stepOfList(list),
    page: more.bin,
  };
}

function toListFindings({ workspace, list }: ListTarget, found: SiteList, known: readonly SiteList[]): Finding[] {
  const title = titleOfList(workspace, list);
  const version = versionOfList(found, workspace, list);
  const base = { id: stepOfList(list), step: stepOfList(list) };
  const findings: Finding[] = [];
  if (version === undefined) {
    findings.push({
      ...base,
      kind: 'list-unmarked',
      what: `The description of the list ${title} was changed, so it no longer says that the list is ours.`,
      next: 'The description is written again.',
      answer: 'mend',
    });
  } else if (version > list.version) {
    findings.push({
      ...base,
      kind: 'list-newer',
      what: `A newer version of JTAI Ready has been here: the list ${title} is of version ${version}, this page knows version ${list.version}.`,
      next: 'Reload the page to get the newer version. What it added is left as it is.',
      answer: 'leave',
    });
  } else if (version < list.version) {
    findings.push({
      ...base,
      kind: 'list-older',
      what: `The list ${title} was made by an earlier version of JTAI Ready.`,
      next: 'What is new is added. Nothing that is there is changed.',
      answer: 'mend',
    });
  }
  if (version !== undefined && found.title.toLowerCase() !== title.toLowerCase()) {
    findings.push({
      ...base,
      id: `${base.id}-renamed`,
      kind: 'list-renamed',
      what: `The list ${title} is called ${found.title} now.`,
      next: 'It stays so: the list is found by its description.',
      answer: 'leave',
    });
  }
  const doubles = findLists(known, workspace, list).length;
  if (doubles > 1) {
    findings.push({
      ...base,
      id: `${base.id}-doubled`,
      kind: 'list-doubled',
      what: `There are ${doubles} lists that say they are ${title}. The oldest, ${found.title}, is the one that is used.`,
      next: 'Look into the others in SharePoint, copy what you need, and delete them there.',
      answer: 'person',
    });
  }
  return findings;
}

async function toColumnFinding(graph: Graph, at: ListAddress, list: List, fault: ColumnFault): Promise<Finding> {
  const column = nameColumn(fault.spec, list);
  const base = { id: `${stepOfList(list)}-${fault.spec.name}-${fault.is}`, step: stepOfList(list) };
  switch (fault.is) {
    case 'missing':
      return {
        ...base,
        kind: 'column-missing',
        what: fault.namesake
          ? `${column} is not there. Another column of that title is (${fault.namesake.name}), which somebody else made.`
          : `${column} is not there: somebody removed it, or this version has it new.`,
        next: fault.namesake
          ? 'Our column is made again beside the other, which is left alone. Copy what is in the other by hand.'
          : 'It is made again, empty.',
        answer: 'mend',
      };
    case 'wrong-type':
      return {
        ...base,
        kind: 'column-wrong',
        what: `${column} is of another kind than JTAI Ready made: ${typeNames[fault.column.type]}, not ${typeNames[fault.spec.type]}.`,
        next: `Nothing is written into it. In SharePoint, rename or copy what is in it, delete the column, and check again: it is made anew.`,
        answer: 'person',
      };
    case 'not-indexed':
      return {
        ...base,
        kind: 'index-missing',
        what: `${column} has lost its index, without which a long list cannot be searched.`,
        next: 'It is indexed again.',
        answer: 'mend',
      };
    case 'not-unique':
      return { ...base, ...(await toUniqueFinding(graph, at, list)) };
    case 'lacks-choices':
      return {
        ...base,
        kind: 'choices-missing',
        what: `${column} does not offer ${joinWords(fault.lacking)}.`,
        next: 'That is added. The choices that are there stay.',
        answer: 'mend',
      };
    case 'retitled':
      return {
        ...base,
        kind: 'column-retitled',
        what: `${column} is called ${fault.column.title} in SharePoint now.`,
        next: 'It stays so: it is read and written as before.',
        answer: 'leave',
      };
  }
}

async function toUniqueFinding(graph: Graph, at: ListAddress, list: List) {
  const what = `The list ${list.title} no longer sees to it that each row's key is there once.`;
  const doubles = await findDoubles(graph, at);
  if (doubles.length === 0) {
    return { kind: 'unique-missing', what, next: 'It does so again.', answer: 'mend' } as const;
  }
  return {
    kind: 'unique-missing',
    what: `${what} Two rows have the same key: ${nameSome(doubles)}.`,
    next: 'Delete the row that is not wanted in SharePoint, and check again.',
    answer: 'person',
  } as const;
}

/** Titles of rows whose key another row has too. */
export async function findDoubles(graph: Graph, at: ListAddress): Promise<readonly string[]> {
  const items = (await getItems(graph, at, [UID, 'Title'])).filter((item) => typeof item.fields[UID] === 'string');
  const byKey = Map.groupBy(items, (item) => String(item.fields[UID]).toLowerCase());
  return [...byKey.values()].flatMap((same) => (same.length > 1 ? [String(same[0]?.fields.Title ?? '')] : []));
}

/** Whether a description has to be written: it says nothing of ours, or an earlier version. */
export function needsDescription(found: SiteList, { workspace, list }: ListTarget): string | undefined {
  const version = versionOfList(found, workspace, list);
  return version !== undefined && version >= list.version ? undefined : describeList(workspace, list);
}

const typeNames: Readonly<Record<ColumnSpec['type'] | 'other', string>> = {
  text: 'a line of text',
  'long-text': 'several lines of text',
  choice: 'one choice',
  choices: 'several choices',
  number: 'a number',
  boolean: 'yes or no',
  day: 'a day',
  instant: 'a day and a time',
  other: 'something else',
};
