import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type UnregisteredInFolder, unregisteredWords } from '../../domain/evidence/pack-loose.ts';
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

type Props = {
  readonly leftOut: readonly LeftOut<Evidence>[];
  readonly unregistered: readonly UnregisteredInFolder[];
  readonly title: string;
};

/** Everything that is not in the pack, with the reason. */
export function LeftOutList({ leftOut, unregistered, title }: Props) {
  const styles = useStyles();
  const lines = [
    ...leftOut.map(({ id, title: subject, partner, reason, why }) => ({
      key: id,
      name: `${subject}, ${partner}`,
      why: `${leftOutNames[reason]}. ${why}`,
    })),
    ...unregistered.map(({ id, name, partner }) => ({
      key: `file ${id}`,
      name: `${name}, ${partner}`,
      why: `${unregisteredWords.reason}. ${unregisteredWords.why}`,
    })),
  ];
  if (lines.length === 0) return null;
  return (
    <div className={styles.box}>
      <h3 className={styles.title}>
        {title}: {lines.length}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section tabIndex={0} aria-label={title} className={styles.scroll}>
        <ul className={styles.list}>
          {lines.slice(0, MOST_SHOWN).map(({ key, name, why }) => (
            <li key={key} className={styles.item}>
              <p className={styles.name}>{name}</p>
              <p className={styles.why}>{why}</p>
            </li>
          ))}
          {lines.length > MOST_SHOWN && <li className={styles.item}>and {lines.length - MOST_SHOWN} more</li>}
        </ul>
      </section>
    </div>
  );
}
