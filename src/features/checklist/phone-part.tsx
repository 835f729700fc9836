import { useMemo, useState } from 'react';
import type { Partnership } from '../../session/use-partnership.ts';
import type { Partner } from '../../workspace/schema/lists.ts';
import type { Cells, Matches } from './cells.ts';
import { toGridRows } from './grid-rows.ts';
import { PhoneList } from './phone-list.tsx';

type Props = {
  readonly partnership: Partnership;
  readonly partner: Partner;
  readonly cells: Cells;
  readonly matches: Matches;
};

/** The list of one partner, with the groups that are open. */
export function PhonePart({ partnership, partner, cells, matches }: Props) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () => toGridRows(matches.prompts, partnership.prompts, closed),
    [matches.prompts, partnership.prompts, closed],
  );
  return (
    <PhoneList
      partner={partner}
      rows={rows}
      cells={cells}
      onToggle={(group) =>
        setClosed((before) => {
          const next = new Set(before);
          if (!next.delete(group)) next.add(group);
          return next;
        })
      }
    />
  );
}
