import type { Door, PlaceAccess } from '../../session/use-access.ts';

/** Who may do what in a folder, a sentence for each, the widest right first. */
export function doorWords(doors: readonly Door[]): readonly string[] {
  const named = (may: Door['may']) => [...new Set(doors.filter((door) => door.may === may).map(({ who }) => who))];
  const sentences: string[] = [];
  const owners = named('owner');
  const writers = named('write').filter((who) => !owners.includes(who));
  const readers = named('read').filter((who) => !owners.includes(who) && !writers.includes(who));
  if (owners.length > 0) sentences.push(`${list(owners)} may do everything.`);
  if (writers.length > 0) sentences.push(`${list(writers)} may read and change.`);
  if (readers.length > 0) sentences.push(`${list(readers)} may read.`);
  return sentences.length > 0 ? sentences : ['SharePoint tells you of nobody.'];
}

/** Folders let in the same people as the channel's own folder, unless somebody has shared one: those stand out. */
export function isShared(place: PlaceAccess): boolean {
  return place.state === 'ready' && place.doors.some((door) => !door.isInherited);
}

function list(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
