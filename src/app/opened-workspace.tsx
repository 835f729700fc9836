import { type ReactNode, Suspense, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Address } from '../domain/address.ts';
import { yearOf } from '../domain/calendar/day.ts';
import { shownTheme, themeOptions } from '../domain/themes.ts';
import { useSession } from '../session/session.ts';
import { type ThemeChoice, ThemeChoiceContext } from '../session/theme-choice.ts';
import { useKeptDrafts } from '../session/use-kept-drafts.ts';
import { usePullInTime } from '../session/use-pull.ts';
import { LazyPart } from '../ui/lazy-part.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { type TitleTheme, TitleThemeContext } from '../ui/title-theme.ts';
import type { WorkspaceInfo } from '../workspace/find.ts';
import { useRows, useSaveState, useWorkspace, WorkspaceContext } from '../workspace/hooks.ts';
import type { Place } from '../workspace/place.ts';
import { prompts, themes } from '../workspace/schema/lists.ts';
import { openWorkspace } from '../workspace/store/workspace.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { useFrame, useFrameFacts } from './frame.ts';
import { Checklist, Evidence, Home, loadChangesPanel, preloadRest, Settings } from './lazy-screens.ts';
import { OlderCopy } from './older-copy.tsx';
import { OtherVersion } from './other-version.tsx';
import { useChosenTheme } from './use-chosen-theme.ts';
import { useFileQueue } from './use-file-queue.ts';

/** The first rows come first; what is not on the screen yet follows them. */
const AFTER_FIRST_ROWS_MS = 2_000;

type Props = {
  readonly info: WorkspaceInfo;
  readonly address: Address;
  readonly onRepaired: (info: WorkspaceInfo) => void;
};

/** The channel has a workspace: keeps it open over all screens, so that going from one to the next reads nothing again. */
export function OpenedWorkspace({ info, address, onRepaired }: Props) {
  const { graph, place, me, clock, tenant } = useSession();
  const workspace = useMemo(
    () => openWorkspace({ graph, info, place: place as Place, me: { id: me.id, name: me.name }, clock, tenant }),
    [graph, info, place, me, clock, tenant],
  );
  // Before the workspace is closed: what was typed last is still to be kept.
  useKeptDrafts(workspace);
  useEffect(() => workspace.close, [workspace]);
  usePullInTime(workspace);
  return (
    <WorkspaceContext value={workspace}>
      <ChosenTheme info={info} address={address}>
        <WorkspaceFrame title={info.title} />
        <OlderCopy />
        <OtherVersion />
        <ErrorBoundary place={address.screen}>
          <Suspense fallback={<LoadingRows what="this screen" />}>
            {address.screen === 'home' && <Home />}
            {address.screen === 'checklist' && (
              <Checklist assessment={address.assessment} prompt={address.prompt} rows={address.rows} />
            )}
            {address.screen === 'evidence' && <Evidence item={address.item} rows={address.rows} />}
            {address.screen === 'settings' && <Settings onRepaired={onRepaired} />}
          </Suspense>
        </ErrorBoundary>
      </ChosenTheme>
    </WorkspaceContext>
  );
}

type ChosenThemeProps = {
  readonly info: WorkspaceInfo;
  readonly address: Address;
  readonly children: ReactNode;
};

function ChosenTheme({ info, address, children }: ChosenThemeProps) {
  const { me, tenant } = useSession();
  const rows = useRows(prompts);
  const choice = useChosenTheme(
    { tenant, person: me.id, workspace: info.id },
    address,
    rows.state === 'ready' ? rows.rows : none,
  );
  const theme = useTitleTheme(choice, address);
  return (
    <ThemeChoiceContext value={choice}>
      <TitleThemeContext value={theme}>{children}</TitleThemeContext>
    </ThemeChoiceContext>
  );
}

/** What the theme menu offers. Whoever chooses another theme while a record is open leaves the record, which is of the last. */
function useTitleTheme({ chosen, choose }: ThemeChoice, address: Address): TitleTheme | undefined {
  const { open, today } = useSession();
  const rows = useRows(themes);
  const year = yearOf(today());
  const list = rows.state === 'ready' ? rows.rows : none;
  const { screen } = address;
  return useMemo(() => {
    const shown = shownTheme(list, chosen, year);
    if (!shown) return undefined;
    const onChoose = (uid: string) => {
      choose(uid);
      if (screen === 'checklist') open({ screen });
    };
    return { options: themeOptions(list, shown), shown: shown.uid, onChoose };
  }, [list, chosen, year, choose, screen, open]);
}

const none: readonly never[] = [];

function WorkspaceFrame({ title }: { readonly title: string }) {
  const rows = useRows(themes);
  const writes = useSaveState();
  const workspace = useWorkspace();
  const storage = useSyncExternalStore(workspace.subscribe, () => workspace.status().storage);
  const theme = useContext(TitleThemeContext);
  useFrameFacts({ partnership: title, theme, writes, storage });
  const isShown = rows.state === 'ready';
  useEffect(() => {
    if (!isShown) return;
    const timer = setTimeout(preloadRest, AFTER_FIRST_ROWS_MS);
    return () => clearTimeout(timer);
  }, [isShown]);
  useFileQueue(isShown);
  const { isListOpen, closeList } = useFrame();
  if (!isListOpen) return null;
  return <LazyPart load={loadChangesPanel} props={{ onClose: closeList }} onClose={closeList} />;
}
