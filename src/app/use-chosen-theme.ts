import { useCallback, useMemo, useState } from 'react';
import type { Address } from '../domain/address.ts';
import type { ThemeChoice } from '../session/theme-choice.ts';
import { toKeptName } from '../workspace/cache/forget.ts';
import type { Prompt } from '../workspace/schema/lists.ts';

type Whose = { readonly tenant: string; readonly person: string; readonly workspace: string };

/** The theme that was chosen in this browser, or that a link to a record names, which then stays. */
export function useChosenTheme(whose: Whose, address: Address, prompts: readonly Prompt[]): ThemeChoice {
  const { tenant, person, workspace } = whose;
  const kept = `${toKeptName(tenant, person, workspace)}.theme`;
  const [chosen, setChosen] = useState<string | undefined>(() => readKept(kept));
  const named = themeOf(address, prompts);
  const [lastNamed, setLastNamed] = useState<string | undefined>();
  if (named !== lastNamed) {
    setLastNamed(named);
    if (named !== undefined) setChosen(named);
  }
  const choose = useCallback(
    (theme: string) => {
      setChosen(theme);
      keep(kept, theme);
    },
    [kept],
  );
  return useMemo(() => ({ chosen, choose }), [chosen, choose]);
}

function themeOf(address: Address, prompts: readonly Prompt[]): string | undefined {
  if (address.screen !== 'checklist') return undefined;
  const { prompt, assessment } = address;
  // An assessment's key is its prompt's and its partner's.
  const uid = prompt ?? assessment?.slice(0, assessment.lastIndexOf('.'));
  return uid === undefined ? undefined : prompts.find((row) => row.uid === uid)?.theme;
}

function readKept(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    // The browser keeps nothing: the newest theme is shown, as to somebody who comes for the first time.
    return undefined;
  }
}

function keep(key: string, theme: string): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // The choice then lasts as long as the tab; the save line says that this browser keeps nothing.
  }
}
