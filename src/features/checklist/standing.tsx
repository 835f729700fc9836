import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { formatInstant } from '../../domain/calendar/london.ts';
import { isAgreedBefore, isDisputed } from '../../domain/checklist/progress.ts';
import { type Verdict, verdictName } from '../../domain/checklist/verdict.ts';
import { PartAct } from '../../ui/part-head.tsx';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import type { Assessment, Partner } from '../../workspace/schema/lists.ts';
import { ownWords } from './standing-words.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  head: { display: 'flex', alignItems: 'center', minHeight: '24px' },
  label: { ...typographyStyles.caption1Strong, marginRight: 'auto' },
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
  // Beside the verdict where there is room, under it where there is none.
  verdict: { marginRight: 'auto' },
  who: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  agreed: { marginTop: tokens.spacingVerticalS },
  differs: {
    ...typographyStyles.caption1Strong,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    color: tokens.colorNeutralForeground1,
  },
});

type Props = {
  readonly partner: Pick<Partner, 'title'>;
  readonly row: Assessment | undefined;
  /** Missing where the person does not speak for this partner. */
  readonly onTell?: (() => void) | undefined;
  readonly mayTell: boolean;
};

/** What the partner's own word is now, and what a second person has agreed, each with who and when. */
export function Standing({ partner, row, onTell, mayTell }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.part}>
      <div className={styles.head}>
        <span className={styles.label}>{partner.title} says</span>
        {onTell !== undefined && row?.verdict !== undefined && (
          <PartAct isOff={!mayTell} onClick={onTell}>
            Tell the channel
          </PartAct>
        )}
      </div>
      <Word verdict={row?.verdict} who={row === undefined ? '' : ownWords(row)} />
      {row?.agreedVerdict !== undefined && (
        <>
          <span className={mergeClasses(styles.label, styles.agreed)}>
            {isAgreedBefore(row) ? 'Agreed before' : 'Agreed'}
          </span>
          <Word
            agreed
            verdict={row.agreedVerdict}
            who={row.agreedBy && row.agreedAt ? `${row.agreedBy.name}, ${formatInstant(row.agreedAt)}` : ''}
          />
        </>
      )}
      {isDisputed(row) && (
        <p className={styles.differs}>
          They differ: {partner.title} says {verdictName(row?.verdict).toLowerCase()}, agreed is{' '}
          {verdictName(row?.agreedVerdict).toLowerCase()}.
        </p>
      )}
      {isAgreedBefore(row) && (
        <p className={styles.differs}>
          {isDisputed(row)
            ? `${partner.title} changed its verdict after it was agreed, so a second person agrees again. Until then the more cautious of the two counts.`
            : 'The answer was changed after it was agreed, so a second person agrees again.'}
        </p>
      )}
    </div>
  );
}

type WordProps = {
  readonly verdict: Verdict | undefined;
  readonly agreed?: boolean;
  /** Who said it and when; empty where that is not known. */
  readonly who: string;
};

function Word({ verdict, agreed = false, who }: WordProps) {
  const styles = useStyles();
  return (
    <div className={styles.box}>
      <VerdictMark verdict={verdict} agreed={agreed} size={20} />
      <span className={styles.verdict}>{verdictName(verdict)}</span>
      {who !== '' && <span className={styles.who}>{who}</span>}
    </div>
  );
}
