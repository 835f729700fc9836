import { createContext, useContext, useSyncExternalStore } from 'react';
import type { GraphError } from '../graph/errors.ts';
import type { List, RowOf } from './schema/define-list.ts';
import type { Files, Rows, SaveState } from './store/snapshot.ts';
import type { Workspace } from './store/workspace.ts';

/** The open workspace; the session provides it. */
export const WorkspaceContext = createContext<Workspace | undefined>(undefined);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('No workspace is open here');
  return workspace;
}

export function useRows<L extends List>(list: L): Rows<RowOf<L>> {
  const workspace = useWorkspace();
  return useSyncExternalStore(workspace.subscribe, () => workspace.rows(list));
}

export function useFiles(): Files {
  const workspace = useWorkspace();
  return useSyncExternalStore(workspace.subscribe, workspace.files);
}

export function useSaveState(): SaveState {
  const workspace = useWorkspace();
  return useSyncExternalStore(workspace.subscribe, workspace.saveState);
}

/** Why the last pull did not bring everything, while older rows are still shown. */
export function usePullError(): GraphError | undefined {
  const workspace = useWorkspace();
  return useSyncExternalStore(workspace.subscribe, workspace.pullError);
}
