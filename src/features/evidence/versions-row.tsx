import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { formatInstant } from '../../domain/calendar/london.ts';
import type { FileVersion } from '../../session/use-versions.ts';
import { formatSize } from './size.ts';
import { versionNumber } from './version-number.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flexGrow: 1, minWidth: '180px' },
  number: { ...typographyStyles.body1Strong, margin: 0 },
  mark: { ...typographyStyles.caption1, fontWeight: tokens.fontWeightRegular },
  facts: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
  acts: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
  },
});

type Props = {
  readonly version: FileVersion;
  readonly approved: string | undefined;
  readonly isBusy: boolean;
  readonly onDownload: () => void;
  /** Missing for people who may not. */
  readonly onRestore: (() => void) | undefined;
};

export function VersionRow({ version, approved, isBusy, onDownload, onRestore }: Props) {
  const styles = useStyles();
  const marks = [
    version.isCurrent ? 'now' : undefined,
    approved !== undefined && Number(approved) === Number(version.id) ? 'approved' : undefined,
  ].filter((mark) => mark !== undefined);
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.number}>
          Version {versionNumber(version.id)}
          {marks.length > 0 && <span className={styles.mark}>, {marks.join(', ')}</span>}
        </p>
        <p className={styles.facts}>
          {formatInstant(version.at)}, {version.by}, {formatSize(version.size)}
        </p>
      </div>
      <div className={styles.acts}>
        <Button
          size="small"
          icon={<ArrowDownload20Regular />}
          disabledFocusable={isBusy}
          aria-label={`Download version ${versionNumber(version.id)}`}
          onClick={onDownload}
        >
          Download
        </Button>
        {!version.isCurrent && onRestore && (
          <Button
            size="small"
            icon={<ArrowUndo20Regular />}
            disabledFocusable={isBusy}
            aria-label={`Restore version ${versionNumber(version.id)}`}
            onClick={onRestore}
          >
            Restore
          </Button>
        )}
      </div>
    </li>
  );
}
