import { useEffect, useState } from 'react';
import type { EvidenceRow } from './evidence-rows.ts';

export type Near =
  | { readonly state: 'none' }
  | { readonly state: 'looking' }
  | { readonly state: 'failed' }
  | { readonly state: 'found'; readonly keys: ReadonlySet<string> };

/** The person is still typing: what is close is looked for when they stop. */
const AFTER_MS = 300;

type Finder = (typed: string) => readonly string[];
const finders = new WeakMap<readonly EvidenceRow[], Promise<Finder>>();

/** Rows that come close to words which nothing matches exactly. `typed` is missing where there is no need to look. */
export function useNear(rows: readonly EvidenceRow[], typed: string | undefined): Near {
  const [near, setNear] = useState<{ readonly typed: string; readonly near: Near } | undefined>();
  useEffect(() => {
    if (typed === undefined) return;
    let isOver = false;
    const answer = (found: Near) => !isOver && setNear({ typed, near: found });
    const timer = setTimeout(() => {
      find(rows, typed).then(
        (keys) => answer({ state: 'found', keys: new Set(keys) }),
        () => answer({ state: 'failed' }),
      );
    }, AFTER_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [rows, typed]);
  if (typed === undefined) return { state: 'none' };
  return near?.typed === typed ? near.near : { state: 'looking' };
}

async function find(rows: readonly EvidenceRow[], typed: string): Promise<readonly string[]> {
  const finder =
    finders.get(rows) ?? import('../../documents/near-matches.ts').then(({ indexNear }) => indexNear(rows));
  finders.set(rows, finder);
  finder.catch(() => finders.delete(rows));
  return (await finder)(typed);
}
