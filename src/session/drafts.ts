import { createContext, useContext, useSyncExternalStore } from 'react';
import type { List } from '../workspace/schema/define-list.ts';
import type { ChangeState } from './saving.ts';

/** Something typed that has not reached Microsoft 365 yet, kept while the person looks at other things. */
export type Draft<Values> = {
  readonly values: Values;
  readonly state: ChangeState;
  /** What it is about, and where it is finished, for the list of changes. */
  readonly title?: string;
  readonly href?: string;
  /** Why it waits for the person, in a sentence. */
  readonly why?: string;
  /** The row that it is to be written to: then this browser keeps it. Without one it is gone with the tab. */
  readonly about?: DraftRecord | undefined;
  /** How many changes it stands for; one unless told. */
  readonly count?: number;
  /** Set where it stands for files. */
  readonly of?: 'files';
  /** This browser keeps it by another way, so that leaving loses nothing. */
  readonly isKept?: boolean;
};

export type DraftRecord = {
  readonly list: List;
  readonly uid: string;
  /** What the row holds once this has been saved, if that tells all of it. */
  readonly wanted?: { readonly [column: string]: unknown } | undefined;
};

export type Drafts = {
  get(key: string): Draft<unknown> | undefined;
  set(key: string, draft: Draft<unknown>): void;
  drop(key: string): void;
  keys(): readonly string[];
  all(): readonly Draft<unknown>[];
  states(): readonly ChangeState[];
  /** The states of those that are files. */
  fileStates(): readonly ChangeState[];
  subscribe(listener: () => void): () => void;
};

/** Drafts live above the screens, so that closing a panel, changing the screen or a fault in drawing loses no word. */
export function makeDrafts(): Drafts {
  const drafts = new Map<string, Draft<unknown>>();
  const listeners = new Set<() => void>();
  let all: readonly Draft<unknown>[] = [];
  let states: readonly ChangeState[] = [];
  let fileStates: readonly ChangeState[] = [];
  function changed() {
    all = [...drafts.values()];
    states = all.flatMap(toStates);
    fileStates = all.filter(({ of }) => of === 'files').flatMap(toStates);
    for (const listener of listeners) listener();
  }
  return {
    get: (key) => drafts.get(key),
    set(key, draft) {
      drafts.set(key, draft);
      changed();
    },
    drop(key) {
      if (drafts.delete(key)) changed();
    },
    keys: () => [...drafts.keys()],
    all: () => all,
    states: () => states,
    fileStates: () => fileStates,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function toStates({ state, count = 1 }: Draft<unknown>): readonly ChangeState[] {
  return Array.from({ length: count }, () => state);
}

export const DraftsContext = createContext<Drafts | undefined>(undefined);

export function useDrafts(): Drafts {
  const drafts = useContext(DraftsContext);
  if (drafts === undefined) throw new Error('Drafts are not provided here');
  return drafts;
}

/** The draft under `key`, drawn again whenever it changes. Its type is the caller's, who is the only writer. */
export function useDraft<Values>(key: string): Draft<Values> | undefined {
  const drafts = useDrafts();
  return useSyncExternalStore(drafts.subscribe, () => drafts.get(key)) as Draft<Values> | undefined;
}

export function useDraftStates(drafts: Drafts): readonly ChangeState[] {
  return useSyncExternalStore(drafts.subscribe, drafts.states);
}
