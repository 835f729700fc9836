import type { PackPrompt, ThemePack } from './pack-schema.ts';

/** How people change a pack, one thing at a time. Every function gives a new pack and leaves the old one as it is. */

type Step = -1 | 1;

/** A pack to begin with: the frame of another one, without its prompts and documents. */
export function toEmptyPack(frame: ThemePack, facts: { readonly version: string; readonly date: string }): ThemePack {
  return {
    ...frame,
    ...facts,
    id: 'new-pack',
    title: '',
    guidance: 'G',
    notVerified: [],
    // Steps of the timetable name their sources.
    sources: { G: { title: '' }, ...pickSources(frame) },
    prompts: [],
    documents: [],
  };
}

function pickSources({ sources, timetable }: ThemePack): ThemePack['sources'] {
  const named = new Set(timetable.flatMap((step) => (step.sources ?? []).map((source) => source.id)));
  return Object.fromEntries(Object.entries(sources).filter(([id]) => named.has(id)));
}

/** Puts a prompt in the place of the one with this id; without one, at the end of its group. */
export function putPrompt(pack: ThemePack, prompt: PackPrompt, inPlaceOf?: string): ThemePack {
  const isThere = pack.prompts.some((one) => one.id === inPlaceOf);
  const prompts = isThere
    ? pack.prompts.map((one) => (one.id === inPlaceOf ? prompt : one))
    : [...pack.prompts, prompt];
  return inGroupOrder({ ...pack, prompts });
}

/** Takes a prompt out of the pack. Where a theme has it, the upgrade withdraws it and its answers stay. */
export function withdrawPrompt(pack: ThemePack, id: string): ThemePack {
  return { ...pack, prompts: pack.prompts.filter((prompt) => prompt.id !== id) };
}

/** One place up or down; over the edge of its group into the next one. */
export function movePrompt(pack: ThemePack, id: string, by: Step): ThemePack {
  const ordered = inGroupOrder(pack);
  const at = ordered.prompts.findIndex((prompt) => prompt.id === id);
  const prompt = ordered.prompts[at];
  if (!prompt) return pack;
  const neighbour = ordered.prompts[at + by];
  if (neighbour?.group === prompt.group) {
    return { ...ordered, prompts: swap(ordered.prompts, at, at + by) };
  }
  const group = ordered.groups[ordered.groups.findIndex((one) => one.id === prompt.group) + by];
  if (!group) return pack;
  const others = ordered.prompts.filter((one) => one !== prompt);
  const moved = { ...prompt, group: group.id };
  return inGroupOrder({ ...ordered, prompts: by === 1 ? [moved, ...others] : [...others, moved] });
}

/** Prompts stand group by group, in the order of the groups. */
function inGroupOrder(pack: ThemePack): ThemePack {
  const place = new Map(pack.groups.map((group, index) => [group.id, index]));
  const of = (prompt: PackPrompt) => place.get(prompt.group) ?? pack.groups.length;
  return { ...pack, prompts: pack.prompts.toSorted((one, other) => of(one) - of(other)) };
}

/** Puts a group in the place of another; its prompts follow to an id that is new. */
export function putGroup(pack: ThemePack, id: string, group: ThemePack['groups'][number]): ThemePack {
  return {
    ...pack,
    groups: pack.groups.map((one) => (one.id === id ? group : one)),
    prompts: pack.prompts.map((prompt) => (prompt.group === id ? { ...prompt, group: group.id } : prompt)),
  };
}

/** Adds a group under the first letter that is free. */
export function addGroup(pack: ThemePack, name: string): ThemePack {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const free = letters.find((letter) => !pack.groups.some((group) => group.id === letter));
  return { ...pack, groups: [...pack.groups, { id: free ?? `G${pack.groups.length + 1}`, name }] };
}

export function moveGroup(pack: ThemePack, id: string, by: Step): ThemePack {
  const at = pack.groups.findIndex((group) => group.id === id);
  if (at < 0 || !pack.groups[at + by]) return pack;
  return inGroupOrder({ ...pack, groups: swap(pack.groups, at, at + by) });
}

/** Only an empty group can go: no prompt may be left without one. */
export function removeGroup(pack: ThemePack, id: string): ThemePack {
  if (pack.prompts.some((prompt) => prompt.group === id)) return pack;
  return { ...pack, groups: pack.groups.filter((group) => group.id !== id) };
}

/** The parts that are lists of alike things; the sources, which stand under their ids, are one too. */
export type ListPart = 'documents' | 'kinds' | 'sources' | 'timetable' | 'cohort';

