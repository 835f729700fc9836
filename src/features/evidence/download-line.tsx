import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Notice } from '../../ui/notice.tsx';
import { ThinBar } from '../../ui/thin-bar.tsx';
import { formatSize } from './size.ts';
import type { Downloading } from './use-download.ts';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM, flexWrap: 'wrap' },
  bar: { flexGrow: 1, minWidth: '80px' },
  words: { ...typographyStyles.caption1, fontVariantNumeric: 'tabular-nums' },
});

/** How far a download is, with the way to stop it. */
export function DownloadLine({
  downloading,
  onStop,
}: {
  readonly downloading: Downloading;
  readonly onStop: () => void;
}) {
  const styles = useStyles();
  if (downloading.state === 'failed') {
    return (
      <Notice kind="danger" lead={`${downloading.name} was not downloaded.`}>
        {downloading.sentence}
      </Notice>
    );
  }
  if (downloading.state === 'done')
    return (
      <Notice kind="done" lead="Downloaded.">
        {downloading.name}
      </Notice>
    );
  if (downloading.state === 'idle') return null;
  const { name, bytes, size } = downloading;
  const words = `${formatSize(bytes)} of ${formatSize(size)}`;
  return (
    <div className={styles.line}>
      <div className={styles.bar}>
        <ThinBar done={size === 0 ? 0 : bytes / size} label={`Downloading ${name}`} words={words} />
      </div>
      <span className={styles.words}>{words}</span>
      <Button size="small" onClick={onStop}>
        Stop the download
      </Button>
    </div>
  );
}
