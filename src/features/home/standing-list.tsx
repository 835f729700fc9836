import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Standing } from '../../domain/checklist/roll-up.ts';
import { verdictName, verdicts } from '../../domain/checklist/verdict.ts';
import { toHref } from '../../session/href.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { Card } from '../../ui/card.tsx';
import { hiddenStyle } from '../../ui/hidden.ts';
import { ThinBar } from '../../ui/thin-bar.tsx';
import { VerdictMark } from '../../ui/verdict-mark.tsx';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(110px, 1fr) minmax(90px, 120px) 72px minmax(150px, 1fr)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '60px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 1099px)': {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      rowGap: '6px',
      gridTemplateAreas: '"name figure" "bar bar" "counts counts"',
    },
  },
  bar: { '@media (max-width: 1099px)': { gridArea: 'bar' } },
  name: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  lead: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
  figure: {
    ...typographyStyles.body1Strong,
    textAlign: 'right',
    whiteSpace: 'nowrap',
    '@media (max-width: 1099px)': { gridArea: 'figure' },
  },
  counts: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '10px',
    rowGap: '4px',
    '@media (max-width: 1099px)': { gridArea: 'counts' },
  },
  count: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    minHeight: '24px',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media (max-width: 639px)': { minHeight: '44px' },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type Props = { readonly partnership: Partnership; readonly standings: readonly Standing[] };

/** How many prompts each partner has rated, fewest first, and how; each count opens the answers behind it. */
export function StandingList({ partnership, standings }: Props) {
  const styles = useStyles();
  const sorted = standings.toSorted((one, other) => one.rated - other.rated);
  const rated = standings.reduce((sum, standing) => sum + standing.rated, 0);
  const all = standings.reduce((sum, standing) => sum + standing.of, 0);
  return (
    <Card
      title={`Where the partners stand${partnership.theme === undefined ? '' : `: ${partnership.theme.title}`}`}
      detail={`${rated} of ${all} rated`}
      flush
    >
      <ul className={styles.list}>
        {sorted.map((standing) => {
          const partner = partnership.partners.find((entry) => entry.uid === standing.partner);
          const lead = partnership.people.find((line) => line.role === 'lead' && line.partner === standing.partner);
          const given = verdicts.filter((verdict) => standing.counts[verdict] > 0);
          return (
            <li key={standing.partner} className={styles.row}>
              <div>
                <p className={styles.name}>{partner?.title}</p>
                <p className={styles.lead}>{lead?.title ?? 'No lead named'}</p>
              </div>
              <div className={styles.bar}>
                <ThinBar
                  done={standing.of === 0 ? 0 : standing.rated / standing.of}
                  label={`Prompts that ${partner?.title} has rated`}
                  words={`${standing.rated} of ${standing.of}`}
                />
              </div>
              <span className={styles.figure}>
                {standing.rated} of {standing.of}
              </span>
              <span className={styles.counts}>
                {given.length === 0 && <span className={styles.quiet}>Nothing rated yet</span>}
                {given.map((verdict) => (
                  <a
                    key={verdict}
                    href={toHref({ screen: 'checklist', rows: { list: verdict, partner: standing.partner } })}
                    className={styles.count}
                  >
                    <VerdictMark verdict={verdict} size={14} />
                    {standing.counts[verdict]} {verdictName(verdict).toLowerCase()}
                    <span style={hiddenStyle}>of {partner?.title}</span>
                  </a>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
