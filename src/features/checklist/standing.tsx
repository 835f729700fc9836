import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { formatInstant } from '../../domain/calendar/london.ts';
import { verdictName } from '../../domain/checklist/verdict.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import type { Assessment, Partner } from '../../workspace/schema/lists.ts';

const useStyles = makeStyles({
  label: { ...typographyStyles.caption1Strong, display: 'block', marginBottom: tokens.spacingVerticalXS },
  box: {
    ...typographyStyles.body1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  who: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, marginLeft: 'auto' },
});

type Props = { readonly partner: Pick<Partner, 'title'>; readonly row: Assessment | undefined };

/** What the partner's own word is now, and who gave it when. */
export function Standing({ partner, row }: Props) {
  const styles = useStyles();
  return (
    <div>
      <span className={styles.label}>{partner.title} says</span>
      <div className={styles.box}>
        <VerdictMark verdict={row?.verdict} size={20} />
        <span>{verdictName(row?.verdict)}</span>
        {row?.ratedBy !== undefined && row.ratedAt !== undefined && (
          <span className={styles.who}>
            {row.ratedBy.name}, {formatInstant(row.ratedAt)}
          </span>
        )}
      </div>
    </div>
  );
}
