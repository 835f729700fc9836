import { useMemo, useState } from 'react';
import type { Filter } from '../../domain/checklist/filter.ts';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { mayRate } from '../../domain/checklist/may-rate.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import type { Partner, Theme } from '../../workspace/schema/lists.ts';
import type { Cells, Matches } from './cells.ts';
import { toGridRows } from './grid-rows.ts';
import { PhoneList } from './phone-list.tsx';
import { rateKey } from './phone-row.tsx';
import { QuickRating } from './quick-rating.tsx';
import type { Subject } from './use-grid-place.ts';
import type { Steps } from './use-steps.ts';

type Props = {
  readonly partnership: Partnership;
  readonly theme: Theme;
  /** One, or all of them. */
  readonly partners: readonly Partner[];
  readonly cells: Cells;
  readonly matches: Matches;
  readonly steps: Steps;
  /** Shows the rows behind a number. */
  readonly onShow: (change: Partial<Filter>) => void;
};

/** The list of answers, with the groups that are open, and the verdict that is being given. */
export function PhonePart({ partnership, theme, partners, cells, matches, steps, onShow }: Props) {
  const { memberships } = useRights();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [rating, setRating] = useState<Subject | undefined>();
  useReturnFocus(rating && rateKey(assessmentKey(rating.prompt.uid, rating.partner.uid)));
  const rows = useMemo(
    () => toGridRows(matches.prompts, partnership.prompts, closed),
    [matches.prompts, partnership.prompts, closed],
  );
  return (
    <>
      <PhoneList
        partners={partners}
        rows={rows}
        cells={cells}
        passing={matches.keys}
        mayRate={({ uid }) => mayRate(uid, memberships)}
        onAgreed={(group) =>
          onShow({ group, progress: ['agreed'], partners: partners.length === 1 ? partners.map(({ uid }) => uid) : [] })
        }
        onRate={(prompt, partner) => setRating({ prompt, partner })}
        onToggle={(group) =>
          setClosed((before) => {
            const next = new Set(before);
            if (!next.delete(group)) next.add(group);
            return next;
          })
        }
      />
      {rating !== undefined && (
        <QuickRating
          partnership={partnership}
          subject={{ theme, ...rating }}
          verdict={undefined}
          onSaved={steps.add}
          onClose={() => setRating(undefined)}
        />
      )}
    </>
  );
}
