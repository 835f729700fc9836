import type { Edit } from '../sync/edit.ts';
import { isStorageFailure } from './storage-failure.ts';

/**
 * ## Why a journal
 * IndexedDB answers a few milliseconds after it is asked, and a tab may be gone by then. Synchronous storage holds an
 * accepted edit for just that moment; it is taken out again once the cache has it.
 */
export type Journal = {
  put(edit: Edit): void;
  drop(id: string): void;
  read(): readonly Edit[];
};

/** `storage` is undefined where the browser refuses it; the journal then keeps nothing and says nothing. */
export function createJournal(storage: Storage | undefined, name: string): Journal {
  const prefix = `${name}/`;
  return {
    put(edit) {
      try {
        storage?.setItem(prefix + edit.id, JSON.stringify(edit));
      } catch (error) {
        if (!isStorageFailure(error)) throw error;
      }
    },
    drop(id) {
      storage?.removeItem(prefix + id);
    },
    read() {
      if (!storage) return [];
      const edits: Edit[] = [];
      for (let i = 0; i < storage.length; i++) {
        const key = storage.key(i);
        const text = key?.startsWith(prefix) ? storage.getItem(key) : null;
        if (text) edits.push(JSON.parse(text) as Edit);
      }
      return edits.sort((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
}
