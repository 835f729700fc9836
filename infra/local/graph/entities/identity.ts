import type { Identity, IdentitySet } from '@microsoft/microsoft-graph-types';
import type { State } from '../../state/state.ts';

/** Who did something: a person's id, or the app's own when it acted alone. */
export function toIdentitySet(state: State, by: string): IdentitySet {
  if (by === state.app.clientId) return { application: { id: by, displayName: state.app.name } };
  return { user: toIdentity(state, by) };
}

export function toIdentity(state: State, person: string): Identity {
  const name = state.db.get<{ name: string }>('select name from person where id = ?', person)?.name;
  return { id: person, displayName: name ?? 'Unknown person' };
}

export const toETag = (guid: string, version: number): string => `"{${guid.toUpperCase()}},${version}"`;
export const toItemETag = (guid: string, version: number): string => `"${guid},${version}"`;

/** `*` matches whatever is there; a weak mark (`W/`) is looked through. */
export function matchesTag(header: string, ...tags: readonly (string | undefined)[]): boolean {
  return header
    .split(/,(?=\s*(?:W\/)?"|\s*\*)/)
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tags.some((ours) => ours !== undefined && (ours === tag || ours === `"${tag}"`)));
}
