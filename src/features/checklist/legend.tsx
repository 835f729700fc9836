import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Document16Regular } from '@fluentui/react-icons/svg/document';
import { verdictName, verdicts } from '../../domain/checklist/verdict.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';

const useStyles = makeStyles({
  row: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'center',
    listStyle: 'none',
    margin: 0,
    padding: `${tokens.spacingVerticalS} 0`,
    color: tokens.colorNeutralForeground2,
  },
  item: { display: 'flex', alignItems: 'center', columnGap: '6px' },
});

/** What the marks mean. */
export function Legend() {
  const styles = useStyles();
  return (
    <ul className={styles.row} aria-label="What the marks mean">
      {[...verdicts, undefined].map((verdict) => (
        <li key={verdictName(verdict)} className={styles.item}>
          <VerdictMark verdict={verdict} size={16} />
          {verdictName(verdict)}
        </li>
      ))}
      <li className={styles.item}>
        <Document16Regular aria-hidden="true" />
        Documents linked
      </li>
      <li className={styles.item}>Outlined marks are a partner's own verdict.</li>
    </ul>
  );
}
