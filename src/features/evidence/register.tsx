import { useMemo, useState } from 'react';
import type { ManyAct } from '../../domain/evidence/several.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { BigDialog } from '../../ui/big-dialog.tsx';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { isLost, useFocusAfter } from '../../ui/use-focus-after.ts';
import { useWidth } from '../../ui/use-width.ts';
import { isRow } from './arrange.ts';
import { EvidenceList } from './evidence-list.tsx';
import type { EvidenceRow } from './evidence-rows.ts';
import { EvidenceTable } from './evidence-table.tsx';
import type { ListProps } from './list-props.ts';
import { usePicking } from './use-picking.ts';

const loadPickedBar = async () => (await import('./picked-bar.tsx')).PickedBar;
const loadSeveralDialog = async () => (await import('./several-dialog.tsx')).SeveralDialog;

type Props = Omit<ListProps, 'picks'> & {
  readonly partnership: Partnership;
  /** All rows, also those that the list does not show now. */
  readonly rows: readonly EvidenceRow[];
  /** On a phone: a press chooses rows. */
  readonly isChoosing: boolean;
  readonly onStop: () => void;
  readonly onPack: (keys: ReadonlySet<string>, isBare: boolean) => void;
};

/** The list as the width allows it, and below it what can be done with the rows that are chosen. */
export function Register({ partnership, rows, isChoosing, onStop, onPack, ...listProps }: Props) {
  const isNarrow = useWidth() === 'narrow';
  const picks = usePicking(rows, listProps.lines);
  const props = { ...listProps, picks };
  const notShown = useMemo(() => {
    if (picks.rows.length === 0) return 0;
    const shown = new Set(listProps.lines.map((line) => (isRow(line) ? line.key : '')));
    return picks.rows.filter(({ key }) => !shown.has(key)).length;
  }, [picks.rows, listProps.lines]);

  // With the rows as they were: what is done to them takes them, and the bar, away from under the question.
  const [asked, setAsked] = useState<{ readonly act: ManyAct; readonly rows: readonly EvidenceRow[] } | undefined>();
  useFocusAfter(asked !== undefined, focusList);
  // What cleared the filters has gone with them.
  useFocusAfter(listProps.lines.length === 0, focusList);

  function end() {
    picks.clear();
    onStop();
    // What had the focus has gone with the bar.
    focusList();
  }

  return (
    <>
      {listProps.lines.length > 0 &&
        (isNarrow ? (
          <EvidenceList {...props} isChoosing={isChoosing || picks.rows.length > 0} />
        ) : (
          <EvidenceTable {...props} />
        ))}
      {(picks.rows.length > 0 || (isChoosing && isNarrow)) && (
        <LazyPart
          load={loadPickedBar}
          props={{
            rows: picks.rows,
            notShown,
            onEnd: end,
            onPack,
            onAct: (act) => setAsked({ act, rows: picks.rows }),
          }}
          onClose={end}
        />
      )}
      {asked !== undefined && (
        <LazyPart
          load={loadSeveralDialog}
          props={{
            ...asked,
            partnership,
            onClose: (failed) => {
              setAsked(undefined);
              if (failed === undefined) return;
              if (failed.size === 0) end();
              else picks.choose(failed);
            },
          }}
          frame={BigDialog}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

/** The row that the keyboard was on; where the list is empty now, the screen's heading. */
function focusList(): void {
  document
    .querySelector<HTMLElement>(
      '[role="grid"] [data-place][tabindex="0"], ul[aria-label="Evidence"] a, ul[aria-label="Evidence"] button',
    )
    ?.focus({ preventScroll: true });
  if (isLost()) document.getElementById('page-title')?.focus({ preventScroll: true });
}
