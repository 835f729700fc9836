import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckboxUnchecked20Regular } from '@fluentui/react-icons/svg/checkbox-unchecked';
import { Comment20Regular } from '@fluentui/react-icons/svg/comment';
import { DocumentCheckmark20Regular } from '@fluentui/react-icons/svg/document-checkmark';
import { Flag16Regular } from '@fluentui/react-icons/svg/flag';
import { Grid20Regular } from '@fluentui/react-icons/svg/grid';
import { useState } from 'react';
import { type Day, formatShortDay } from '../../domain/calendar/day.ts';
import { lateWords } from '../../domain/checklist/action-standing.ts';
import { Card } from '../../ui/card.tsx';
import { rowHover } from '../../ui/row-hover.ts';
import { cutGroups, groupWork, type Work } from './my-work.ts';

/** So many are taken in at a glance. */
const AT_FIRST = 7;

const useStyles = makeStyles({
  none: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: 0 },
  group: { ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` } },
  groupTitle: {
    ...typographyStyles.caption1Strong,
    color: tokens.colorNeutralForeground3,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0`,
  },
  list: { listStyle: 'none', margin: 0, padding: `0 0 ${tokens.spacingVerticalXS}` },
  link: {
    ...typographyStyles.body1,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '44px',
    padding: `2px ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': rowHover,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  icon: { lineHeight: 0, flexShrink: 0, color: tokens.colorNeutralForeground3 },
  words: { flexGrow: 1, minWidth: 0 },
  title: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
  when: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-end',
    flexShrink: 0,
    whiteSpace: 'nowrap',
  },
  late: {
    ...typographyStyles.caption1Strong,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    color: tokens.colorStatusDangerForeground3,
  },
  more: { margin: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
});

const icons = {
  asked: <Comment20Regular />,
  action: <CheckboxUnchecked20Regular />,
  answer: <Grid20Regular />,
  agree: <Grid20Regular />,
  check: <DocumentCheckmark20Regular />,
} as const;

/** What waits for the person who looks, by date; each line opens what it is about. */
export function MyWorkCard({ work, today }: { readonly work: readonly Work[]; readonly today: Day }) {
  const styles = useStyles();
  const [showsAll, setShowsAll] = useState(false);
  if (work.length === 0) {
    return (
      <Card title="My work">
        <p className={styles.none}>Nothing waits for you: no action, no answer, no check, no question.</p>
      </Card>
    );
  }
  const groups = groupWork(work, today);
  return (
    <Card title="My work" detail={work.length === 1 ? '1 thing' : `${work.length} things`} flush>
      {(showsAll ? groups : cutGroups(groups, AT_FIRST)).map((group) => (
        <div key={group.title} className={styles.group}>
          <h3 className={styles.groupTitle}>{group.title}</h3>
          <ul className={styles.list} aria-label={group.title}>
            {group.work.map((one) => (
              <li key={one.key}>
                <a href={one.href} className={styles.link}>
                  <span className={styles.icon} aria-hidden="true">
                    {icons[one.kind]}
                  </span>
                  <span className={styles.words}>
                    <span className={styles.title}>{one.title}</span>
                    <span className={styles.small}>{one.detail}</span>
                  </span>
                  {one.dueOn !== undefined && (
                    <span className={styles.when}>
                      {group.isLate && (
                        <span className={styles.late}>
                          <Flag16Regular aria-hidden="true" />
                          {lateWords(one.dueOn, today)}
                        </span>
                      )}
                      {formatShortDay(one.dueOn)}
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {work.length > AT_FIRST && (
        <Button size="small" appearance="subtle" className={styles.more} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? 'Show fewer' : `Show all ${work.length}`}
        </Button>
      )}
    </Card>
  );
}
