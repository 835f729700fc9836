import { useState } from 'react';
import type { Rows } from '../../domain/address.ts';
import { type Choice, chooseView, noChoice } from './arrange.ts';
import { views } from './views.ts';

/** What of the register is shown: what the person chose last, or the rows that an address names. */
export function useChoice(asked: Rows | undefined, partners: readonly { readonly uid: string }[]) {
  const [choice, setChoice] = useState(() => toChoice(asked, partners));
  // What other screens count, they count in all themes.
  const [isAllThemes, setAllThemes] = useState(asked !== undefined);
  const [shown, setShown] = useState(asked);
  if (asked !== shown) {
    setShown(asked);
    if (asked !== undefined) {
      setChoice(toChoice(asked, partners));
      setAllThemes(true);
    }
  }
  return { choice, setChoice, isAllThemes, setAllThemes };
}

/** An address may be old, or somebody's typing: what it names that is not known leaves everything in. */
export function toChoice(asked: Rows | undefined, partners: readonly { readonly uid: string }[]): Choice {
  const view = views.find(({ id }) => id === asked?.list)?.id ?? 'all';
  const partner = partners.find(({ uid }) => uid === asked?.partner)?.uid ?? '';
  return { ...chooseView(noChoice, view), partner };
}
