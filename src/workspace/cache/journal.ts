import { type Edit, toEdit } from '../sync/edit.ts';
import { isStorageFailure } from './storage-failure.ts';

/**
 * ## Why a journal
 * IndexedDB answers a few milliseconds after it is asked, and a tab may be gone by then. Synchronous storage holds an
 * accepted edit for just that moment; it is taken out again once the cache has it. Where there is no cache, or no longer,
 * the edit stays here until it is sent.
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
      const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
      const texts = keys.filter((key) => key.startsWith(prefix)).map((key) => storage.getItem(key) ?? '');
      return texts.flatMap((text) => readEdit(text) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
}

/** What cannot be read stays where it is: a newer version of the product may understand it. */
function readEdit(text: string): Edit | undefined {
  try {
    return toEdit(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
