import { type Day, formatDay, formatShortDay, isDay } from '../../domain/calendar/day.ts';
import { londonDay } from '../../domain/calendar/london.ts';
import { freshnessNames } from '../../domain/evidence/freshness.ts';
import { fileNewsNames } from '../../domain/evidence/standing.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';
import { stateName } from './arrange.ts';
import type { EvidenceRow } from './evidence-rows.ts';
import { toFix } from './views.ts';

/** A list by prompt says of each row which others it stands under too. */
const SHOWN_CODES = 3;

/** The prompts that it supports, whose it is, and the file's name where the title does not say it. */
export function toDetail(row: EvidenceRow): string {
  if (row.unregistered !== undefined) return 'In the folder, not registered';
  const codes = row.prompts.map(({ code }) => code).toSorted();
  const more = codes.length - SHOWN_CODES;
  const shown = codes.slice(0, SHOWN_CODES).join(', ');
  const prompts = codes.length === 0 ? 'No prompt linked' : more > 0 ? `${shown} and ${more} more` : shown;
  // Most titles are the file's name without its ending: once is enough.
  const saysItself = row.fileName === undefined || row.fileName.replace(/\.[^.]{1,10}$/, '') === row.title;
  const parts = [newsWords(row), prompts, row.owner, saysItself ? undefined : row.fileName];
  return parts.filter(Boolean).join('. ');
}

/** First in its line, so that it is never what is cut off. A missing file stands in the place of the state. */
function newsWords({ news }: EvidenceRow): string | undefined {
  return news.flatMap((each) => (each === 'deleted' ? [] : [fileNewsNames[each]])).join('. ') || undefined;
}

/** What the row says of its state: what has no file any more holds no proof, whatever it was. */
export function rowStateName({ state, news }: Pick<EvidenceRow, 'state' | 'news'>): string {
  return news.includes('deleted') ? fileNewsNames.deleted : stateName(state);
}

/** What would mend it, and whose it is: the line of the list of what is to be mended. Why stands in the panel. */
export function mendWords(row: EvidenceRow, today: Day): string {
  const fix = toFix(row, today);
  if (fix === undefined) return toDetail(row);
  const news = newsWords(row);
  return [news && `${news}.`, fix.mend, row.owner].filter(Boolean).join(' ');
}

/** `Jan to Jun 2026`; months are enough in a list. */
export function periodWords({ item, state }: EvidenceRow): string {
  if (item === undefined) return '';
  if (state === 'needed') return 'Not there yet';
  if (item.untilReview) return 'Until its review';
  const { periodFrom, periodTo } = item;
  if (periodTo === undefined) return periodFrom === undefined ? 'No period given' : `From ${monthOf(periodFrom)}`;
  if (periodFrom === undefined) return `To ${monthOf(periodTo)}`;
  const [from, to] = [monthOf(periodFrom), monthOf(periodTo)];
  if (from === to) return to;
  const isSameYear = periodFrom.slice(0, 4) === periodTo.slice(0, 4);
  return `${isSameYear ? from.slice(0, 3) : from} to ${to}`;
}

/** Whose it is and for when, before the small line of a row that has no columns for them. */
export function stackedWords(row: EvidenceRow, detail: string): string {
  const [first, rest] = row.news.length > 0 ? [detail, undefined] : [undefined, detail];
  return [first, row.partnerTitle, periodWords(row), rest].filter(Boolean).join('. ');
}

/** `Sep 2026`. */
function monthOf(day: Day): string {
  return isDay(day) ? formatDay(day).split(' ').slice(2).join(' ') : day;
}

/** How current it is, or by when it is needed. */
export function freshnessWords({ item, state, news, freshness, lateDays }: EvidenceRow): string {
  if (item === undefined) return '';
  if (news.includes('deleted')) return '';
  if (state !== 'needed') return freshness === 'not known' ? '' : freshnessNames[freshness];
  if (item.dueOn === undefined) return 'No date';
  if (lateDays > 0) return lateDays === 1 ? '1 day late' : `${lateDays} days late`;
  return `Due ${formatShortDay(item.dueOn)}`;
}

/** `1 Jan 2026 to 30 Jun 2026`, whole, for the panel. */
export function wholePeriod({ periodFrom, periodTo }: Pick<Evidence, 'periodFrom' | 'periodTo'>): string | undefined {
  if (periodTo === undefined) return periodFrom === undefined ? undefined : `From ${formatDay(periodFrom)}`;
  return periodFrom === undefined ? `To ${formatDay(periodTo)}` : `${formatDay(periodFrom)} to ${formatDay(periodTo)}`;
}

export function changedWords({ changed }: EvidenceRow): string {
  return `${formatShortDay(londonDay(changed.at))}, ${changed.by}`;
}
