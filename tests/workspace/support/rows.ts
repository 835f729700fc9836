import type { List, RowOf } from '../../../src/workspace/schema/define-list.ts';
import type { Workspace } from '../../../src/workspace/store/workspace.ts';

export function rowsOf<L extends List>(workspace: Workspace, list: L): readonly RowOf<L>[] {
  const rows = workspace.rows(list);
  if (rows.state !== 'ready') throw new Error(`${list.title} is ${rows.state}`);
  return rows.rows;
}

export function rowOf<L extends List>(workspace: Workspace, list: L, key: string): RowOf<L> {
  const row = rowsOf(workspace, list).find((one) => one.uid === key);
  if (!row) throw new Error(`${list.title} has no ${key}`);
  return row;
}
