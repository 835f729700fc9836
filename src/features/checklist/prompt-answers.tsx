import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { isAgreedBefore, isDisputed, progressName } from '../../domain/checklist/progress.ts';
import { whyNoAction } from '../../domain/checklist/red-without-action.ts';
import { verdictName } from '../../domain/checklist/verdict.ts';
import { toHref } from '../../session/href.ts';
import { useSession } from '../../session/session.ts';
import { useCountedTo } from '../../session/use-counted-to.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { ProgressPips } from '../../ui/progress-pips.tsx';
import { rowHover } from '../../ui/row-hover.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import type { Assessment, Prompt } from '../../workspace/schema/lists.ts';
import { AnswerMarks } from './answer-marks.tsx';
import { toCells } from './cells.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  link: {
    ...typographyStyles.body1,
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXS}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': rowHover,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  marks: { display: 'flex', alignItems: 'center', height: '22px', columnGap: '2px', flexShrink: 0, minWidth: '22px' },
  // Two marks stand where the partner's word and the agreed one differ: then every name begins behind them.
  two: { width: '58px' },
  words: { minWidth: 0, flexGrow: 1 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  name: { ...typographyStyles.body1Strong },
  verdict: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, marginRight: 'auto' },
  progress: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '6px',
  },
  said: { ...typographyStyles.caption1, display: 'block' },
  text: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  impact: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

type Props = {
  readonly partnership: Partnership;
  readonly prompt: Prompt;
};

/** All partners' answers to one prompt under each other, own and agreed; each opens. */
export function PromptAnswers({ partnership, prompt }: Props) {
  const styles = useStyles();
  const { today } = useSession();
  const countedTo = useCountedTo();
  const cells = toCells({ ...partnership, partners: partnership.columns, prompts: [prompt], countedTo }, today());
  const isAnyDisputed = partnership.columns.some(({ uid }) =>
    isDisputed(partnership.assessments.get(assessmentKey(prompt.uid, uid))),
  );
  return (
    <ul className={styles.list} aria-label="Answers">
      {partnership.columns.map((partner) => {
        const key = assessmentKey(prompt.uid, partner.uid);
        const cell = cells.get(key);
        if (cell === undefined) return undefined;
        const { row, facts, hasAction } = cell;
        const whyNone = whyNoAction(row, hasAction);
        return (
          <li key={partner.uid} className={styles.item}>
            <a href={toHref({ screen: 'checklist', assessment: key })} className={styles.link}>
              <span className={mergeClasses(styles.marks, isAnyDisputed && styles.two)}>
                {(row?.agreedVerdict === undefined || isDisputed(row)) && (
                  <VerdictMark verdict={row?.verdict} size={isDisputed(row) ? 18 : 22} />
                )}
                {isDisputed(row) && <span aria-hidden="true">›</span>}
                {row?.agreedVerdict !== undefined && <VerdictMark agreed verdict={row.agreedVerdict} size={22} />}
              </span>
              <span className={styles.words}>
                <span className={styles.head}>
                  <span className={styles.name}>{partner.title}</span>{' '}
                  <span className={styles.verdict}>{toWords(row)}</span>
                  <span className={styles.progress}>
                    <ProgressPips progress={facts.progress} />
                    {progressName(facts.progress)}
                  </span>
                </span>
                <AnswerMarks facts={facts} className={styles.said} />
                {row?.reason && <p className={styles.text}>{row.reason}</p>}
                {row?.impact && <p className={styles.impact}>Impact: {row.impact}</p>}
                {whyNone !== undefined && <p className={styles.impact}>No action: {whyNone}</p>}
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** `Green`, `Green, agreed`, `Green, agreed as amber`, `Red, agreed as amber before`. */
function toWords(row: Assessment | undefined): string {
  const own = verdictName(row?.verdict);
  if (row?.agreedVerdict === undefined) return own;
  const as = isDisputed(row) ? ` as ${verdictName(row.agreedVerdict).toLowerCase()}` : '';
  return `${own}, agreed${as}${isAgreedBefore(row) ? ' before' : ''}`;
}
