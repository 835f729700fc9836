import { linkedAddressKey } from '../../domain/evidence/file-address.ts';
import { findFile, type HeldFiles } from '../../domain/evidence/standing.ts';
import type { UnregisteredFile } from '../../session/use-unregistered.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';

type Sources = {
  readonly evidence: readonly Evidence[];
  readonly unregistered: readonly UnregisteredFile[];
  /** The library by file id; missing while it has not been read. */
  readonly files: HeldFiles<{ readonly hash?: string | undefined }> | undefined;
};

export type SameBytes = { readonly items: readonly Evidence[]; readonly files: readonly UnregisteredFile[] };

/**
 * Of the bytes that lie there now; what the register holds may be of others. Without a hash a file is at least itself,
 * and what lies outside the library is known by its address alone.
 */
export function bytesKey(item: Evidence, files: Sources['files']): string | undefined {
  const file = item.drive === undefined ? findFile(files, item.file) : undefined;
  const known = file?.hash ?? item.fingerprint ?? item.file;
  return known ?? (item.address && linkedAddressKey(item.address.url));
}

/** Whether two rows share a key; an item whose file lies in two themes is one row. */
export function findTwice({ evidence, unregistered, files }: Sources): (key?: string) => boolean {
  const counts = new Map<string, number>();
  const count = (key: string | undefined) => key !== undefined && counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const item of evidence) if (item.state !== 'superseded') count(bytesKey(item, files));
  for (const file of unregistered) count(file.item.hash);
  return (key) => key !== undefined && (counts.get(key) ?? 0) > 1;
}

/** The other items and loose files with these bytes; what was superseded counts no more. */
export function findSame(key: string | undefined, self: string, sources: Sources): SameBytes {
  if (key === undefined) return { items: [], files: [] };
  const { evidence, unregistered, files } = sources;
  return {
    items: evidence.filter((item) => item.uid !== self && item.state !== 'superseded' && bytesKey(item, files) === key),
    files: unregistered.filter(({ item }) => item.id !== self && item.hash === key),
  };
}
