import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Verdict } from '../domain/checklist/verdict.ts';

const useStyles = makeStyles({
  mark: { display: 'block', flexShrink: 0, overflow: 'visible' },
  letter: { fontFamily: tokens.fontFamilyBase, fontWeight: 700, textAnchor: 'middle' },
  redOwn: { fill: 'none', stroke: tokens.colorStatusDangerBorder2 },
  redOwnLetter: { fill: tokens.colorStatusDangerForeground3 },
  redAgreed: { fill: tokens.colorStatusDangerBackground3, stroke: tokens.colorStatusDangerBackground3 },
  amberOwn: { fill: 'none', stroke: tokens.colorPaletteMarigoldForeground2 },
  amberOwnLetter: { fill: tokens.colorPaletteMarigoldForeground2 },
  amberAgreed: { fill: tokens.colorPaletteMarigoldBackground3, stroke: tokens.colorPaletteMarigoldForeground2 },
  amberAgreedLetter: { fill: tokens.colorNeutralForeground1Static },
  greenOwn: { fill: 'none', stroke: tokens.colorStatusSuccessBorder2 },
  greenOwnLetter: { fill: tokens.colorStatusSuccessForeground1 },
  greenAgreed: { fill: tokens.colorStatusSuccessBackground3, stroke: tokens.colorStatusSuccessBackground3 },
  onFill: { fill: tokens.colorNeutralForegroundOnBrand },
  dash: { stroke: tokens.colorNeutralForeground3, fill: 'none' },
  ring: { stroke: tokens.colorNeutralStrokeAccessible, fill: 'none' },
});

type Props = {
  /** Missing means that nobody has rated yet. */
  readonly verdict: Verdict | undefined;
  /** Filled when a second person has agreed it; hollow when it is the partner's own word. */
  readonly agreed?: boolean;
  readonly size?: number;
};

/**
 * A verdict as shape, letter and colour together, so that none of the three has to carry it alone. Hidden from screen
 * readers: the words stand beside it or in the name of its cell.
 */
export function VerdictMark({ verdict, agreed = false, size = 20 }: Props) {
  const styles = useStyles();
  const letter = (character: string, y: number, className: string | undefined, fontSize: number) => (
    <text x="10" y={y} fontSize={fontSize} className={mergeClasses(styles.letter, className)}>
      {character}
    </text>
  );
  return (
    <svg className={styles.mark} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {verdict === 'red' && (
        <>
          <path
            d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3z"
            strokeWidth="1.5"
            strokeLinejoin="round"
            className={agreed ? styles.redAgreed : styles.redOwn}
          />
          {letter('R', 13.6, agreed ? styles.onFill : styles.redOwnLetter, 10)}
        </>
      )}
      {verdict === 'amber' && (
        <>
          <path
            d="M10 1.4 19.2 18.4H.8z"
            strokeWidth="1.5"
            strokeLinejoin="round"
            className={agreed ? styles.amberAgreed : styles.amberOwn}
          />
          {letter('A', 16.2, agreed ? styles.amberAgreedLetter : styles.amberOwnLetter, 9)}
        </>
      )}
      {verdict === 'green' && (
        <>
          <circle cx="10" cy="10" r="9" strokeWidth="1.5" className={agreed ? styles.greenAgreed : styles.greenOwn} />
          {letter('G', 13.6, agreed ? styles.onFill : styles.greenOwnLetter, 10)}
        </>
      )}
      {verdict === 'not-applicable' && <path d="M4 10h12" strokeWidth="2" className={styles.dash} />}
      {verdict === undefined && (
        <circle cx="10" cy="10" r="8" strokeWidth="1.25" strokeDasharray="2.2 2.4" className={styles.ring} />
      )}
    </svg>
  );
}
