import type { PackDocument, PackKind, PackPrompt, ThemePack } from './pack-schema.ts';

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

export function renameGroup(pack: ThemePack, id: string, name: string): ThemePack {
  return { ...pack, groups: pack.groups.map((group) => (group.id === id ? { ...group, name } : group)) };
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

export function putDocument(pack: ThemePack, document: PackDocument, at = pack.documents.length): ThemePack {
  return { ...pack, documents: pack.documents.toSpliced(at, 1, document) };
}

export function removeDocument(pack: ThemePack, at: number): ThemePack {
  return { ...pack, documents: pack.documents.toSpliced(at, 1) };
}

/** Documents of a kind follow its new name. */
export function putKind(pack: ThemePack, kind: PackKind, at = pack.kinds.length): ThemePack {
  const old = pack.kinds[at]?.name;
  const follow = (document: PackDocument) =>
    document.kind !== undefined && document.kind === old ? { ...document, kind: kind.name } : document;
  return { ...pack, kinds: pack.kinds.toSpliced(at, 1, kind), documents: pack.documents.map(follow) };
}

export function removeKind(pack: ThemePack, at: number): ThemePack {
  const gone = pack.kinds[at]?.name;
  const documents = pack.documents.map(({ kind, ...rest }) =>
    kind === undefined || kind === gone ? rest : { ...rest, kind },
  );
  return { ...pack, kinds: pack.kinds.toSpliced(at, 1), documents };
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
