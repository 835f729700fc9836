import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { type GridPlace, moveInGrid } from './grid-moves.ts';
import { GroupRow, PromptRow } from './grid-row.tsx';
import { countRated, type GridRow } from './grid-rows.ts';

const useStyles = makeStyles({
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    position: 'relative',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  grid: { minWidth: 'min-content' },
  head: {
    display: 'grid',
    position: 'sticky',
    top: 0,
    zIndex: 3,
    minHeight: '56px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  corner: {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    padding: `0 ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  partner: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    textAlign: 'center',
    padding: '4px 2px',
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    minWidth: 0,
  },
  own: { backgroundColor: tokens.colorNeutralBackground1 },
  name: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground1 },
  count: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});

type Props = {
  readonly partnership: Partnership;
  readonly rows: readonly GridRow[];
  readonly ownPartners: readonly string[];
  /** The assessment or prompt that the panel shows. */
  readonly chosen: string | undefined;
  readonly evidenceCounts: ReadonlyMap<string, number>;
  readonly onToggle: (group: string) => void;
  readonly onOpenAssessment: (assessment: string) => void;
  readonly onOpenPrompt: (prompt: string) => void;
};

/** Prompts down, partners across: one tab stop, with the keys of a spreadsheet. */
export function Grid(props: Props) {
  const { partnership, rows, ownPartners, chosen, evidenceCounts, onToggle, onOpenAssessment, onOpenPrompt } = props;
  const { partners, prompts, assessments } = partnership;
  const styles = useStyles();
  const element = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  const wantsFocus = useRef(false);
  const columns = partners.length + 1;
  const active = { row: Math.min(place.row, rows.length - 1), column: Math.min(place.column, columns - 1) };
  const template = useMemo(
    () => ({ gridTemplateColumns: `minmax(290px, 1fr) repeat(${partners.length}, 76px)` }),
    [partners.length],
  );

  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    element.current?.querySelector<HTMLElement>(`[data-place="${active.row}:${active.column}"]`)?.focus();
  });

  const openAt = useCallback(
    ({ row, column }: GridPlace) => {
      setPlace({ row, column });
      const entry = rows[row];
      if (entry === undefined) return;
      if (entry.kind === 'group') {
        onToggle(entry.name);
        wantsFocus.current = true;
        return;
      }
      const partner = partners[column - 1];
      if (partner === undefined) onOpenPrompt(entry.prompt.uid);
      else onOpenAssessment(assessmentKey(entry.prompt.uid, partner.uid));
    },
    [rows, partners, onToggle, onOpenPrompt, onOpenAssessment],
  );

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      openAt(active);
      return;
    }
    const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey };
    const next = moveInGrid(active, press, { rows: rows.length, columns });
    if (next === undefined) return;
    event.preventDefault();
    wantsFocus.current = true;
    setPlace(next);
  }

  return (
    <div className={styles.scroll}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table of hundreds of cells that is one tab stop is a grid */}
      <div
        ref={element}
        role="grid"
        tabIndex={-1}
        aria-label="Checklist"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns}
        className={styles.grid}
        onKeyDown={onKeyDown}
        style={{ outline: 'none' }}
      >
        {/* biome-ignore lint/a11y/useFocusableInteractive: the heads of the grid are read, not visited */}
        {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
        <div role="row" aria-rowindex={1} className={styles.head} style={template}>
          {/* biome-ignore lint/a11y/useFocusableInteractive: see the row */}
          {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
          <div role="columnheader" aria-colindex={1} className={styles.corner}>
            <span className={styles.name}>Prompt</span>
            <span className={styles.count}>Rated</span>
          </div>
          {partners.map((partner, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: see the row
            // biome-ignore lint/a11y/useSemanticElements: see the grid
            <div
              key={partner.uid}
              role="columnheader"
              aria-colindex={index + 2}
              className={`${styles.partner} ${ownPartners.includes(partner.uid) ? styles.own : ''}`}
            >
              <span className={styles.name}>{partner.title}</span>
              <span className={styles.count}>
                {countRated(prompts, partner, assessments)} of {prompts.length}
              </span>
            </div>
          ))}
        </div>
        {rows.map((row, index) => {
          const shared = {
            index,
            template,
            partners,
            assessments,
            activeColumn: index === active.row ? active.column : -1,
            onOpen: openAt,
          };
          if (row.kind === 'group') return <GroupRow key={`group ${row.name}`} {...shared} group={row} />;
          const isChosen =
            chosen !== undefined && (chosen === row.prompt.uid || chosen.startsWith(`${row.prompt.uid}.`));
          return (
            <PromptRow
              key={row.prompt.uid}
              {...shared}
              prompt={row.prompt}
              chosen={isChosen ? chosen : undefined}
              evidenceCounts={evidenceCounts}
            />
          );
        })}
      </div>
    </div>
  );
}
