import { createDriveItem } from '../../state/drive-item-changes.ts';
import { findDriveItem } from '../../state/drive-items.ts';
import { objectIn, onlyKnown, textIn } from '../body.ts';
import { readConflict, settleName } from '../conflicts.ts';
import { type Call, created, type Endpoint, ok } from '../endpoint.ts';
import { matchesTag } from '../entities/identity.ts';
import { invalidRequest, itemNotFound, Refusal } from '../errors.ts';
import { itemOf } from '../find.ts';
import { demandFolder, SENT } from '../item-body.ts';
import { demandName } from '../names.ts';
import { fromSkipToken, linkWith, pageSize, toSkipToken } from '../paging.ts';
import { byOf } from '../rights.ts';
import { readFiles, writeFiles } from '../scopes.ts';
import { childrenOf, shown } from '../shown-item.ts';

function getChildren(call: Call) {
  const found = itemOf(call);
  if (call.query.filter) throw invalidRequest('Children cannot be filtered.');
  if (!found.item.folder) return ok({ value: [] });
  const tag = `"${found.item.id},${call.state.db.get<{ n: number }>('select max(seq) n from drive_item where parent = ?', found.item.id)?.n ?? 0}"`;
  const known = call.headers.get('if-none-match');
  if (known && matchesTag(known, tag)) return { status: 304 };
  const rows = childrenOf(call, found);
  const from = call.query.skipToken ? Number(fromSkipToken<{ from: number }>(call.query.skipToken).from) || 0 : 0;
  const to = from + pageSize(call.query);
  const body = {
    ...(call.query.count ? { '@odata.count': rows.length } : {}),
    ...(to < rows.length ? { '@odata.nextLink': linkWith(call, '$skiptoken', toSkipToken({ from: to })) } : {}),
    value: rows
      .slice(from, to)
      .map((item) => shown({ ...call, query: { ...call.query, orderby: undefined } }, { ...found, item })),
  };
  return ok(body, { etag: tag });
}

async function createFolder(call: Call) {
  const found = itemOf(call, 'write');
  const body = await call.json();
  onlyKnown(body, 'driveItem', SENT);
  const name = textIn(body, 'name') ?? '';
  if (!objectIn(body, 'folder'))
    throw invalidRequest("A folder needs the member 'folder'; files come by their content.");
  const { state } = call;
  const item = state.db.transaction(() => {
    // Read again: it may have gone while the body was on its way.
    if (!findDriveItem(state, found.drive.id, found.item.id)) throw itemNotFound();
    demandFolder(found.item);
    demandName(state, found.drive, found.item, name, true);
    const settled = settleName(state, found.item.id, name, readConflict(call, body, 'fail'));
    if (settled.replaces?.folder) return settled.replaces;
    if (settled.replaces) throw new Refusal(409, 'nameAlreadyExists', 'A file with that name is there already.');
    return createDriveItem(state, {
      drive: found.drive.id,
      parent: found.item.id,
      name: settled.name,
      by: byOf(call.caller),
    });
  });
  return created(shown(call, { ...found, item }));
}

const I = '/drives/{drive}/items/{item}';

export const childrenEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: `${I}/children`,
    scopes: readFiles,
    service: 'sharepoint',
    units: 2,
    answers: 'page of driveItem',
    handle: getChildren,
  },
  {
    method: 'POST',
    path: `${I}/children`,
    scopes: writeFiles,
    service: 'sharepoint',
    units: 2,
    answers: 'driveItem',
    takes: 'driveItem',
    handle: createFolder,
  },
];
