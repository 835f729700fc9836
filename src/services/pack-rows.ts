import type { IndexedFile, IndexedGap } from '../documents/evidence-index.ts';
import { type Day, formatDay } from '../domain/calendar/day.ts';
import { freshnessNames, freshnessOn } from '../domain/evidence/freshness.ts';
import { type UnregisteredInFolder, unregisteredWords } from '../domain/evidence/pack-loose.ts';
import { type LeftOut, leftOutNames, type PlannedFile } from '../domain/evidence/pack-plan.ts';
import { evidenceStateNames } from '../domain/evidence/state.ts';
import type { FileNow } from '../graph/download.ts';
import type { Evidence } from '../workspace/schema/lists.ts';

/** A file that is in a pack: as planned, as SharePoint held it, and the hash of the very bytes that went in. */
export type PackedFile = {
  readonly planned: PlannedFile<Evidence>;
  readonly now: FileNow;
  readonly sha256: string;
  readonly version: string | undefined;
  readonly isChanged: boolean;
};

/** `countedTo`: the day that freshness is counted to. */
export function toIndexedFile({ planned, now, sha256, version, isChanged }: PackedFile, countedTo: Day): IndexedFile {
  const { item } = planned;
  return {
    path: planned.path.join('/'),
    title: planned.title,
    partner: planned.partner,
    prompts: planned.prompts.join(', '),
    // An approval holds for the bytes that were approved: of others the register says the same.
    state: item === undefined ? unregisteredWords.reason : evidenceStateNames[isChanged ? 'submitted' : item.state],
    warning: isChanged ? changedWords(item?.approvedVersion) : '',
    version: version ?? 'Not known',
    period: item === undefined ? '' : periodWords(item),
    freshness: item === undefined ? '' : freshnessNames[freshnessOn(item, countedTo)],
    documentOn: dayWords(item?.documentOn),
    reviewBy: dayWords(item?.reviewBy),
    marking: item?.marking ?? '',
    size: now.size,
    sha256,
    link: now.webUrl,
  };
}

export function toIndexedGap({ title, item, reason, why, partner, prompts }: LeftOut<Evidence>): IndexedGap {
  return {
    title,
    partner,
    prompts: prompts.join(', '),
    reason: leftOutNames[reason],
    why,
    owner: item?.owner?.name ?? '',
    due: dayWords(item?.dueOn),
    link: item?.address?.url ?? '',
  };
}

export function toUnregisteredGap({ name, partner, link }: UnregisteredInFolder): IndexedGap {
  return { title: name, partner, link, ...unregisteredWords, prompts: '', owner: '', due: '' };
}

function changedWords(approved: string | undefined): string {
  const words = leftOutNames['changed since approval'];
  return approved === undefined ? words : `${words}. Version approved: ${approved}`;
}

function dayWords(day: string | undefined): string {
  return day === undefined ? '' : formatDay(day);
}

function periodWords({ periodFrom, periodTo }: Evidence): string {
  if (periodFrom !== undefined && periodTo !== undefined) return `${formatDay(periodFrom)} to ${formatDay(periodTo)}`;
  if (periodTo !== undefined) return `To ${formatDay(periodTo)}`;
  return periodFrom === undefined ? '' : `From ${formatDay(periodFrom)}`;
}
