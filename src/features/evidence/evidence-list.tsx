import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { formatShortDay } from '../../domain/calendar/day.ts';
import { londonDay } from '../../domain/calendar/london.ts';
import { toHref } from '../../session/href.ts';
import { FileIcon } from '../../ui/file-icon.tsx';
import { type ListProps, RegisterButton, toDetail } from './evidence-table.tsx';
import { formatSize } from './size.ts';
import { StateWord } from './state-word.tsx';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: `0 -${tokens.spacingHorizontalM}`,
    padding: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: {
    position: 'relative',
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '56px',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  chosen: { backgroundColor: tokens.colorBrandBackground2 },
  icon: { lineHeight: 0, color: tokens.colorNeutralForeground3, flexShrink: 0 },
  words: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', rowGap: '2px' },
  title: {
    ...typographyStyles.body1,
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    '::after': { content: '""', position: 'absolute', inset: 0 },
    ':focus-visible': { outline: 'none' },
    ':focus-visible::after': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  plain: { ...typographyStyles.body1, overflowWrap: 'anywhere' },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
});

/** The register on a phone: title, state, whose and when, under each other. */
export function EvidenceList({ rows, chosen, mayRegister, onRegister }: ListProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label="Evidence">
      {rows.map((row) => (
        <li key={row.key} className={mergeClasses(styles.row, row.key === chosen && styles.chosen)}>
          <span className={styles.icon}>
            <FileIcon name={row.fileName} />
          </span>
          <span className={styles.words}>
            {row.unregistered === undefined ? (
              <a href={toHref({ screen: 'evidence', item: row.key })} data-key={row.key} className={styles.title}>
                {row.title}
              </a>
            ) : (
              <span className={styles.plain}>{row.title}</span>
            )}
            <span className={styles.line}>
              <StateWord state={row.state} />
              {row.unregistered !== undefined && mayRegister(row.partner) && (
                <RegisterButton row={row} file={row.unregistered} onRegister={onRegister} />
              )}
            </span>
            <span className={styles.small}>
              {row.partnerTitle}. {toDetail(row)}.
            </span>
            <span className={styles.small}>
              {row.size === undefined ? 'Not there yet' : formatSize(row.size)}, changed{' '}
              {formatShortDay(londonDay(row.changed.at))}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
