import type { UnregisteredFile } from '../../session/use-unregistered.ts';
import type { Line, Sort, SortBy } from './arrange.ts';
import type { EvidenceRow } from './evidence-rows.ts';

export type ListProps = {
  readonly lines: readonly Line[];
  readonly chosen: string | undefined;
  readonly sort: Sort;
  readonly onSort: (by: SortBy) => void;
  /** The small line under a title. */
  readonly detailOf: (row: EvidenceRow) => string;
  readonly mayRegister: (partner: string) => boolean;
  readonly onRegister: (file: UnregisteredFile) => void;
};
