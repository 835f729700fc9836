import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type LeftOut, leftOutNames } from '../../domain/evidence/pack-plan.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';

const useStyles = makeStyles({
  box: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  title: {
    ...typographyStyles.body1Strong,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  scroll: {
    maxHeight: '240px',
    overflowY: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  list: { listStyle: 'none', margin: 0, padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  item: { padding: `${tokens.spacingVerticalXS} 0`, overflowWrap: 'anywhere' },
  name: { ...typographyStyles.body1, margin: 0 },
  why: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});

/** A long list is for the workbook. */
const MOST_SHOWN = 200;

type Props = { readonly leftOut: readonly LeftOut<Evidence>[]; readonly title: string };

/** Everything that is not in the pack, with the reason. */
export function LeftOutList({ leftOut, title }: Props) {
  const styles = useStyles();
  if (leftOut.length === 0) return null;
  return (
    <div className={styles.box}>
      <h3 className={styles.title}>
        {title}: {leftOut.length}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section tabIndex={0} aria-label={title} className={styles.scroll}>
        <ul className={styles.list}>
          {leftOut.slice(0, MOST_SHOWN).map(({ item, partner, reason, why }) => (
            <li key={item.uid} className={styles.item}>
              <p className={styles.name}>
                {item.title}, {partner}
              </p>
              <p className={styles.why}>
                {leftOutNames[reason]}. {why}
              </p>
            </li>
          ))}
          {leftOut.length > MOST_SHOWN && <li className={styles.item}>and {leftOut.length - MOST_SHOWN} more</li>}
        </ul>
      </section>
    </div>
  );
}
