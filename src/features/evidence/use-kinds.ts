import { useEffect, useState } from 'react';
import { documentsOf, kindsOf, packOf } from '../../services/theme-packs.ts';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Theme } from '../../workspace/schema/lists.ts';

type Pack = NonNullable<Awaited<ReturnType<typeof packOf>>>;

export type PackState =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed' }
  /** Nobody knows the pack any more. */
  | { readonly state: 'none' }
  | { readonly state: 'ready'; readonly pack: Pack };

/** The pack of a theme, fetched when somebody needs its kinds or its documents. */
export function usePack(theme: Theme | undefined): PackState {
  const workspace = useWorkspace();
  const [found, setFound] = useState<{ readonly theme: Theme; readonly pack: PackState } | undefined>();
  useEffect(() => {
    if (theme === undefined) return;
    let isOver = false;
    const answer = (pack: PackState) => !isOver && setFound({ theme, pack });
    packOf(workspace, theme).then(
      (pack) => answer(pack === undefined ? { state: 'none' } : { state: 'ready', pack }),
      () => answer({ state: 'failed' }),
    );
    return () => {
      isOver = true;
    };
  }, [workspace, theme]);
  if (theme === undefined) return { state: 'none' };
  return found?.theme === theme ? found.pack : { state: 'waiting' };
}

export type Kind = { readonly name: string; readonly untilReview: boolean };

export function kindsIn(state: PackState): readonly Kind[] {
  return state.state === 'ready' ? kindsOf(state.pack) : [];
}

export function allDocuments({ pack }: Extract<PackState, { state: 'ready' }>, partners: readonly { uid: string }[]) {
  return [...partners.flatMap(({ uid }) => documentsOf(pack, uid)), ...documentsOf(pack)];
}
