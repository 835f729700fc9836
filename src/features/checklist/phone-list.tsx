import { makeStyles, mergeClasses, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import type { ReactNode } from 'react';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { verdictName } from '../../domain/checklist/verdict.ts';
import { toHref } from '../../session/href.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import type { Partner } from '../../workspace/schema/lists.ts';
import { countRated, type GridRow } from './grid-rows.ts';

const useStyles = makeStyles({
  top: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
  },
  picker: { '& select': { minHeight: '44px' } },
  summary: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0, backgroundColor: tokens.colorNeutralBackground1 },
  group: {
    ...typographyStyles.caption1Strong,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '44px',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'left',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  groupName: { flexGrow: 1 },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  row: {
    ...typographyStyles.body1,
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '56px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  words: { flexGrow: 1, minWidth: 0 },
  said: { ...typographyStyles.caption1, display: 'block', paddingTop: '2px', color: tokens.colorNeutralForeground2 },
  end: { alignSelf: 'center', lineHeight: 0, color: tokens.colorNeutralForeground3 },
});

type Props = {
  readonly partnership: Partnership;
  readonly partner: Partner;
  readonly rows: readonly GridRow[];
  readonly evidenceCounts: ReadonlyMap<string, number>;
  readonly onToggle: (group: string) => void;
};

/** One partner's answers on a phone, verdicts said in words beside their marks. */
export function PhoneList({ partnership, partner, rows, evidenceCounts, onToggle }: Props) {
  const styles = useStyles();
  const { assessments } = partnership;
  return (
    <ul className={styles.list} aria-label={`Prompts of ${partner.title}`}>
      {rows.map((row) => {
        if (row.kind === 'group') {
          return (
            <li key={`group ${row.name}`}>
              <button
                type="button"
                aria-expanded={row.isOpen}
                className={styles.group}
                onClick={() => onToggle(row.name)}
              >
                <span aria-hidden="true" style={{ lineHeight: 0 }}>
                  {row.isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
                </span>
                <span className={styles.groupName}>{row.name}</span>
                <span className={styles.quiet}>
                  {countRated(row.prompts, partner, assessments)} of {row.prompts.length} rated
                </span>
              </button>
            </li>
          );
        }
        const key = assessmentKey(row.prompt.uid, partner.uid);
        const verdict = assessments.get(key)?.verdict;
        const proofs = evidenceCounts.get(key) ?? 0;
        return (
          <li key={row.prompt.uid}>
            <a href={toHref({ screen: 'checklist', assessment: key })} data-key={key} className={styles.row}>
              <VerdictMark verdict={verdict} size={26} />
              <span className={styles.words}>
                {row.prompt.title}
                <span className={styles.said}>
                  {row.prompt.code} · {verdictName(verdict)}
                  {verdict !== undefined && ', own'}
                  {proofs > 0 && ` · ${proofs} ${proofs === 1 ? 'document' : 'documents'}`}
                </span>
              </span>
              <span className={mergeClasses(styles.end)} aria-hidden="true">
                <ChevronRight16Regular />
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

type PickerProps = {
  readonly partnership: Partnership;
  readonly partner: Partner;
  readonly onPartner: (uid: string) => void;
  readonly children: ReactNode;
};

/** Whose answers are shown, and the filters below it. */
export function PartnerPicker({ partnership, partner, onPartner, children }: PickerProps) {
  const styles = useStyles();
  const { partners, prompts, assessments } = partnership;
  return (
    <div className={styles.top}>
      <Select
        size="large"
        aria-label="Partner"
        className={styles.picker}
        value={partner.uid}
        onChange={(_, { value }) => onPartner(value)}
      >
        {partners.map((entry) => (
          <option key={entry.uid} value={entry.uid}>
            {entry.title}
          </option>
        ))}
      </Select>
      {children}
      <p className={styles.summary}>
        {countRated(prompts, partner, assessments)} of {prompts.length} rated.
      </p>
    </div>
  );
}
