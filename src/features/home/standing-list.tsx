import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { BROUGHT, broughtWords, RATED, type Standing } from '../../domain/checklist/roll-up.ts';
import { verdictName, verdicts } from '../../domain/checklist/verdict.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { Card } from '../../ui/card.tsx';
import { hiddenStyle } from '../../ui/hidden.ts';
import { ThinBar } from '../../ui/thin-bar.tsx';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { RowsLink } from './rows-link.tsx';

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
  quiet: { color: tokens.colorNeutralForeground3 },
});

type Props = { readonly partnership: Partnership; readonly standings: readonly Standing[] };

/** How many prompts each partner has rated, fewest first, and how; each count opens the answers behind it. */
export function StandingList({ partnership, standings }: Props) {
  const styles = useStyles();
  const sorted = standings.toSorted((one, other) => one.rated - other.rated);
  const { theme } = partnership;
  const sum = (of: (standing: Standing) => number) => standings.reduce((total, standing) => total + of(standing), 0);
  const rated = sum((standing) => standing.rated);
  const brought = sum((standing) => standing.brought);
  const words = `${rated} of ${sum((standing) => standing.of)} rated`;
  return (
    <Card
      title={`Where the partners stand${theme === undefined ? '' : `: ${theme.title} ${theme.year}`}`}
      detail={
        <>
          {rated === 0 ? words : <RowsLink rows={{ list: RATED }}>{words}</RowsLink>}
          {brought > 0 && (
            <>
              {', '}
              <RowsLink rows={{ list: BROUGHT }}>{broughtWords(brought)}</RowsLink>
            </>
          )}
        </>
      }
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
                {standing.rated === 0 ? (
                  `0 of ${standing.of}`
                ) : (
                  <RowsLink rows={{ list: RATED, partner: standing.partner }}>
                    {standing.rated} of {standing.of}
                    <span style={hiddenStyle}> rated by {partner?.title}</span>
                  </RowsLink>
                )}
              </span>
              <span className={styles.counts}>
                {given.length === 0 && <span className={styles.quiet}>Nothing rated yet</span>}
                {given.map((verdict) => (
                  <RowsLink key={verdict} rows={{ list: verdict, partner: standing.partner }}>
                    <VerdictMark verdict={verdict} size={14} />
                    {standing.counts[verdict]} {verdictName(verdict).toLowerCase()}
                    <span style={hiddenStyle}>of {partner?.title}</span>
                  </RowsLink>
                ))}
                {standing.brought > 0 && (
                  <RowsLink rows={{ list: BROUGHT, partner: standing.partner }}>
                    {broughtWords(standing.brought)}
                    <span style={hiddenStyle}> by {partner?.title}</span>
                  </RowsLink>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
