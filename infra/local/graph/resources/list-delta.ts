import { type ListItemRow, rowsOf } from '../../state/list-items.ts';
import { answerDelta, deltaUnits } from '../delta.ts';
import { type Call, type Endpoint, ok } from '../endpoint.ts';
import { listItemsOf } from '../entities/list-item.ts';
import { listOf } from '../find.ts';
import { expands, pick } from '../query.ts';
import { readSites } from '../scopes.ts';

function getDelta(call: Call) {
  const { site, list } = listOf(call);
  const { toItem } = listItemsOf(call.state, site, list);
  const fields = expands(call.query, 'fields');
  return ok(
    answerDelta<ListItemRow>(call, {
      of: list.id,
      changes: (after, since, most) =>
        call.state.db.all(
          `select * from ${rowsOf(list)} where list = ? and seq > ? and (deleted_at is null or seq > ?) order by seq limit ?`,
          list.id,
          after,
          since,
          most,
        ),
      seqAt: (stamp) =>
        call.state.db.get<{ seq: number | null }>(
          `select max(seq) seq from ${rowsOf(list)} where list = ? and coalesce(deleted_at, modified_at) <= ?`,
          list.id,
          stamp,
        )?.seq ?? 0,
      toEntities: (rows) =>
        rows.map((row) => pick(toItem(row, fields), call.query.select, ['id', 'fields', 'deleted', 'parentReference'])),
    }),
  );
}

export const listDeltaEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/sites/{site}/lists/{list}/items/delta',
    scopes: readSites,
    service: 'sharepoint',
    units: deltaUnits,
    answers: 'page of listItem',
    handle: getDelta,
  },
];
