import { GraphError } from '../../graph/errors.ts';
import type { Workspace } from '../../workspace/store/workspace.ts';
import type { Surroundings } from '../../workspace/sync/surroundings.ts';
import type { Book } from './book.ts';
import { askWhose, fileGone, isDone, type QueuedFile } from './entry.ts';
import { findArrived } from './send-queued.ts';

export type BringBack = {
  readonly workspace: Workspace;
  readonly book: Book<never>;
  readonly surroundings: Surroundings;
  readonly tab: string;
  readonly lifeOf: (tab: string) => string;
  readonly isClosed: () => boolean;
  readonly onReady: () => void;
};

/**
 * ## What a tab that is gone has left behind
 * Each tab holds a lock for as long as it lives. Whoever is given the lock of another tab knows that its files are gone
 * with it, now or later, and takes its entries over: what was sent is registered, what may have arrived is looked up,
 * and for the rest the person is asked to choose the file again.
 */
export async function bringBack(needs: BringBack): Promise<void> {
  const { book, surroundings, tab, lifeOf } = needs;
  book.drop(
    book
      .all()
      .filter(isDone)
      .map(({ id }) => id),
  );
  const owners = new Set(book.all().map(({ owner }) => owner));
  owners.delete(tab);
  for (const owner of owners) {
    void surroundings.lock(lifeOf(owner), async () => {
      if (needs.isClosed()) return;
      await book.reload();
      for (const entry of book.all().filter((each) => each.owner === owner)) await takeOver(needs, entry);
      needs.onReady();
    });
  }
}

async function takeOver({ workspace, book, tab }: BringBack, entry: QueuedFile): Promise<void> {
  const mine: QueuedFile = { ...entry, owner: tab, isPaused: false };
  if (isDone(entry)) return;
  const asked = entry.standing.is === 'asks' ? entry.standing.question.is : undefined;
  if (asked === 'arrived') return book.put(mine);
  if (entry.item) return book.put({ ...mine, standing: { is: 'sent' } });
  const item = await findArrived(workspace, entry).catch((error: unknown) => {
    if (error instanceof GraphError) return undefined;
    throw error;
  });
  if (item) return book.put({ ...mine, standing: { is: 'sent' }, item, sent: item.size, session: undefined });
  if (asked === 'whose') return book.put({ ...mine, standing: askWhose({ isGone: true }) });
  // These are not about what the tab held.
  if (asked === 'refused' || asked === 'file-changed') return book.put(mine);
  book.put({ ...mine, standing: fileGone });
}
