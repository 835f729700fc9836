import type { DriveItemRow } from './drive-items.ts';
import type { State } from './state.ts';

export type PermissionRow = {
  readonly id: string;
  readonly drive: string;
  readonly item: string;
  readonly person: string | null;
  /** `["read"]`, `["write"]` or `["owner"]`. */
  readonly roles: string;
  /** `{"type":"view","scope":"organization"}` for a link. */
  readonly link: string | null;
  /** Somebody outside the directory who has been written to. */
  readonly email: string | null;
  readonly created_by: string;
};

export type Role = 'read' | 'write' | 'owner';

export const rolesOf = (row: PermissionRow): Role[] => JSON.parse(row.roles) as Role[];

/** Most drives have no permission of their own anywhere; then nobody has to look further. */
export function hasPermissions(state: State, drive: string): boolean {
  return state.db.get('select 1 from permission where drive = ? limit 1', drive) !== undefined;
}

export function permissionsOn(state: State, item: string): PermissionRow[] {
  return state.db.all<PermissionRow>('select * from permission where item = ? order by rowid', item);
}

function findPermission(state: State, id: string): PermissionRow | undefined {
  return state.db.get<PermissionRow>('select * from permission where id = ?', id);
}

export type NewPermission = Pick<PermissionRow, 'drive' | 'item' | 'created_by'> & {
  readonly roles: readonly Role[];
  readonly person?: string;
  readonly email?: string;
  readonly link?: { readonly type: string; readonly scope: string };
};

export function addPermission(state: State, permission: NewPermission): PermissionRow {
  const id = state.ids.token(32).toLowerCase();
  state.db.run(
    'insert into permission (id, drive, item, person, roles, link, email, created_by) values (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    permission.drive,
    permission.item,
    permission.person ?? null,
    JSON.stringify(permission.roles),
    permission.link ? JSON.stringify(permission.link) : null,
    permission.email ?? null,
    permission.created_by,
  );
  return findPermission(state, id) as PermissionRow;
}

/** Cuts what comes from above; whoever does it keeps their own right, or nobody could undo it. */
export function stopInheriting(state: State, item: DriveItemRow, by: string): void {
  if (!item.inherits) return;
  state.db.run('update drive_item set inherits = 0 where id = ?', item.id);
  addPermission(state, { drive: item.drive, item: item.id, person: by, roles: ['owner'], created_by: by });
}

/** Who may see it has changed, so everybody's feed has to tell of it, and of all below it. */
export function touchTree(state: State, item: string): void {
  state.db.run('update drive_item set seq = ? where id = ?', state.ids.seq(), item);
  for (const child of state.db.all<{ id: string }>(
    'select id from drive_item where parent = ? and deleted_at is null',
    item,
  )) {
    touchTree(state, child.id);
  }
}
