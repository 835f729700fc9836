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
import type { Comment } from '../../workspace/schema/actions.ts';
import { cutGroups, groupWork, type Work } from './my-work.ts';

/** So many are taken in at a glance. */
const AT_FIRST = 7;

const useStyles = makeStyles({
  none: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: 0 },
  fault: { ...typographyStyles.body1, margin: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}` },
  group: { ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` } },
  groupTitle: {
    ...typographyStyles.caption1Strong,
    color: tokens.colorNeutralForeground3,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0`,
  },
  list: { listStyle: 'none', margin: 0, padding: `0 0 ${tokens.spacingVerticalXS}` },
  line: { display: 'flex', alignItems: 'center' },
  seen: {
    flexShrink: 0,
    marginRight: tokens.spacingHorizontalL,
    '@media (max-width: 639px)': { minHeight: '44px' },
  },
  link: {
    ...typographyStyles.body1,
    flexGrow: 1,
    minWidth: 0,
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
  confirm: <Grid20Regular />,
  check: <DocumentCheckmark20Regular />,
  document: <DocumentCheckmark20Regular />,
} as const;

/** What waits for the person who looks, by date; each line opens what it is about. */
type Props = {
  readonly work: readonly Work[];
  readonly today: Day;
  /** Ticks a question off. */
  readonly onSeen: (asked: Comment) => void;
  /** Why the last press did not do it. */
  readonly fault: string | undefined;
};

export function MyWorkCard({ work, today, fault, onSeen }: Props) {
  const styles = useStyles();
  const [showsAll, setShowsAll] = useState(false);
  if (work.length === 0) {
    return (
      <Card title="My work">
        <p className={styles.none}>Nothing waits for you: no action, no answer, no document, no check, no question.</p>
      </Card>
    );
  }
  const groups = groupWork(work, today);
  return (
    <Card title="My work" detail={work.length === 1 ? '1 thing' : `${work.length} things`} flush>
      {fault !== undefined && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
      {(showsAll ? groups : cutGroups(groups, AT_FIRST)).map((group) => (
        <div key={group.title} className={styles.group}>
          <h3 className={styles.groupTitle}>{group.title}</h3>
          <ul className={styles.list} aria-label={group.title}>
            {group.work.map((one) => (
              <li key={one.key} className={styles.line}>
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
                {one.asked !== undefined && (
                  <Button
                    size="small"
                    className={styles.seen}
                    aria-label={`Seen: ${one.detail}`}
                    onClick={() => one.asked && onSeen(one.asked)}
                  >
                    Seen
                  </Button>
                )}
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
