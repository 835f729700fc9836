import type { LibraryItem } from '../graph/drive.ts';
import type { Evidence } from '../workspace/schema/lists.ts';
import type { Workspace } from '../workspace/store/workspace.ts';

/** The folders that each partner has for a theme. */
export const sections = ['1 Documents asked for', '2 Self-evaluation', '3 Audits', '4 Data', '5 Policies'] as const;
export type Section = (typeof sections)[number];

export type FileProgress = {
  /** Place of the file in `files`. */
  readonly index: number;
  readonly name: string;
  readonly state: 'waiting' | 'sending' | 'registering' | 'done';
  /** In bytes. */
  readonly sent: number;
  readonly size: number;
};

export type FileOutcome = { readonly index: number; readonly name: string } & (
  | {
      readonly outcome: 'added';
      readonly item: LibraryItem;
      readonly evidence: Evidence;
      /** Something to know, such as an empty file. */
      readonly sentence?: string | undefined;
    }
  /** The name is taken: ask again with `whenTaken: 'keep-both'`, or leave it. */
  | { readonly outcome: 'taken'; readonly sentence: string }
  /** The name or the file itself cannot be kept; asking again does not help. */
  | { readonly outcome: 'refused'; readonly sentence: string }
  | { readonly outcome: 'failed'; readonly sentence: string }
  /** The file is in the library, its evidence row is not: it shows as unregistered. */
  | { readonly outcome: 'unregistered'; readonly item: LibraryItem; readonly sentence: string }
  | { readonly outcome: 'stopped'; readonly sentence: string }
);

export type AddFiles = {
  /** Uids. */
  readonly partner: string;
  readonly theme: string;
  readonly section?: Section | undefined;
  readonly files: readonly File[];
  readonly whenTaken?: 'say' | 'keep-both' | undefined;
  readonly onProgress?: ((progress: FileProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** Puts files into the partner's folder and makes one draft evidence row of each; one failure never stops the others. */
export async function addEvidenceFiles(_workspace: Workspace, _input: AddFiles): Promise<readonly FileOutcome[]> {
  throw new Error('addEvidenceFiles is being written');
}

/** Makes the draft evidence row of a file that is in a partner's folder already. */
export async function registerFile(
  _workspace: Workspace,
  _input: { readonly item: LibraryItem; readonly partner: string; readonly theme: string },
): Promise<Evidence> {
  throw new Error('registerFile is being written');
}
