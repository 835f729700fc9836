import { useMemo } from 'react';
import type { Partnership } from '../../session/use-partnership.ts';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { isRow } from './arrange.ts';
import { EvidenceList } from './evidence-list.tsx';
import type { EvidenceRow } from './evidence-rows.ts';
import { EvidenceTable } from './evidence-table.tsx';
import type { ListProps } from './list-props.ts';
import { usePicking } from './use-picking.ts';

const loadPickedBar = async () => (await import('./picked-bar.tsx')).PickedBar;

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

  function end() {
    picks.clear();
    onStop();
    // What had the focus has gone with the bar.
    document
      .querySelector<HTMLElement>('[role="grid"] [data-place][tabindex="0"], ul[aria-label="Evidence"] a')
      ?.focus({ preventScroll: true });
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
          props={{ partnership, rows: picks.rows, notShown, onEnd: end, onPack }}
          onClose={end}
        />
      )}
    </>
  );
}
