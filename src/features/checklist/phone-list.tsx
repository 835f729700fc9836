import { Button, Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useState } from 'react';
import { shareOf } from '../../domain/checklist/heat-map.ts';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';
import type { Cell, Cells, Matches } from './cells.ts';
import type { GridRow } from './grid-rows.ts';
import { PhoneRow } from './phone-row.tsx';

/** So many answers are drawn at first: all partners' may be thousands. */
const AT_FIRST = 200;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, backgroundColor: tokens.colorNeutralBackground1 },
  group: {
    ...typographyStyles.caption1Strong,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    flexGrow: 1,
    minWidth: 0,
    minHeight: '44px',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalM}`,
    border: 'none',
    textAlign: 'left',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  count: {
    ...typographyStyles.caption1,
    flexShrink: 0,
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '44px',
    padding: `0 ${tokens.spacingHorizontalM}`,
  },
  more: { minHeight: '44px', margin: tokens.spacingHorizontalM },
});

type Line =
  | Extract<GridRow, { kind: 'group' }>
  | { readonly kind: 'answer'; readonly prompt: Prompt; readonly partner: Partner; readonly cell: Cell };

type Props = {
  /** One, or all of them. */
  readonly partners: readonly Partner[];
  readonly rows: readonly GridRow[];
  readonly cells: Cells;
  /** Keys of the cells that pass the filters; undefined where all do. */
  readonly passing: Matches['keys'];
  readonly mayRate: (partner: Partner) => boolean;
  readonly onRate: (prompt: Prompt, partner: Partner) => void;
  readonly onToggle: (group: string) => void;
  /** Shows what is agreed of a group. */
  readonly onAgreed: (group: string) => void;
};

/** Answers on a phone, verdicts said in words beside their marks. */
export function PhoneList({ partners, rows, cells, passing, mayRate, onRate, onToggle, onAgreed }: Props) {
  const styles = useStyles();
  const [most, setMost] = useState(AT_FIRST);
  const only = partners.length === 1 ? partners[0] : undefined;
  const lines = rows.flatMap((row): readonly Line[] => {
    if (row.kind === 'group') return [row];
    return partners.flatMap((partner) => {
      const cell = cells.get(assessmentKey(row.prompt.uid, partner.uid));
      const isShown = cell !== undefined && (passing?.has(cell.key) ?? true);
      return isShown ? [{ kind: 'answer', prompt: row.prompt, partner, cell }] : [];
    });
  });
  return (
    <>
      <ul className={styles.list} aria-label={`Prompts of ${only?.title ?? 'all partners'}`}>
        {lines.slice(0, most).map((line) => {
          if (line.kind === 'answer') {
            const { prompt, partner, cell } = line;
            return (
              <PhoneRow
                key={cell.key}
                prompt={prompt}
                cell={cell}
                of={only === undefined ? partner : undefined}
                onRate={mayRate(partner) ? () => onRate(prompt, partner) : undefined}
              />
            );
          }
          const facts = partners.flatMap(({ uid }) =>
            line.all.flatMap((prompt) => cells.get(assessmentKey(prompt.uid, uid))?.facts ?? []),
          );
          const { agreed, of } = shareOf(facts);
          return (
            <li key={`group ${line.name}`} className={styles.head}>
              <button
                type="button"
                aria-expanded={line.isOpen}
                className={styles.group}
                onClick={() => onToggle(line.name)}
              >
                <span aria-hidden="true" style={{ lineHeight: 0 }}>
                  {line.isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
                </span>
                {line.name}
              </button>
              {agreed === 0 ? (
                <span className={mergeClasses(styles.count, styles.quiet)}>0 of {of} agreed</span>
              ) : (
                <Link
                  className={styles.count}
                  aria-label={`${agreed} of ${of} agreed, ${line.name}`}
                  onClick={() => onAgreed(line.name)}
                >
                  {agreed} of {of} agreed
                </Link>
              )}
            </li>
          );
        })}
      </ul>
      {lines.length > most && (
        <Button className={styles.more} onClick={() => setMost(most + AT_FIRST)}>
          Show more, {lines.length - most} left
        </Button>
      )}
    </>
  );
}
