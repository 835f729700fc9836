import { useMemo, useState } from 'react';
import type { Rows } from '../../domain/address.ts';
import { addDays, type Day } from '../../domain/calendar/day.ts';
import { type Filter, noFilter } from '../../domain/checklist/filter.ts';
import { rowsFilter } from '../../domain/checklist/rows.ts';
import { keepLast } from '../../session/keep-last.ts';
import { useSession } from '../../session/session.ts';
import { useCountedTo } from '../../session/use-counted-to.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import { useWidth } from '../../ui/use-width.ts';
import { type Cells, countMarks, matchCells, toCells } from './cells.ts';
import { WITHDRAWN } from './withdrawn.ts';

/** Stands for them all where a phone lets one be picked. */
export const ALL_PARTNERS = '';

type Facts = { readonly partnership: Partnership; readonly day: Day; readonly countedTo: Day };

/** Whoever comes back to the screen finds the cells as they were, if nothing in them has changed. */
const cellsOf = keepLast<Facts, Cells>((facts, last) =>
  toCells(
    toSources(facts),
    facts.day,
    last?.facts.day === facts.day ? { sources: toSources(last.facts), cells: last.made } : undefined,
  ),
);

function toSources({ partnership, countedTo }: Facts) {
  return { ...partnership, partners: partnership.columns, countedTo };
}

/** What of the checklist is shown: its cells, the filters, and what they leave. */
export function useChecklistView(
  partnership: Partnership,
  { assessment, rows }: { readonly assessment: string | undefined; readonly rows: Rows | undefined },
) {
  const { today } = useSession();
  const { ownPartners } = useRights();
  const width = useWidth();
  const [filter, setFilter] = useState<Filter>(() => (rows === undefined ? noFilter : rowsFilter(rows)));
  const [shownRows, setShownRows] = useState(rows);
  const isOfAll = rows !== undefined && rows.list !== WITHDRAWN;
  const [picked, setPicked] = useState<string | undefined>(isOfAll ? ALL_PARTNERS : undefined);
  if (rows !== shownRows) {
    setShownRows(rows);
    if (isOfAll) {
      setFilter(rowsFilter(rows));
      setPicked(ALL_PARTNERS);
    }
  }
  const { columns: partners, prompts } = partnership;
  const day = today();
  const countedTo = useCountedTo();
  const cells = useMemo(() => cellsOf({ partnership, day, countedTo }), [partnership, day, countedTo]);

  // A phone shows one partner unless all are picked: the one picked or filtered for, that a link names, or one's own.
  const wanted = filter.partners[0] ?? picked ?? toPartner(assessment) ?? ownPartners[0];
  const phonePartner =
    width === 'narrow' && wanted !== ALL_PARTNERS
      ? (partners.find((partner) => partner.uid === wanted) ?? partners[0])
      : undefined;
  const shown = useMemo(() => {
    if (phonePartner !== undefined) return [phonePartner];
    return filter.partners.length === 0 ? partners : partners.filter(({ uid }) => filter.partners.includes(uid));
  }, [partners, phonePartner, filter.partners]);
  const matches = useMemo(
    () => matchCells(cells, { prompts, partners: shown }, filter),
    [cells, prompts, shown, filter],
  );
  const counts = useMemo(
    () => countMarks(cells, { prompts, partners: shown }, filter),
    [cells, prompts, shown, filter],
  );
  const owners = useMemo(() => {
    const found = new Map<string, string>();
    for (const { row } of cells.values()) if (row?.owner) found.set(row.owner.id, row.owner.name);
    return new Map([...found].toSorted((one, other) => one[1].localeCompare(other[1], 'en-GB')));
  }, [cells]);
  const names = useMemo(
    () => new Map([...partners.map(({ uid, title }) => [uid, title] as const), ...owners]),
    [partners, owners],
  );

  return {
    width,
    filter,
    setFilter,
    cells,
    /** The partners that are columns now, in their order. */
    shown,
    /** Of the marks, among what the other filters leave. */
    counts,
    matches,
    owners,
    /** Of partners and owners, by what filters know them by. */
    names,
    lastWeek: addDays(day, -7),
    phonePartner,
    choosePhonePartner(uid: string) {
      setFilter({ ...filter, partners: [] });
      setPicked(uid);
    },
  };
}

/** The partner in an assessment's key, whose last part it is. */
function toPartner(assessment: string | undefined): string | undefined {
  return assessment?.slice(assessment.lastIndexOf('.') + 1);
}
