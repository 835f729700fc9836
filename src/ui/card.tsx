import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    minWidth: 0,
  },
  head: {
    display: 'flex',
    alignItems: 'baseline',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
  },
  title: { ...typographyStyles.subtitle2, margin: 0, marginRight: 'auto' },
  detail: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  body: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}` },
  flush: { padding: 0 },
});

type Props = {
  readonly title: string;
  readonly detail?: ReactNode;
  readonly children: ReactNode;
  /** Rows that draw their own edges run to the card's border. */
  readonly flush?: boolean;
};

/** A titled block. It has a line and no shadow: shadow is for what floats. */
export function Card({ title, detail, children, flush = false }: Props) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      </div>
      <div className={mergeClasses(styles.body, flush && styles.flush)}>{children}</div>
    </section>
  );
}
