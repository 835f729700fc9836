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
  /** Notes that an edit has ended, where the cache could not be told: what the cache has of it no longer counts. */
  end(id: string): void;
  ended(): ReadonlySet<string>;
};

const ENDED = '"ended"';

/** `storage` is undefined where the browser refuses it; the journal then keeps nothing and says nothing. */
export function createJournal(storage: Storage | undefined, name: string): Journal {
  const prefix = `${name}/`;

  function write(id: string, text: string): void {
    try {
      storage?.setItem(prefix + id, text);
    } catch (error) {
      if (!isStorageFailure(error)) throw error;
    }
  }

  function entries(): readonly (readonly [string, string])[] {
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i) ?? '');
    const own = keys.filter((key) => key.startsWith(prefix));
    return own.map((key) => [key.slice(prefix.length), storage?.getItem(key) ?? '']);
  }

  return {
    put: (edit) => write(edit.id, JSON.stringify(edit)),
    drop: (id) => storage?.removeItem(prefix + id),
    read: () => {
      const edits = entries().flatMap(([, text]) => readEdit(text) ?? []);
      return edits.sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    end: (id) => write(id, ENDED),
    ended: () => new Set(entries().flatMap(([id, text]) => (text === ENDED ? [id] : []))),
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
