import { createContext } from 'react';

/**
 * Ids and names that were typed and that the pack cannot take, because another thing has them: kept with the draft,
 * so that whoever comes back finds what they typed, and why it does not count. `place` says whose it is.
 */
export type RefusedKeys = {
  get(place: string): string | undefined;
  set(place: string, typed: string | undefined): void;
};

export const RefusedKeysContext = createContext<RefusedKeys>({ get: () => undefined, set: () => undefined });
