import { createQueue, type Queue } from '../sync/queue.ts';
import { type Base, type Change, createBase, type Draft, type RowsChange } from './server-base.ts';
import { createView, type View } from './view.ts';

/** What a tab holds of a workspace. */
export type Memory = {
  readonly base: Base;
  readonly queue: Queue;
  readonly view: View;
  /** Where the next pull of a list begins; undefined until it has been read whole. */
  link(list: string): string | undefined;
  draft(record: string): Draft | undefined;
  drafts(): readonly Draft[];
  apply(change: Change): void;
};

export type MemoryNeeds = {
  readonly me: string;
  /** Called before rows are laid on the base. */
  readonly onRows: (rows: RowsChange) => void;
  /** Something that can be seen has changed. */
  readonly onNews: () => void;
};

export function createMemory({ me, onRows, onNews }: MemoryNeeds): Memory {
  const base = createBase();
  const queue = createQueue();
  const view = createView({ base, queue, me });
  const links = new Map<string, string>();
  const drafts = new Map<string, Draft>();
  return {
    base,
    queue,
    view,
    link: (list) => links.get(list),
    draft: (record) => drafts.get(record),
    drafts: () => [...drafts.values()],
    apply(change) {
      for (const rows of change.rows ?? []) {
        onRows(rows);
        if (!rows.put?.length && !rows.drop?.length) continue;
        base.apply(rows);
        view.touch(rows.list);
      }
      const read = links.size;
      for (const { list, link } of change.links ?? []) link === undefined ? links.delete(list) : links.set(list, link);
      for (const edit of change.edits?.put ?? []) {
        queue.put(edit);
        view.touch(edit.list);
      }
      for (const id of change.edits?.drop ?? []) {
        const edit = queue.get(id);
        queue.drop(id);
        if (edit) view.touch(edit.list);
      }
      for (const draft of change.drafts?.put ?? []) drafts.set(draft.record, draft);
      for (const record of change.drafts?.drop ?? []) drafts.delete(record);
      if (isNews(change) || links.size !== read) onNews();
    },
  };
}

/** A link alone changes nothing that anybody sees, unless it is a list's first. */
function isNews({ rows = [], edits, drafts }: Change): boolean {
  return rows.some(({ put, drop }) => put?.length || drop?.length) || edits !== undefined || drafts !== undefined;
}
