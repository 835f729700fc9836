import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Address } from '../domain/address.ts';
import { useSession } from '../session/session.ts';
import { usePullOnReturn } from '../session/use-pull.ts';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { Notice } from '../ui/notice.tsx';
import type { WorkspaceInfo } from '../workspace/find.ts';
import { useRows, useSaveState, useWorkspace, WorkspaceContext } from '../workspace/hooks.ts';
import type { Place } from '../workspace/place.ts';
import { themes } from '../workspace/schema/lists.ts';
import { openWorkspace } from '../workspace/store/workspace.ts';
import { ChangesPanel } from './changes-panel.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { useFrame, useFrameFacts } from './frame.ts';
import { Checklist, Evidence, Home, Settings } from './lazy-screens.ts';

const useStyles = makeStyles({ edge: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0` } });

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
  useEffect(() => workspace.close, [workspace]);
  usePullOnReturn(workspace);
  return (
    <WorkspaceContext value={workspace}>
      <WorkspaceFrame title={info.title} />
      <OlderCopy />
      <ErrorBoundary place={address.screen}>
        <Suspense fallback={<LoadingRows what="this screen" />}>
          {address.screen === 'home' && <Home />}
          {address.screen === 'checklist' && <Checklist assessment={address.assessment} prompt={address.prompt} />}
          {address.screen === 'evidence' && <Evidence item={address.item} />}
          {address.screen === 'settings' && <Settings onRepaired={onRepaired} />}
        </Suspense>
      </ErrorBoundary>
    </WorkspaceContext>
  );
}

function WorkspaceFrame({ title }: { readonly title: string }) {
  const rows = useRows(themes);
  const writes = useSaveState();
  useFrameFacts({ partnership: title, themeName: rows.state === 'ready' ? rows.rows[0]?.title : undefined, writes });
  const { isListOpen, closeList } = useFrame();
  return isListOpen ? <ChangesPanel onClose={closeList} /> : null;
}

/** The last read did not bring everything: what is shown is true, but older. */
function OlderCopy() {
  const styles = useStyles();
  const workspace = useWorkspace();
  const error = useSyncExternalStore(workspace.subscribe, workspace.pullError);
  if (error === undefined) return null;
  return (
    <div className={styles.edge}>
      <Notice
        kind="warning"
        lead="What you see may be older."
        actions={
          <Button size="small" onClick={() => workspace.pull()}>
            Try again
          </Button>
        }
      >
        {error.message} You can go on working.
      </Notice>
    </div>
  );
}
