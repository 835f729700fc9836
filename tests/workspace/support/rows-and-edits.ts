import type { Row } from '../../../src/workspace/store/server-base.ts';
import type { Edit, Values } from '../../../src/workspace/sync/edit.ts';

/** A row as the server told it; `count` is the count in its version. */
export function buildRow(uid: string, item: number, values: Values = {}, count = 1): Row {
  const stamp = { at: '2026-11-23T09:00:00Z', by: 'Bea Thistledown' };
  return {
    uid,
    held: { item: String(item), edits: [] },
    version: `"0000-${item},${count}"`,
    created: stamp,
    changed: stamp,
    title: uid,
    ...values,
  };
}

export function buildEdit(id: string, more: Partial<Edit> = {}): Edit {
  return {
    id,
    list: 'judgements',
    uid: 'FD-A1',
    kind: 'change',
    values: { reason: 'Mine' },
    seen: { reason: 'Old' },
    madeAt: '2026-11-23T09:00:00.000Z',
    standing: { is: 'waiting' },
    ...more,
  };
}
