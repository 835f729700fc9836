import { ofPerson } from './forget.ts';

/** A file that is being written, and can be read once it is closed. */
export type Written = {
  write(piece: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Ends the writing; the file is read from the disk, not held in memory. */
  close(): Promise<Blob>;
  remove(): Promise<void>;
};

/** A place for files that are made here and handed over as downloads. */
export type FileStore = {
  newFile(): Promise<Written>;
  /** Takes away all of it. */
  clear(): Promise<void>;
};

const FOLDER = 'evidence-packs';

/**
 * ## What is left of a killed tab
 * The browser's private storage outlives a tab. Each run has a folder of its own and holds a lock of its name for as long
 * as the tab lives, since a download may still be read from it; the browser lets go of the lock when the tab dies. So a
 * folder whose lock nobody holds is left over.
 */
export async function openPrivateStore(tenant: string, person: string): Promise<FileStore | undefined> {
  try {
    if (!('createWritable' in FileSystemFileHandle.prototype)) return undefined;
    const parent = await openParent(true);
    if (!parent) return undefined;
    const name = `${ofPerson(tenant, person)}${crypto.randomUUID()}`;
    const letGo = await holdLock(lockOf(name));
    const folder = await parent.getDirectoryHandle(name, { create: true });
    return toStore(folder, async () => {
      await parent.removeEntry(name, { recursive: true }).catch(() => undefined);
      letGo();
    });
  } catch {
    // Blocked by the browser, or by its settings: parts in memory do it too.
    return undefined;
  }
}

/** Takes away what tabs that are gone have left. Harmless at any time. */
export async function removeLeftOvers(): Promise<void> {
  const parent = await openParent(false).catch(() => undefined);
  if (!parent) return;
  const { held = [] } = await navigator.locks.query();
  const alive = new Set(held.map((lock) => lock.name));
  for (const name of await namesIn(parent)) {
    if (!alive.has(lockOf(name))) await parent.removeEntry(name, { recursive: true }).catch(() => undefined);
  }
}

/** Takes away all that is kept for a person who signs out. */
export async function removePrivateFiles(tenant: string, person: string): Promise<void> {
  const parent = await openParent(false).catch(() => undefined);
  if (!parent) return;
  for (const name of await namesIn(parent)) {
    if (name.startsWith(ofPerson(tenant, person))) {
      await parent.removeEntry(name, { recursive: true }).catch(() => undefined);
    }
  }
}

/** How much more the browser would keep here, in bytes; undefined where it does not say. */
export async function roomLeft(): Promise<number | undefined> {
  const { quota, usage } = await navigator.storage.estimate().catch(() => ({}) as StorageEstimate);
  return quota === undefined || usage === undefined ? undefined : quota - usage;
}

/** The same in memory, for what is small. What is handed to the browser as blobs it may put away to its disk. */
export function openMemoryStore(): FileStore {
  return {
    newFile: async () => {
      let blobs: Blob[] = [];
      let pieces: Uint8Array<ArrayBuffer>[] = [];
      let size = 0;
      return {
        write: async (piece) => {
          pieces.push(piece);
          size += piece.length;
          if (size < BLOB_BYTES) return;
          blobs.push(new Blob(pieces));
          pieces = [];
          size = 0;
        },
        close: async () => new Blob([...blobs, ...pieces]),
        remove: async () => {
          blobs = [];
          pieces = [];
        },
      };
    },
    clear: async () => undefined,
  };
}

const BLOB_BYTES = 8 * 1024 * 1024;

/** How large a file may be that is gathered in memory, in bytes: an eighth of what the device says it has. */
export function partBytes(): number {
  const { deviceMemory = 4 } = navigator as { readonly deviceMemory?: number };
  return Math.round(Math.min(4, deviceMemory) * MOST_OF_A_GIGABYTE);
}

/** 500 MB where there are 4 GB or more, or where the browser does not say. */
const MOST_OF_A_GIGABYTE = 125 * 1024 * 1024;

function toStore(folder: FileSystemDirectoryHandle, clear: () => Promise<void>): FileStore {
  let count = 0;
  return {
    newFile: async () => {
      count += 1;
      const name = String(count);
      const handle = await folder.getFileHandle(name, { create: true });
      const sink = await handle.createWritable();
      return {
        write: (piece) => sink.write(piece),
        close: async () => {
          await sink.close();
          return handle.getFile();
        },
        remove: async () => {
          await sink.abort().catch(() => undefined);
          await folder.removeEntry(name).catch(() => undefined);
        },
      };
    },
    clear,
  };
}

async function openParent(create: boolean): Promise<FileSystemDirectoryHandle | undefined> {
  if (typeof navigator === 'undefined' || !navigator.storage?.getDirectory || !navigator.locks) return undefined;
  return (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create });
}

async function namesIn(folder: FileSystemDirectoryHandle): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}

const lockOf = (name: string) => `${FOLDER} ${name}`;

/** Resolves once the lock is held; it is held until it is let go or the tab is gone. */
function holdLock(name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks.request(name, () => new Promise<void>((letGo) => resolve(letGo))).catch(reject);
  });
}
