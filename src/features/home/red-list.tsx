import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { Flag16Regular } from '@fluentui/react-icons/svg/flag';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { redsWithoutAction } from '../../domain/checklist/red-without-action.ts';
import type { Standing } from '../../domain/checklist/roll-up.ts';
import { toHref } from '../../session/href.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { Card } from '../../ui/card.tsx';
import { rowHover } from '../../ui/row-hover.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { RowsLink } from './rows-link.tsx';

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
  flag: {
    ...typographyStyles.caption1Strong,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    flexShrink: 0,
    color: tokens.colorStatusDangerForeground3,
  },
  none: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: 0 },
});

type Props = {
  readonly partnership: Partnership;
  readonly standings: readonly Standing[];
  /** Those that I am lead or deputy of: theirs come first. */
  readonly ownPartners: readonly string[];
};

/** Every answer that is red, those without an action first; each opens. */
export function RedList({ partnership, standings, ownPartners }: Props) {
  const styles = useStyles();
  const isOwn = (standing: Standing) => ownPartners.includes(standing.partner);
  const left = new Set(
    redsWithoutAction([...partnership.assessments.values()], partnership.actions).map(({ uid }) => uid),
  );
  const ordered = [...standings.filter(isOwn), ...standings.filter((standing) => !isOwn(standing))];
  const all = ordered.flatMap((standing) =>
    standing.red.flatMap((uid) => {
      const prompt = partnership.prompts.find((entry) => entry.uid === uid);
      const partner = partnership.partners.find((entry) => entry.uid === standing.partner);
      return prompt && partner ? [{ prompt, partner, key: assessmentKey(prompt.uid, partner.uid) }] : [];
    }),
  );
  const reds = [...all.filter(({ key }) => left.has(key)), ...all.filter(({ key }) => !left.has(key))];
  const without = all.filter(({ key }) => left.has(key)).length;
  if (reds.length === 0) {
    return (
      <Card title="Red">
        <p className={styles.none}>No answer is red.</p>
      </Card>
    );
  }
  return (
    <Card
      title="Red"
      detail={
        <>
          <RowsLink rows={{ list: 'red' }}>{reds.length === 1 ? '1 answer' : `${reds.length} answers`}</RowsLink>
          {without > 0 && (
            <>
              {', '}
              <RowsLink rows={{ list: 'no-action' }}>{without} without an action</RowsLink>
            </>
          )}
        </>
      }
      flush
    >
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
              {left.has(key) && (
                <span className={styles.flag}>
                  <Flag16Regular aria-hidden="true" />
                  No action
                </span>
              )}
              <ChevronRight16Regular aria-hidden="true" style={{ flexShrink: 0 }} />
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