/** What stands in such a list. While somebody types it may not be right yet; the pack is checked before it is saved. */
export type PackItem = { readonly [field: string]: unknown };

export function itemsOf(pack: ThemePack, part: ListPart): readonly PackItem[] {
  return part === 'sources' ? Object.entries(pack.sources).map(([id, source]) => ({ id, ...source })) : pack[part];
}

function withItems(pack: ThemePack, part: ListPart, items: readonly PackItem[]): ThemePack {
  const value = part === 'sources' ? Object.fromEntries(items.map(({ id, ...source }) => [String(id), source])) : items;
  return { ...pack, [part]: value };
}

/** Puts it in the place of the one that is there, else at the end. What names it follows its new name. */
export function putItem(pack: ThemePack, part: ListPart, item: PackItem, at = itemsOf(pack, part).length): ThemePack {
  const items = itemsOf(pack, part);
  const key = KEYS[part];
  const next = withItems(pack, part, items.toSpliced(at, 1, item));
  const [was, is] = [items[at]?.[key ?? ''], item[key ?? '']];
  return was === undefined || was === is ? next : follow(next, part, was, String(is));
}

/** What named it names it no more. */
export function removeItem(pack: ThemePack, part: ListPart, at: number): ThemePack {
  const items = itemsOf(pack, part);
  return follow(withItems(pack, part, items.toSpliced(at, 1)), part, items[at]?.[KEYS[part] ?? ''], undefined);
}

export function moveItem(pack: ThemePack, part: ListPart, at: number, by: Step): ThemePack {
  const items = itemsOf(pack, part);
  return items[at] && items[at + by] ? withItems(pack, part, swap(items, at, at + by)) : pack;
}

/** By which field others name what stands in a part. */
const KEYS: { readonly [part in ListPart]?: string } = { kinds: 'name', sources: 'id' };

function follow(pack: ThemePack, part: ListPart, was: unknown, is: string | undefined): ThemePack {
  if (part === 'kinds') {
    const documents = pack.documents.map(({ kind, ...rest }) => {
      const now = kind === was ? is : kind;
      return now === undefined ? rest : { ...rest, kind: now };
    });
    return { ...pack, documents };
  }
  if (part !== 'sources') return pack;
  const named = <T extends Pick<PackPrompt, 'sources'>>(item: T): T => {
    if (!item.sources?.some((source) => source.id === was)) return item;
    const { sources, ...rest } = item;
    const now = sources.flatMap((one) => (one.id !== was ? one : is === undefined ? [] : { ...one, id: is }));
    return (now.length === 0 ? rest : { ...rest, sources: now }) as T;
  };
  return {
    ...pack,
    guidance: pack.guidance === was && is !== undefined ? is : pack.guidance,
    prompts: pack.prompts.map(named),
    timetable: pack.timetable.map(named),
  };
}

/** `T18` for the eighteenth in a list, or the next number that is free. */
export function freeId(items: readonly PackItem[], stem: string): string {
  const taken = new Set(items.map((item) => item.id));
  let number = items.length + 1;
  while (taken.has(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}

/**
 * The next id of a group, in the manner of those that are there: `FD-A9` after `FD-A8`. An id that was ever `used`
 * never comes back: answers stand under it.
 */
export function nextPromptId(pack: ThemePack, group: string, used: ReadonlySet<string> = new Set()): string {
  const taken = new Set([...used, ...pack.prompts.map((prompt) => prompt.id)]);
  const last = pack.prompts.findLast((prompt) => prompt.group === group)?.id ?? pack.prompts.at(-1)?.id;
  const inGroup = pack.prompts.some((prompt) => prompt.group === group);
  const stem = last === undefined ? '' : inGroup ? last.replace(/\d+$/, '') : last.replace(/[^-]*$/, '');
  const start = inGroup || stem === '' ? stem || `${group}-` : `${stem}${group}`;
  let number = 1;
  while (taken.has(`${start}${number}`)) number += 1;
  return `${start}${number}`;
}

/** Spaces at the ends and empty lines are slips of the hand: they are taken off before a pack is checked. */
export function tidyPack(pack: ThemePack): ThemePack {
  const tidy = trimAll(pack) as ThemePack;
  const filled = (lines: readonly string[]) => lines.filter((line) => line !== '');
  return { ...tidy, inspectorates: filled(tidy.inspectorates), notVerified: filled(tidy.notVerified) };
}

function trimAll(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(trimAll);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, trimAll(part)]));
}

function swap<T>(items: readonly T[], one: number, other: number): T[] {
  return items.map((item, at) => (at === one ? items[other] : at === other ? items[one] : item) as T);
}
