import type { Cache } from '../../../src/workspace/cache/cache.ts';
import type { Change } from '../../../src/workspace/store/server-base.ts';
import type { Time } from './time.ts';

/** A browser's storage and how it is. It outlives tabs. */
export type Disk = {
  readonly local: Storage;
  /** IndexedDB has no room: every write fails. */
  full: boolean;
  /** The browser refuses storage altogether, as in a private window. */
  blocked: boolean;
  /** IndexedDB never answers, as some broken profiles do. */
  silent: boolean;
};

export function startDisk(): Disk {
  return { local: memoryStorage(), full: false, blocked: false, silent: false };
}

/** Time stands still while storage works, so that a run does not depend on how fast it is. */
export function watched(time: Time, disk: Disk, cache: Cache, onWrite?: (change: Change) => void): Cache {
  return {
    read: () => time.during(cache.read()),
    readEdits: () => time.during(cache.readEdits()),
    write(change) {
      if (disk.full) return Promise.reject(new DOMException('No room is left', 'QuotaExceededError'));
      onWrite?.(change);
      return time.during(cache.write(change));
    },
    close: cache.close,
  };
}

export function memoryStorage(): Storage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}
