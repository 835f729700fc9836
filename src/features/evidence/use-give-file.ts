import type { EvidenceStanding } from '../../domain/evidence/standing.ts';
import { moves } from '../../domain/evidence/state.ts';
import { mayWorkFor } from '../../domain/roles.ts';
import type { Chosen } from '../../services/file-queue/file-queue.ts';
import type { FileFacts } from '../../session/use-file.ts';
import { useRights } from '../../session/use-rights.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';

/** Sends a file to an item; with the file that it has, as a new version of that one. */
export type OnFill = (item: Evidence, file: File, replaces?: Chosen['replaces']) => void;

export type Give = {
  /** What the button is called. */
  readonly name: string;
  /** Nothing else can be done with the item before. */
  readonly isFirst: boolean;
  give(file: File): void;
};

type Needs = {
  readonly item: Evidence;
  readonly standing: EvidenceStanding;
  readonly file: FileFacts['file'];
  /** A file is on its way to it already. */
  readonly isBusy: boolean;
  readonly onFill: OnFill;
};

/** What a file would be to an item: its first, another in the place of a lost one, or a new version; undefined if none. */
export function useGiveFile({ item, standing, file, isBusy, onFill }: Needs): Give | undefined {
  const { memberships } = useRights();
  if (isBusy || !mayWorkFor(item.partner, memberships)) return undefined;
  const give = (replaces?: Chosen['replaces']) => (chosen: File) => onFill(item, chosen, replaces);
  if (standing.state === 'needed') return { name: 'Add the file', isFirst: true, give: give() };
  const mayReplace =
    moves['add file'].from.includes(standing.state) || moves['add new version'].from.includes(item.state);
  if (!mayReplace) return undefined;
  if (standing.news.includes('deleted')) return { name: 'Add the file again', isFirst: true, give: give() };
  return file && { name: 'Add a version', isFirst: false, give: give(file) };
}

/** Gives the one file that was dropped on an item, or says why nothing was taken. */
export function giveDropped(to: Give | undefined, chosen: readonly Chosen[]): string | undefined {
  const [first] = chosen;
  if (to === undefined) return 'Nothing was taken: this item gets no file now, or not from you.';
  if (first === undefined || chosen.length > 1 || first.folders.length > 0) {
    return 'Nothing was taken: drop one file here. Several at once, and folders, go to the list.';
  }
  to.give(first.file);
  return undefined;
}
