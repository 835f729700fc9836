import type { Graph } from '../graph/client.ts';
import { getItem, type LibraryItem } from '../graph/drive.ts';
import { isGraphError } from '../graph/errors.ts';
import { getNewestVersion, type NewestVersion, openContent } from '../graph/read-back.ts';
import { refusal, toConnectionError } from '../graph/refusals.ts';
import type { Workspace } from '../workspace/store/workspace.ts';

export type { NewestVersion };

/** Larger files are approved by their version and SharePoint's own hash. */
export const LARGEST_READ = 250 * 1024 * 1024;
const TEN_MINUTES = 600_000;

export type ReadBack =
  | {
      readonly file: LibraryItem;
      readonly version: NewestVersion;
      /** Of the bytes, hexadecimal; missing for a file above `LARGEST_READ`. */
      readonly sha256?: string | undefined;
    }
  | { readonly refused: string };

type Input = {
  readonly drive: string;
  readonly item: string;
  /** The file as the person saw it. */
  readonly looked?: LibraryItem | undefined;
  readonly onRead?: ((bytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

const changedSentence = 'The file was changed since you looked at it. Look at it again, then decide.';

/** Reads a file's bytes, and makes sure that they are of the version that the person saw and that is there afterwards. */
export async function readBack(graph: Graph, { drive, item, looked, onRead, signal }: Input): Promise<ReadBack> {
  try {
    const before = await look(graph, drive, item);
    if (looked && !isSameFile(looked, before.file)) return { refused: changedSentence };
    const sha256 = await hash(graph, drive, before.file, { onRead, signal });
    const after = await look(graph, drive, item);
    if (!isSameFile(before.file, after.file) || before.version.id !== after.version.id) {
      return { refused: 'The file was changed while it was being read. Look at it again, then decide.' };
    }
    return { ...after, sha256 };
  } catch (error) {
    if (isGraphError(error, 'not-found'))
      return { refused: 'The file is not in the library any more, or SharePoint does not show it to you.' };
    throw error;
  }
}

async function look(graph: Graph, drive: string, item: string) {
  const [file, version] = await Promise.all([getItem(graph, drive, item), getNewestVersion(graph, drive, item)]);
  return { file, version };
}

async function hash(
  graph: Graph,
  drive: string,
  file: LibraryItem,
  { onRead, signal }: Pick<Input, 'onRead' | 'signal'>,
): Promise<string | undefined> {
  if (file.size > LARGEST_READ) return undefined;
  const { hashSha256 } = await import('../documents/sha256.ts');
  const bytes = await openContent(graph, drive, file.id, { signal, timeLimit: TEN_MINUTES });
  const { hex, size } = await hashSha256(bytes, onRead).catch((error: unknown) => {
    throw toConnectionError(error, false);
  });
  // A connection that ends early looks like the end of the file.
  if (size !== file.size) throw refusal('unreadable');
  return hex;
}

/** By its bytes where both sides know them, else by its version. */
function isSameFile(one: LibraryItem, other: LibraryItem): boolean {
  return one.hash !== undefined && other.hash !== undefined ? one.hash === other.hash : one.version === other.version;
}

/** The version that lies there now. */
export function newestVersion(workspace: Workspace, item: string): Promise<NewestVersion> {
  return getNewestVersion(workspace.graph, workspace.info.drive, item);
}
