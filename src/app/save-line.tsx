import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowSync16Regular } from '@fluentui/react-icons/svg/arrow-sync';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { CloudArrowUp16Regular } from '@fluentui/react-icons/svg/cloud-arrow-up';
import { Flag16Regular } from '@fluentui/react-icons/svg/flag';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import type { Saving } from '../session/saving.ts';

const useStyles = makeStyles({
  line: {
    ...typographyStyles.caption1,
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    columnGap: '6px',
    whiteSpace: 'nowrap',
    // Two lines, where the row is not wide enough for one.
    '@media (max-width: 639px)': { whiteSpace: 'normal' },
    color: tokens.colorNeutralForeground3,
  },
  strong: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground1 },
  needs: { ...typographyStyles.caption1Strong, color: tokens.colorStatusDangerForeground3 },
  icon: { lineHeight: 0 },
  // A press on the words beside it is one on the button.
  opens: { position: 'static', overflow: 'visible', '::after': { content: '""', position: 'absolute', inset: 0 } },
});

const icons = {
  unknown: null,
  saved: <CheckmarkCircle16Regular />,
  saving: <ArrowSync16Regular />,
  waiting: <CloudArrowUp16Regular />,
  'needs-you': <Flag16Regular />,
} as const;

type Props = {
  readonly saving: Saving;
  /** False where this browser refuses to keep anything. */
  readonly isKept: boolean;
  readonly onOpen: (() => void) | undefined;
};

/** Whether everything typed or chosen has reached Microsoft 365. One place, four states; it opens the list of changes. */
export function SaveLine({ saving, isKept, onOpen }: Props) {
  const styles = useStyles();
  return (
    <div
      className={mergeClasses(
        styles.line,
        saving.state === 'waiting' && styles.strong,
        saving.state === 'needs-you' && styles.needs,
      )}
    >
      {!isKept && (
        <Button
          size="small"
          appearance="subtle"
          icon={<Warning16Regular />}
          aria-label={keepsNothing}
          title={keepsNothing}
          onClick={onOpen}
        />
      )}
      <span className={styles.icon} aria-hidden="true">
        {icons[saving.state]}
      </span>
      <span role="status">{saveWords(saving)}</span>
      {saving.count > 0 && onOpen !== undefined && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.opens}
          icon={<ChevronDown16Regular />}
          aria-label="Show what waits"
          onClick={onOpen}
        />
      )}
    </div>
  );
}

const keepsNothing = 'This browser keeps nothing: what is not saved is lost if you close the tab.';

export function saveWords({ state, count, of }: Saving): string {
  const one = of === 'files' ? 'file' : 'change';
  const changes = count === 1 ? `1 ${one}` : `${count} ${one}s`;
  if (state === 'unknown') return '';
  if (state === 'saved') return 'All saved';
  if (state === 'saving') return `Saving ${changes}`;
  if (state === 'waiting') return `${changes} not saved yet`;
  return `${changes} ${count === 1 ? 'needs' : 'need'} you`;
}
