import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { formatShortDay } from '../../domain/calendar/day.ts';
import { londonDay } from '../../domain/calendar/london.ts';
import { toHref } from '../../session/href.ts';
import type { UnregisteredFile } from '../../session/use-unregistered.ts';
import { FileIcon } from '../../ui/file-icon.tsx';
import { rowHover } from '../../ui/row-hover.ts';
import type { EvidenceRow } from './evidence-rows.ts';
import { formatSize } from './size.ts';
import { StateWord } from './state-word.tsx';

const useStyles = makeStyles({
  scroll: {
    flexGrow: 1,
    minHeight: '120px',
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    marginBottom: tokens.spacingVerticalM,
  },
  table: { width: '100%', borderCollapse: 'separate', borderSpacing: 0 },
  head: {
    ...typographyStyles.caption1Strong,
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: '34px',
    textAlign: 'left',
    padding: `0 ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: 'nowrap',
  },
  row: { position: 'relative', ':hover': rowHover },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 4px 0 0 ${tokens.colorCompoundBrandStroke}`,
    ':hover': {
      backgroundColor: tokens.colorBrandBackground2,
      boxShadow: `inset 4px 0 0 ${tokens.colorCompoundBrandStroke}`,
    },
  },
  cell: {
    ...typographyStyles.caption1,
    height: '44px',
    boxSizing: 'border-box',
    padding: `2px ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground2,
  },
  first: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM, minWidth: '200px' },
  icon: { lineHeight: 0, color: tokens.colorNeutralForeground3, flexShrink: 0 },
  title: {
    ...typographyStyles.body1,
    display: 'block',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    // The whole row opens the item.
    '::after': { content: '""', position: 'absolute', inset: 0 },
    ':focus-visible': { outline: 'none' },
    ':focus-visible::after': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  plain: {
    ...typographyStyles.body1,
    display: 'block',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground1,
  },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  figure: { textAlign: 'right', whiteSpace: 'nowrap' },
  nowrap: { whiteSpace: 'nowrap' },
});

export type ListProps = {
  readonly rows: readonly EvidenceRow[];
  readonly chosen: string | undefined;
  readonly mayRegister: (partner: string) => boolean;
  readonly onRegister: (file: UnregisteredFile) => void;
};

/** The register from 640 px up. */
export function EvidenceTable({ rows, chosen, mayRegister, onRegister }: ListProps) {
  const styles = useStyles();
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="Evidence">
        <thead>
          <tr>
            <th className={styles.head}>Title and prompts</th>
            <th className={styles.head}>Partner</th>
            <th className={styles.head}>State</th>
            <th className={mergeClasses(styles.head, styles.figure)}>Size</th>
            <th className={styles.head}>Changed</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={mergeClasses(styles.row, row.key === chosen && styles.chosen)}>
              <td className={styles.cell}>
                <span className={styles.first}>
                  <span className={styles.icon}>
                    <FileIcon name={row.fileName} />
                  </span>
                  <span>
                    {row.unregistered === undefined ? (
                      <a
                        href={toHref({ screen: 'evidence', item: row.key })}
                        data-key={row.key}
                        className={styles.title}
                      >
                        {row.title}
                      </a>
                    ) : (
                      <span className={styles.plain}>{row.title}</span>
                    )}
                    <span className={styles.small}>{toDetail(row)}</span>
                  </span>
                </span>
              </td>
              <td className={styles.cell}>{row.partnerTitle}</td>
              <td className={styles.cell}>
                <StateWord state={row.state} />{' '}
                {row.unregistered !== undefined && mayRegister(row.partner) && (
                  <RegisterButton row={row} file={row.unregistered} onRegister={onRegister} />
                )}
              </td>
              <td className={mergeClasses(styles.cell, styles.figure)}>
                {row.size === undefined ? 'Not there yet' : formatSize(row.size)}
              </td>
              <td className={mergeClasses(styles.cell, styles.nowrap)}>
                {formatShortDay(londonDay(row.changed.at))}, {row.changed.by}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RegisterProps = {
  readonly row: EvidenceRow;
  readonly file: UnregisteredFile;
  readonly onRegister: (file: UnregisteredFile) => void;
};

/** Makes the item of a file that lies in a folder. */
export function RegisterButton({ row, file, onRegister }: RegisterProps) {
  return (
    <Button size="small" aria-label={`Register ${row.title}`} onClick={() => onRegister(file)}>
      Register
    </Button>
  );
}

/** The file's name where the title does not say it, and the prompts that it supports. */
export function toDetail(row: EvidenceRow): string {
  if (row.unregistered !== undefined) return 'In the folder, not registered';
  const [first, ...more] = row.codes;
  const prompts =
    first === undefined ? 'No prompt linked' : more.length === 0 ? first : `${first} and ${more.length} more`;
  // Most titles are the file's name without its ending: once is enough.
  const saysItself = row.fileName === undefined || row.fileName.replace(/\.[^.]{1,10}$/, '') === row.title;
  return saysItself ? prompts : `${prompts}. ${row.fileName}`;
}
