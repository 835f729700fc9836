import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import type { CellFacts } from '../../domain/checklist/cell-facts.ts';
import { progressName } from '../../domain/checklist/progress.ts';
import { verdictName } from '../../domain/checklist/verdict.ts';
import { toHref } from '../../session/href.ts';
import { ProgressPips } from '../../ui/progress-pips.tsx';
import { rowHover } from '../../ui/row-hover.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';
import { AnswerMarks } from './answer-marks.tsx';
import type { Cell } from './cells.ts';

const useStyles = makeStyles({
  line: { display: 'flex', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  // As wide with a button as without, so that the words of all rows stand under each other.
  verdict: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    width: '44px',
    height: '44px',
    margin: '6px',
    padding: 0,
  },
  button: {
    cursor: 'pointer',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': rowHover,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  row: {
    ...typographyStyles.body1,
    display: 'flex',
    flexGrow: 1,
    minWidth: 0,
    columnGap: tokens.spacingHorizontalM,
    minHeight: '56px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM} 0`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  words: { flexGrow: 1, minWidth: 0 },
  said: { ...typographyStyles.caption1, display: 'block', paddingTop: '2px', color: tokens.colorNeutralForeground2 },
  end: { alignSelf: 'center', lineHeight: 0, color: tokens.colorNeutralForeground3 },
});

type Props = {
  readonly prompt: Prompt;
  readonly cell: Cell;
  /** Whose answer it is, where the list holds several partners'. */
  readonly of: Partner | undefined;
  /** Missing where the person may not rate. */
  readonly onRate: (() => void) | undefined;
};

/** The row's button is found by it, to give the focus back. */
export const rateKey = (assessment: string): string => `rates ${assessment}`;

/** One answer on a phone. The verdict opens the four verdicts and the reason, the rest of the row the whole answer. */
export function PhoneRow({ prompt, cell, of, onRate }: Props) {
  const styles = useStyles();
  const mark = <VerdictMark verdict={cell.facts.standing} agreed={cell.facts.isStandingAgreed} size={26} />;
  return (
    <li className={styles.line}>
      {onRate === undefined ? (
        <span className={styles.verdict}>{mark}</span>
      ) : (
        <button
          type="button"
          className={mergeClasses(styles.verdict, styles.button)}
          aria-label={`Rate ${prompt.code}${of === undefined ? '' : `, ${of.title}`}, ${verdictName(cell.facts.own).toLowerCase()}`}
          data-key={rateKey(cell.key)}
          onClick={onRate}
        >
          {mark}
        </button>
      )}
      <a href={toHref({ screen: 'checklist', assessment: cell.key })} data-key={cell.key} className={styles.row}>
        <span className={styles.words}>
          {prompt.title}
          <Said code={of === undefined ? prompt.code : `${prompt.code} · ${of.title}`} cell={cell} />
        </span>
        <span className={styles.end} aria-hidden="true">
          <ChevronRight16Regular />
        </span>
      </a>
    </li>
  );
}

/** Verdict, progress and what is wrong, in words: the marks alone are too small to learn here. */
function Said({ code, cell: { facts, proofs } }: { readonly code: string; readonly cell: Cell }) {
  const styles = useStyles();
  return (
    <>
      <span className={styles.said}>
        {code} · <PhoneVerdict {...facts} /> <ProgressPips progress={facts.progress} /> {progressName(facts.progress)}
        {proofs > 0 && ` · ${proofs} ${proofs === 1 ? 'document' : 'documents'}`}
      </span>
      <AnswerMarks facts={facts} className={styles.said} />
    </>
  );
}

/** `Amber, own`; `Amber, agreed`; `Amber, agreed, own green` where they differ; `Red, own, agreed green before`. */
function PhoneVerdict({ own, agreed, standing, isStandingAgreed, isDisputed, isAgreedBefore }: CellFacts) {
  const styles = useStyles();
  const before = isAgreedBefore ? ' before' : '';
  return (
    <>
      <span className={styles.strong}>{verdictName(standing)}</span>
      {isStandingAgreed ? `, agreed${before}` : own !== undefined && ', own'}
      {isDisputed &&
        (isStandingAgreed
          ? `, own ${verdictName(own).toLowerCase()}`
          : `, agreed ${verdictName(agreed).toLowerCase()}${before}`)}
    </>
  );
}
