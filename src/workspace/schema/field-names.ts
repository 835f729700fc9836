import type { Column } from './define-list.ts';

/** `ratedBy` becomes `RatedBy`. */
function toName(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}

/** The names under which SharePoint keeps a column: one, or two for a person and a link. */
export function toNames(key: string, column: Column): readonly string[] {
  const name = toName(key);
  if (column.kind === 'person') return [`${name}Id`, `${name}Name`];
  if (column.kind === 'link') return [`${name}Url`, `${name}Text`];
  return [name];
}
