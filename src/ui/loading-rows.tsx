import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

const SHOW_AFTER_MS = 300;
const EXPLAIN_AFTER_MS = 5_000;
const widths = ['56%', '40%', '62%', '48%', '57%', '36%', '52%', '44%'] as const;

const useStyles = makeStyles({
  box: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`, minHeight: '200px' },
  words: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0, minHeight: '24px' },
  row: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    height: '44px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  block: { width: '20px', height: '20px', borderRadius: '2px', backgroundColor: tokens.colorNeutralBackground6 },
  bar: { height: '12px', borderRadius: '2px', backgroundColor: tokens.colorNeutralBackground6 },
  end: {
    width: '80px',
    marginLeft: 'auto',
    height: '12px',
    borderRadius: '2px',
    backgroundColor: tokens.colorNeutralBackground6,
  },
});

/**
 * The shape of rows to come. Nothing for the first moment, so that a quick answer does not flash; a sentence once it
 * takes long.
 */
export function LoadingRows({ what, rows = 6 }: { readonly what: string; readonly rows?: number }) {
  const styles = useStyles();
  const [stage, setStage] = useState<'quiet' | 'shape' | 'slow'>('quiet');
  useEffect(() => {
    const shape = setTimeout(() => setStage('shape'), SHOW_AFTER_MS);
    const slow = setTimeout(() => setStage('slow'), EXPLAIN_AFTER_MS);
    return () => {
      clearTimeout(shape);
      clearTimeout(slow);
    };
  }, []);
  return (
    <div className={styles.box} aria-busy="true">
      {stage !== 'quiet' && (
        <>
          <p className={styles.words} role="status">
            {stage === 'slow' ? `Loading ${what}. This is taking longer than usual.` : `Loading ${what}.`}
          </p>
          {Array.from({ length: rows }, (_, row) => (
            <div key={widths[row % widths.length] + String(row)} className={styles.row} aria-hidden="true">
              <span className={styles.block} />
              <span className={styles.bar} style={{ width: widths[row % widths.length] }} />
              <span className={styles.end} />
            </div>
          ))}
        </>
      )}
    </div>
  );
}
