import { openQueuedFiles, type QueuedFiles } from '../../workspace/cache/queued-files.ts';
import { isStorageFailure } from '../../workspace/cache/storage-failure.ts';
import type { Surroundings } from '../../workspace/sync/surroundings.ts';
import { isQueuedFile, type QueuedFile } from './entry.ts';

/** What a tab lets the person's other tabs know: what has become of files, or what the person wants done with them. */
type Told<Act> = { readonly put?: readonly QueuedFile[]; readonly drop?: readonly string[]; readonly act?: Act };

/** The files that are on their way: in memory at once, then in the other tabs and in what the browser keeps. */
export type Book<Act> = {
  all(): readonly QueuedFile[];
  get(id: string): QueuedFile | undefined;
  put(...entries: readonly QueuedFile[]): void;
  drop(ids: readonly string[]): void;
  /** Reads again what the browser keeps; settles at once where it keeps nothing. */
  reload(): Promise<void>;
  tell(act: Act): void;
  isKept(): boolean;
  /** Settles once everything up to now has been written. */
  written(): Promise<void>;
  close(): void;
};

export type BookNeeds<Act> = {
  /** Missing where nothing is to be kept in the browser. */
  readonly name: string | undefined;
  readonly surroundings: Surroundings;
  readonly onChange: () => void;
  readonly onAct: (act: Act) => void;
};

export async function openBook<Act>({ name, onChange, onAct }: BookNeeds<Act>): Promise<Book<Act>> {
  const entries = new Map<string, QueuedFile>();
  let ordered: readonly QueuedFile[] | undefined;
  let kept: QueuedFiles | undefined;
  let unwritten = { put: new Map<string, QueuedFile>(), drop: new Set<string>() };
  let writing: Promise<void> | undefined;
  const channel = name === undefined ? undefined : new BroadcastChannel(`${name}.files`);

  function apply({ put = [], drop = [] }: Told<Act>): void {
    for (const entry of put) entries.set(entry.id, entry);
    for (const id of drop) entries.delete(id);
    ordered = undefined;
    onChange();
  }

  function lose(): void {
    kept = undefined;
    onChange();
  }

  /** What comes while a write is under way is written together after it. */
  async function write(): Promise<void> {
    while (kept && unwritten.put.size + unwritten.drop.size > 0) {
      const { put, drop } = unwritten;
      unwritten = { put: new Map(), drop: new Set() };
      try {
        await kept.write({ put: [...put.values()], drop: [...drop] });
      } catch (error) {
        if (!isStorageFailure(error)) throw error;
        lose();
      }
    }
  }

  function keep({ put = [], drop = [] }: Told<Act>): void {
    for (const entry of put) unwritten.put.set(entry.id, entry);
    for (const id of drop) {
      unwritten.put.delete(id);
      unwritten.drop.add(id);
    }
    flush();
  }

  function flush(): void {
    if (!kept || writing || unwritten.put.size + unwritten.drop.size === 0) return;
    writing = write().finally(() => {
      writing = undefined;
      // What came in the last moment of it.
      flush();
    });
  }

  async function reload(): Promise<void> {
    await writing;
    if (!kept) return;
    const found = (await kept.read()).filter(isQueuedFile);
    // What this tab has changed meanwhile is newer.
    apply({ put: found.filter(({ id }) => !unwritten.put.has(id) && !unwritten.drop.has(id)) });
  }

  function tell(told: Told<Act>): void {
    channel?.postMessage(told);
  }

  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<Told<Act>>) => {
      if (data.act !== undefined) onAct(data.act);
      else apply(data);
    };
  }
  try {
    if (name !== undefined) kept = await openQueuedFiles(name, lose);
    await reload();
  } catch (error) {
    if (!isStorageFailure(error)) throw error;
    lose();
  }

  return {
    all: () => {
      ordered ??= [...entries.values()].sort((one, other) => one.order - other.order);
      return ordered;
    },
    get: (id) => entries.get(id),
    put(...put) {
      apply({ put });
      tell({ put });
      keep({ put });
    },
    drop(drop) {
      apply({ drop });
      tell({ drop });
      keep({ drop });
    },
    reload,
    tell: (act) => tell({ act }),
    isKept: () => kept !== undefined,
    written: async () => {
      await writing;
    },
    close() {
      channel?.close();
      kept?.close();
      kept = undefined;
    },
  };
}
