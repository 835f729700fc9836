import { useCallback, useState } from 'react';
import { toKeptName } from '../workspace/cache/forget.ts';
import { useWorkspace } from '../workspace/hooks.ts';
import { useSession } from './session.ts';

/** A choice of filters under a name of the person's own. */
export type OwnView<Choice> = { readonly name: string; readonly choice: Choice };

export type OwnViews<Choice> = {
  readonly views: readonly OwnView<Choice>[];
  /** Takes the place of one of the same name. False where this browser keeps nothing. */
  readonly save: (name: string, choice: Choice) => boolean;
  readonly remove: (name: string) => void;
};

/**
 * Named filters of one person in one workspace. They are kept in this browser, under a name that signing out wipes, and
 * hold choices only, no rows.
 */
export function useOwnViews<Choice extends object>(list: string, base: Choice): OwnViews<Choice> {
  const { tenant, me } = useSession();
  const { info } = useWorkspace();
  const name = `${toKeptName(tenant, me.id, info.id)}.views.${list}`;
  const [views, setViews] = useState(() => readViews(name, base));
  const write = useCallback(
    (next: readonly OwnView<Choice>[]) => {
      setViews(next);
      try {
        localStorage.setItem(name, JSON.stringify(next));
        return true;
      } catch {
        // Storage that is full or switched off: the view holds until the tab is closed.
        return false;
      }
    },
    [name],
  );
  return {
    views,
    save: (title, choice) => write([...views.filter((view) => view.name !== title), { name: title, choice }]),
    remove: (title) => void write(views.filter((view) => view.name !== title)),
  };
}

function readViews<Choice extends object>(name: string, base: Choice): readonly OwnView<Choice>[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((each: unknown) => {
      if (typeof each !== 'object' || each === null) return [];
      const { name: title, choice } = each as Partial<OwnView<Choice>>;
      // Another version of this app may have kept it: what it does not say is as it is without a choice.
      return typeof title === 'string' && typeof choice === 'object'
        ? [{ name: title, choice: { ...base, ...choice } }]
        : [];
    });
  } catch {
    return [];
  }
}
