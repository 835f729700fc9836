import type { UnregisteredFile } from '../../session/use-unregistered.ts';
import type { Line, Sort, SortBy } from './arrange.ts';
import type { EvidenceRow } from './evidence-rows.ts';
import type { Picks } from './use-picking.ts';

export type ListProps = {
  readonly lines: readonly Line[];
  /** The item that is open. */
  readonly chosen: string | undefined;
  readonly sort: Sort;
  readonly onSort: (by: SortBy) => void;
  /** The small line under a title. */
  readonly detailOf: (row: EvidenceRow) => string;
  readonly mayRegister: (partner: string) => boolean;
  readonly onRegister: (file: UnregisteredFile) => void;
  readonly picks: Picks;
};
