import { type Day, formatDay, yearOf } from '../../domain/calendar/day.ts';
import { freshnessNames, freshnessOn } from '../../domain/evidence/freshness.ts';
import { type EvidenceStanding, fileNewsNames } from '../../domain/evidence/standing.ts';
import { evidenceStateNames } from '../../domain/evidence/state.ts';
import type { Evidence, Partner } from '../../workspace/schema/lists.ts';

/** How far it has been checked, and what became of its file since; a missing file is no proof, whatever it was. */
export function standingWords({ state, news }: EvidenceStanding): string {
  if (news.includes('deleted')) return fileNewsNames.deleted;
  return [evidenceStateNames[state], ...news.map((each) => fileNewsNames[each])].join('. ');
}

type Dated = Pick<Evidence, 'periodTo' | 'reviewBy' | 'untilReview' | 'state'>;

/** `Stale, to 31 Mar`; undefined where nothing is to be said of its age. */
export function freshnessWords(item: Dated, today: Day, countedTo: Day = today): string | undefined {
  const { periodTo, reviewBy } = item;
  if (item.state === 'needed') return undefined;
  const freshness = freshnessOn(item, countedTo);
  if (freshness === 'current' || freshness === 'not known') return undefined;
  const day = freshness === 'stale' ? periodTo : reviewBy;
  const until = freshness === 'stale' ? 'to' : 'on';
  return day === undefined
    ? freshnessNames[freshness]
    : `${freshnessNames[freshness]}, ${until} ${shortDay(day, today)}`;
}

/** `31 Mar`, with its year where that is another one. */
function shortDay(day: Day, today: Day): string {
  const [, date, month, year] = formatDay(day).split(' ');
  return yearOf(day) === yearOf(today) ? `${date} ${month}` : `${date} ${month} ${year}`;
}

/** What tells an item from others of the same title: its file, its partner and its date; undefined where none is. */
export function tellApart(
  item: Pick<Evidence, 'uid' | 'title' | 'fileName' | 'partner' | 'documentOn' | 'periodTo'>,
  among: readonly Pick<Evidence, 'uid' | 'title'>[],
  partners: readonly Pick<Partner, 'uid' | 'title'>[],
): string | undefined {
  const title = item.title.trim().toLowerCase();
  if (!among.some((other) => other.uid !== item.uid && other.title.trim().toLowerCase() === title)) return undefined;
  const date = item.documentOn ?? item.periodTo;
  return [
    item.fileName,
    partners.find(({ uid }) => uid === item.partner)?.title,
    date === undefined ? undefined : item.documentOn === undefined ? `to ${formatDay(date)}` : formatDay(date),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}
