import { type DBSchema, openDB } from 'idb';

interface Shape extends DBSchema {
  files: { key: string; value: { readonly id: string } };
}

/** What the browser holds of the files that are on their way: what is known of each, never its bytes. */
export type QueuedFiles = {
  /** What cannot be read as an entry any more is the caller's to leave out. */
  read(): Promise<readonly unknown[]>;
  write(change: {
    readonly put?: readonly { readonly id: string }[];
    readonly drop?: readonly string[];
  }): Promise<void>;
  close(): void;
};

/** Beside the workspace's own database, under a name that is wiped with it at sign-out. Rejects where storage is refused. */
export async function openQueuedFiles(name: string, onLost: () => void): Promise<QueuedFiles> {
  const database = await openDB<Shape>(`${name}.files`, 1, {
    upgrade: (made) => void made.createObjectStore('files', { keyPath: 'id' }),
    // Another tab deletes the database at sign-out: let go, so that it can.
    blocking: (_current, _next, event) => {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
  return {
    read: () => database.getAll('files'),
    async write({ put = [], drop = [] }) {
      const transaction = database.transaction('files', 'readwrite');
      await Promise.all([
        ...put.map((entry) => transaction.store.put(entry)),
        ...drop.map((id) => transaction.store.delete(id)),
        transaction.done,
      ]);
    },
    close: () => database.close(),
  };
}
