import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import type { Standing } from '../../domain/checklist/roll-up.ts';
import { toHref } from '../../session/href.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { Card } from '../../ui/card.tsx';
import { rowHover } from '../../ui/row-hover.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: `0 0 ${tokens.spacingVerticalS}` },
  link: {
    ...typographyStyles.body1,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '44px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': rowHover,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  words: { flexGrow: 1, minWidth: 0 },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
  none: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: 0 },
});

type Props = {
  readonly partnership: Partnership;
  readonly standings: readonly Standing[];
  /** Those that I am lead or deputy of: theirs come first. */
  readonly ownPartners: readonly string[];
};

/** Every answer that is red; each opens. */
export function RedList({ partnership, standings, ownPartners }: Props) {
  const styles = useStyles();
  const isOwn = (standing: Standing) => ownPartners.includes(standing.partner);
  const ordered = [...standings.filter(isOwn), ...standings.filter((standing) => !isOwn(standing))];
  const reds = ordered.flatMap((standing) =>
    standing.red.flatMap((uid) => {
      const prompt = partnership.prompts.find((entry) => entry.uid === uid);
      const partner = partnership.partners.find((entry) => entry.uid === standing.partner);
      return prompt && partner ? [{ prompt, partner, key: assessmentKey(prompt.uid, partner.uid) }] : [];
    }),
  );
  if (reds.length === 0) {
    return (
      <Card title="Red">
        <p className={styles.none}>No answer is red.</p>
      </Card>
    );
  }
  return (
    <Card title="Red" detail={reds.length === 1 ? '1 answer' : `${reds.length} answers`} flush>
      <ul className={styles.list}>
        {reds.map(({ prompt, partner, key }) => (
          <li key={key}>
            <a href={toHref({ screen: 'checklist', assessment: key })} className={styles.link}>
              <VerdictMark verdict="red" size={20} />
              <span className={styles.words}>
                {prompt.title}
                <span className={styles.small}>
                  {prompt.code}, {partner.title}
                </span>
              </span>
              <ChevronRight16Regular aria-hidden="true" style={{ flexShrink: 0 }} />
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
