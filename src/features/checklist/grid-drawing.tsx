import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowForward16Regular } from '@fluentui/react-icons/svg/arrow-forward';
import { Flag16Filled, Flag16Regular } from '@fluentui/react-icons/svg/flag';
import { History16Regular } from '@fluentui/react-icons/svg/history';
import { memo, useContext, useLayoutEffect, useRef, useState } from 'react';
import { progresses } from '../../domain/checklist/progress.ts';
import { verdicts } from '../../domain/checklist/verdict.ts';
import { ColoursContext } from '../../ui/colours.ts';
import { ProgressPips } from '../../ui/progress-pips.tsx';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { PALE, pictureName, verdictPicture } from './cell-marks.ts';

/**
 * # Thousands of marks, one element a cell
 *
 * Each kind of mark is drawn once, by what draws it everywhere else, and taken as an image in the colours of the theme.
 * A cell names its marks as its background (`cell-marks.ts`), so that it needs no element beside itself, and a change
 * of the theme changes no cell.
 */

const useStyles = makeStyles({
  drawings: { position: 'absolute', width: 0, height: 0, overflow: 'hidden' },
  stale: { color: tokens.colorPalettePurpleForeground2 },
  brought: { color: tokens.colorBrandForeground1 },
  alarm: { color: tokens.colorStatusDangerForeground3 },
  chevron: { fill: 'none', stroke: tokens.colorNeutralForeground3 },
});

/** Gives the marks to whatever stands beside it, and is then gone until the colours change. */
export const CellPictures = memo(function CellPictures() {
  const styles = useStyles();
  const colours = useContext(ColoursContext);
  const [taken, setTaken] = useState<object | undefined>();
  const drawings = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { children = [], parentElement } = drawings.current ?? {};
    for (const child of children) {
      const [svg, name] = [child.querySelector('svg'), child.getAttribute('data-picture')];
      if (svg === null || name === null) continue;
      parentElement?.style.setProperty(pictureName(name), toImage(svg));
      parentElement?.style.setProperty(pictureName(name, PALE), toImage(svg, '0.3'));
    }
    setTaken(colours);
  }, [colours]);
  if (taken === colours) return null;
  return (
    <div ref={drawings} className={styles.drawings} aria-hidden="true">
      {[...verdicts, undefined].flatMap((verdict) =>
        [false, true].map((agreed) => (
          <i key={verdictPicture(verdict, agreed)} data-picture={verdictPicture(verdict, agreed)}>
            <VerdictMark verdict={verdict} agreed={agreed} />
          </i>
        )),
      )}
      {progresses.map((progress) => (
        <i key={progress} data-picture={progress}>
          <ProgressPips progress={progress} />
        </i>
      ))}
      <i data-picture="differs">
        <svg className={styles.chevron} width="4" height="6" viewBox="-0.5 -0.5 4 6" aria-hidden="true">
          <path d="M0 0l2.5 2.5L0 5" />
        </svg>
      </i>
      <i data-picture="stale" className={styles.stale}>
        <History16Regular />
      </i>
      <i data-picture="late" className={styles.alarm}>
        <Flag16Filled />
      </i>
      <i data-picture="no-action" className={styles.alarm}>
        <Flag16Regular />
      </i>
      <i data-picture="brought" className={styles.brought}>
        <ArrowForward16Regular />
      </i>
    </div>
  );
});

const looks = 'color fill stroke font-family font-weight text-anchor'.split(' ');

/** The drawing as it looks where it stands: an image knows neither the page's classes nor its tokens. */
function toImage(svg: SVGSVGElement, opacity = '1'): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  for (const [index, element] of [copy, ...copy.querySelectorAll<SVGElement>('*')].entries()) {
    const look = originals[index] && getComputedStyle(originals[index]);
    element.removeAttribute('class');
    for (const property of looks) element.style.setProperty(property, look?.getPropertyValue(property) ?? '');
  }
  copy.style.setProperty('opacity', opacity);
  return `url("data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}")`;
}
