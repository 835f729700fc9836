import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { Flag16Regular } from '@fluentui/react-icons/svg/flag';
import { History16Regular } from '@fluentui/react-icons/svg/history';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import { toHref } from '../../session/href.ts';
import { FileIcon } from '../../ui/file-icon.tsx';
import { groupWords, isRow } from './arrange.ts';
import type { EvidenceRow } from './evidence-rows.ts';
import type { ListProps } from './list-props.ts';
import { pickBox } from './pick-box.ts';
import { RegisterButton } from './register-button.tsx';
import { freshnessWords, stackedWords } from './row-words.ts';
import { StateWord } from './state-word.tsx';
import { TriBox } from './tri-box.tsx';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    // As wide as the screen, whatever stands above it.
    margin: `0 calc(-1 * ${tokens.spacingHorizontalM})`,
    padding: 0,
    flexShrink: 0,
    position: 'relative',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: {
    position: 'absolute',
    top: 0,
    left: 0,
    right: 0,
    boxSizing: 'border-box',
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '56px',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  group: {
    ...typographyStyles.caption1Strong,
    minHeight: '30px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  // Not Fluent's own: high contrast makes a highlight of that, on which the words would vanish.
  picked: { backgroundColor: tokens.colorNeutralBackground4 },
  chosen: { backgroundColor: tokens.colorBrandBackground2 },
  // In the place of the icon, and as far from the words.
  box: { ...pickBox, width: '44px', margin: '-12px' },
  groupBox: { width: '44px', margin: '-8px -12px' },
  icon: { lineHeight: 0, color: tokens.colorNeutralForeground3, flexShrink: 0 },
  words: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', rowGap: '2px' },
  title: {
    // The whole row is pressed: its title takes no more room for that.
    minHeight: 'auto !important',
    ...typographyStyles.body1,
    overflowWrap: 'anywhere',
    padding: 0,
    border: 'none',
    textAlign: 'left',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    '::after': { content: '""', position: 'absolute', inset: 0 },
    ':focus-visible': { outline: 'none' },
    ':focus-visible::after': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    '& button': { position: 'relative', zIndex: 1, marginLeft: 'auto' },
  },
  fresh: {
    ...typographyStyles.caption1,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    marginLeft: 'auto',
    color: tokens.colorNeutralForeground3,
  },
  stale: { color: tokens.colorPalettePurpleForeground2, fontWeight: tokens.fontWeightSemibold },
  late: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
});

type Props = ListProps & {
  /** A press chooses a row and opens none. */
  readonly isChoosing: boolean;
};

/** The register on a phone: title, state, whose and when, under each other; only what is in sight is drawn. */
export function EvidenceList({ lines, chosen, detailOf, mayRegister, onRegister, picks, isChoosing }: Props) {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scrollerOf(list.current),
    estimateSize: () => 92,
    overscan: 3,
    scrollMargin: top,
    initialRect: { width: 360, height: 640 },
  });
  function choose(event: MouseEvent) {
    const target = event.target as Element;
    const line = Number(target.closest('li')?.getAttribute('data-index') ?? Number.NaN);
    if (Number.isNaN(line)) return;
    if (!(target instanceof HTMLInputElement)) {
      event.preventDefault();
      event.stopPropagation();
    }
    picks.toggle(line);
  }

  return (
    <ul
      ref={list}
      className={styles.list}
      aria-label="Evidence"
      style={{ height: virtual.getTotalSize() }}
      onClickCapture={isChoosing ? choose : undefined}
    >
      {virtual.getVirtualItems().map(({ index, start, key }) => {
        const line = lines[index];
        if (line === undefined) return undefined;
        const position = { transform: `translateY(${start - top}px)` };
        const of = { 'aria-setsize': lines.length, 'aria-posinset': index + 1, 'data-index': index };
        if (!isRow(line)) {
          const count = picks.counts.get(index) ?? 0;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              className={mergeClasses(styles.row, styles.group)}
              style={position}
              {...of}
            >
              {isChoosing && (
                <TriBox
                  label={`Choose all of ${line.group}`}
                  chosen={count}
                  of={line.count}
                  className={styles.groupBox}
                />
              )}
              {groupWords(line, count)}
            </li>
          );
        }
        return (
          <li
            key={key}
            ref={virtual.measureElement}
            className={mergeClasses(
              styles.row,
              picks.picked.has(line.key) && styles.picked,
              line.key === chosen && styles.chosen,
            )}
            style={position}
            {...of}
          >
            <Words
              row={line}
              isPicked={isChoosing ? picks.picked.has(line.key) : undefined}
              detailOf={detailOf}
              isRegistrable={mayRegister(line.partner)}
              onRegister={onRegister}
            />
          </li>
        );
      })}
    </ul>
  );
}

type WordsProps = Pick<ListProps, 'onRegister' | 'detailOf'> & {
  readonly row: EvidenceRow;
  /** Missing while rows are opened, not chosen. */
  readonly isPicked: boolean | undefined;
  readonly isRegistrable: boolean;
};

function Words({ row, isPicked, isRegistrable, detailOf, onRegister }: WordsProps) {
  const styles = useStyles();
  const { unregistered } = row;
  const isStale = row.freshness === 'stale' || row.freshness === 'review passed';
  return (
    <>
      {isPicked === undefined ? (
        <span className={styles.icon}>
          <FileIcon name={row.fileName} />
        </span>
      ) : (
        <input type="checkbox" readOnly aria-label={`Choose ${row.title}`} checked={isPicked} className={styles.box} />
      )}
      <span className={styles.words}>
        {unregistered === undefined ? (
          <a href={toHref({ screen: 'evidence', item: row.key })} data-key={row.key} className={styles.title}>
            {row.title}
          </a>
        ) : (
          <button type="button" className={styles.title} onClick={() => onRegister(unregistered)}>
            {row.title}
          </button>
        )}
        <span className={styles.line}>
          <StateWord state={row.state} news={row.news} />
          {unregistered !== undefined && isRegistrable && isPicked === undefined && (
            <RegisterButton title={row.title} file={unregistered} onRegister={onRegister} />
          )}
          <span className={mergeClasses(styles.fresh, isStale && styles.stale, row.lateDays > 0 && styles.late)}>
            {row.lateDays > 0 && <Flag16Regular aria-hidden="true" />}
            {isStale && <History16Regular aria-hidden="true" />}
            {freshnessWords(row)}
          </span>
        </span>
        <span className={styles.small}>{stackedWords(row, detailOf(row))}</span>
      </span>
    </>
  );
}

/** On a phone the whole page moves, not the list alone. */
function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  for (let at = element?.parentElement ?? null; at !== null; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (overflowY === 'auto' || overflowY === 'scroll') return at;
  }
  return null;
}
