import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowForward16Regular } from '@fluentui/react-icons/svg/arrow-forward';
import { Flag16Filled, Flag16Regular } from '@fluentui/react-icons/svg/flag';
import { History16Regular } from '@fluentui/react-icons/svg/history';
import { memo } from 'react';
import type { CellFacts } from '../../domain/checklist/cell-facts.ts';
import { progresses } from '../../domain/checklist/progress.ts';
import { verdicts } from '../../domain/checklist/verdict.ts';
import { PIPS_WIDTH, PipShapes } from '../../ui/progress-pips.tsx';
import { VerdictShape } from '../../ui/verdict-mark.tsx';
import type { Cells } from './cells.ts';
import { COLUMN_WIDTH } from './use-grid-window.ts';

/**
 * # Thousands of marks, few elements
 *
 * Each row is one drawing that names, for each of its cells, a picture made once for the whole grid. So a cell costs
 * two elements, and forty partners by 150 prompts stay under 1,500 however large the screen is.
 */

const PIPS_LEFT = (COLUMN_WIDTH - PIPS_WIDTH) / 2;
const MIDDLE = COLUMN_WIDTH / 2;

const useStyles = makeStyles({
  sprite: { position: 'absolute', width: 0, height: 0, overflow: 'hidden' },
  stale: { color: tokens.colorPalettePurpleForeground2 },
  brought: { color: tokens.colorBrandForeground1 },
  alarm: { color: tokens.colorStatusDangerForeground3 },
  chevron: { fill: 'none', stroke: tokens.colorNeutralForeground3 },
});

/** The picture of one cell's verdicts and progress: all cells with the same ones share it. */
export function pictureOf({ own, agreed, progress }: CellFacts): string {
  return `cell-${own ?? 'none'}-${agreed ?? 'none'}-${progresses.indexOf(progress)}`;
}

/** The pictures that the cells name, without a size of its own. */
export const CellPictures = memo(function CellPictures({ cells }: { readonly cells: Cells }) {
  const styles = useStyles();
  const used = new Map([...cells.values()].map(({ facts }) => [pictureOf(facts), facts]));
  return (
    <svg className={styles.sprite} aria-hidden="true" focusable="false">
      <defs>
        {[...verdicts, undefined].flatMap((verdict) =>
          [false, true].map((agreed) => (
            <g id={markId(verdict, agreed)} key={markId(verdict, agreed)}>
              <VerdictShape verdict={verdict} agreed={agreed} />
            </g>
          )),
        )}
        {progresses.map((progress, index) => (
          <g id={`cell-pips-${index}`} key={progress}>
            <PipShapes progress={progress} />
          </g>
        ))}
        <g id="cell-stale" className={styles.stale}>
          <History16Regular />
        </g>
        <g id="cell-late" className={styles.alarm}>
          <Flag16Filled />
        </g>
        <g id="cell-no-action" className={styles.alarm}>
          <Flag16Regular />
        </g>
        <g id="cell-brought" className={styles.brought}>
          <ArrowForward16Regular />
        </g>
        {[...used].map(([id, facts]) => (
          <g id={id} key={id}>
            <VerdictPair {...facts} chevron={styles.chevron} />
            <use href={`#cell-pips-${progresses.indexOf(facts.progress)}`} x={PIPS_LEFT} y={36} />
          </g>
        ))}
      </defs>
    </svg>
  );
});

/** One mark in the middle, or the own verdict and after it the agreed one where they differ. */
function VerdictPair({ own, agreed, isDisputed, chevron }: CellFacts & { readonly chevron: string }) {
  if (!isDisputed) return <use href={`#${markId(agreed ?? own, agreed !== undefined)}`} x={MIDDLE - 10} y={10} />;
  return (
    <>
      <use href={`#${markId(own, false)}`} transform={`translate(${MIDDLE - 24} 12) scale(0.8)`} />
      <path d={`M${MIDDLE - 3.5} 17.5l2.5 2.5-2.5 2.5`} className={chevron} />
      <use href={`#${markId(agreed, true)}`} x={MIDDLE + 4} y={10} />
    </>
  );
}

function markId(verdict: CellFacts['own'], agreed: boolean): string {
  return `cell-mark-${verdict ?? 'none'}-${agreed ? 'agreed' : 'own'}`;
}

type DrawnCellProps = {
  readonly facts: CellFacts;
  readonly left: number;
  readonly width: number;
  readonly isPale: boolean;
};

/** One cell inside its row's drawing. */
export function DrawnCell({ facts, left: start, width, isPale }: DrawnCellProps) {
  // In a wider column the marks stay together, in its middle.
  const left = start + (width - COLUMN_WIDTH) / 2;
  const opacity = isPale ? 0.3 : undefined;
  return (
    <>
      <use href={`#${pictureOf(facts)}`} x={left} opacity={opacity} />
      {facts.isStale && <use href="#cell-stale" x={left + COLUMN_WIDTH - 19} y={3} opacity={opacity} />}
      {facts.isToConfirm && <use href="#cell-brought" x={left + COLUMN_WIDTH - 19} y={26} opacity={opacity} />}
      {facts.isLate && <use href="#cell-late" x={left + 4} y={3} opacity={opacity} />}
      {facts.needsAction && <use href="#cell-no-action" x={left + 4} y={facts.isLate ? 19 : 3} opacity={opacity} />}
    </>
  );
}
