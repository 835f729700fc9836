import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { useMemo } from 'react';
import { useFiles, useWorkspace } from '../../workspace/hooks.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';
import { DownloadLine } from './download-line.tsx';
import { PreviewButton } from './preview-button.tsx';
import { toShownFile } from './shown-file.ts';
import { useDownload } from './use-download.ts';
import { Versions } from './versions.tsx';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  words: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
  },
});

type Props = {
  readonly item: Evidence;
  /** The list as it stands on the screen: a preview goes on to its next file. */
  readonly list?: readonly Evidence[];
};

const none: readonly Evidence[] = [];

/** What can be done with the file of an item: look at it, see and restore its versions, fetch it. */
export function FileActs({ item, list = none }: Props) {
  const styles = useStyles();
  const { info, me } = useWorkspace();
  const library = useFiles();
  const { downloading, download, stop } = useDownload();
  const files = library.state === 'ready' ? library.items : undefined;
  const shown = toShownFile(item, info.drive, files);
  const others = useMemo(
    () => list.flatMap((other) => toShownFile(other, info.drive, files) ?? []),
    [list, info.drive, files],
  );
  if (shown === undefined) return null;
  if (item.drive === undefined && files !== undefined && !files.has(shown.item)) {
    // Whoever's it is has nobody else to ask.
    if (item.owner?.id === me.id) return null;
    return (
      <p className={styles.words}>
        If others still see this file, SharePoint does not let you open it. Ask{' '}
        {shown.owner ?? 'the lead of the partner'}.
      </p>
    );
  }
  return (
    <div className={styles.box}>
      <div className={styles.acts}>
        <PreviewButton file={shown} {...(others.some(({ key }) => key === shown.key) && { files: others })} />
        <Button
          size="small"
          icon={<ArrowDownload20Regular />}
          disabledFocusable={downloading.state === 'busy'}
          onClick={() => void download(shown)}
        >
          Download
        </Button>
        <Versions item={item} file={shown} />
      </div>
      <DownloadLine downloading={downloading} onStop={stop} />
    </div>
  );
}
