import type { DriveItemRow } from '../state/drive-items.ts';
import type { Call } from './endpoint.ts';
import { driveItemsOf } from './entities/drive-item.ts';
import { invalidRequest } from './errors.ts';
import type { FoundItem } from './find.ts';
import { itemAccess } from './item-rights.ts';
import { pick, type Query } from './query.ts';
import { listItemOf } from './resources/file-actions.ts';
import { visibleEntries } from './resources/permissions.ts';

/** Children that may be asked for along with their folder; more than these come by their own address. */
const MOST_EXPANDED = 200;

export function shown(call: Call, found: FoundItem, query: Pick<Query, 'select' | 'expand'> = call.query): object {
  const toEntity = driveItemsOf(call.state, found.site, found.drive);
  const entity = pick(toEntity(found.item), query.select, ['id']);
  const more: Record<string, unknown> = {};
  for (const wanted of query.expand) {
    switch (wanted.name.toLowerCase()) {
      case 'children':
        more.children = found.item.folder
          ? childrenOf(call, found)
              .slice(0, MOST_EXPANDED)
              .map((item) => pick(toEntity(item), wanted.select, ['id']))
          : [];
        break;
      case 'permissions':
        more.permissions = visibleEntries(call, found).map(({ permission }) => permission);
        break;
      case 'listitem':
        more.listItem = listItemOf(call.state, found, wanted);
        break;
      case 'thumbnails':
        more.thumbnails = [];
        break;
      default:
        throw invalidRequest(`Could not find a property named '${wanted.name}' on type 'microsoft.graph.driveItem'.`);
    }
  }
  return { ...entity, ...more };
}

const ORDERS: Readonly<Record<string, string>> = {
  name: 'name_key',
  size: 'size',
  lastmodifieddatetime: 'modified_at',
};

export function childrenOf(call: Call, { site, item }: FoundItem): DriveItemRow[] {
  const [, field = 'name', way = ''] = /^(\w+)(?:\s+(asc|desc))?$/i.exec(call.query.orderby ?? 'name') ?? [];
  const column = ORDERS[field.toLowerCase()];
  if (!column) throw invalidRequest(`Children cannot be ordered by '${call.query.orderby}'.`);
  return call.state.db
    .all<DriveItemRow>(
      `select * from drive_item where parent = ? and deleted_at is null order by ${column} ${way.toLowerCase() === 'desc' ? 'desc' : 'asc'}, id`,
      item.id,
    )
    .filter((child) => itemAccess(call.state, call.caller, site, child) !== 'none');
}
