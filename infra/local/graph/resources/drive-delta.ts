import { ancestorsOf, type DriveItemRow } from '../../state/drive-items.ts';
import { answerDelta, deltaUnits } from '../delta.ts';
import { type Call, type Endpoint, ok } from '../endpoint.ts';
import { driveItemsOf } from '../entities/drive-item.ts';
import { Refusal } from '../errors.ts';
import { driveOf, itemOf } from '../find.ts';
import { itemAccess } from '../item-rights.ts';
import { pick } from '../query.ts';
import { readFiles } from '../scopes.ts';

function getDelta(call: Call) {
  const { site, drive } = driveOf(call);
  const { item } = itemOf(call);
  if (item.id !== drive.root) throw new Refusal(400, 'notSupported', 'Delta is supported at the root of a drive only.');
  const { state } = call;
  const toEntity = driveItemsOf(state, site, drive);
  const withParents = call.headers.get('deltaexcludeparent') === null;
  return ok(
    answerDelta<DriveItemRow>(call, {
      of: drive.id,
      changes: (after, since, most) =>
        state.db.all(
          'select * from drive_item where drive = ? and seq > ? and (deleted_at is null or seq > ?) order by seq limit ?',
          drive.id,
          after,
          since,
          most,
        ),
      seqAt: (stamp) =>
        state.db.get<{ seq: number | null }>(
          'select max(seq) seq from drive_item where drive = ? and coalesce(deleted_at, modified_at) <= ?',
          drive.id,
          stamp,
        )?.seq ?? 0,
      toEntities: (rows) => {
        const visible = rows.filter(
          (row) => row.deleted_at !== null || itemAccess(state, call.caller, site, row) !== 'none',
        );
        const all = withParents ? addParents(call, visible) : visible;
        return all.map((row) => pick(toEntity(row, 'delta'), call.query.select, ['id', 'deleted', 'parentReference']));
      },
    }),
  );
}

/** The folders above what changed come along, ahead of it, each once a page. */
function addParents(call: Call, rows: readonly DriveItemRow[]): DriveItemRow[] {
  const here = new Set(rows.map((row) => row.id));
  const result: DriveItemRow[] = [];
  const climbed = new Set<string>();
  for (const row of rows) {
    if (row.parent !== null && !climbed.has(row.parent)) {
      climbed.add(row.parent);
      for (const folder of ancestorsOf(call.state, row)) {
        if (here.has(folder.id) || folder.deleted_at !== null) continue;
        here.add(folder.id);
        result.push(folder);
      }
    }
    result.push(row);
  }
  return result;
}

export const driveDeltaEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/drives/{drive}/items/{item}/delta',
    scopes: readFiles,
    service: 'sharepoint',
    units: deltaUnits,
    answers: 'page of driveItem',
    handle: getDelta,
  },
];
