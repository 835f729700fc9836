import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { useMemo } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { useFiles, useWorkspace } from '../../workspace/hooks.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';
import { DownloadLine } from './download-line.tsx';
import { PreviewButton } from './preview-button.tsx';
import { toShownFile } from './shown-file.ts';
import { useDownload } from './use-download.ts';
import { Versions } from './versions.tsx';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '@media (max-width: 639px)': { '& button': { minHeight: '44px' } },
  },
});

type Props = {
  readonly item: Evidence;
  /** The register: a preview goes on to the other files of the partner in the theme, by title. */
  readonly list?: readonly Evidence[];
};

const none: readonly Evidence[] = [];

/** What can be done with the file of an item: look at it, see and restore its versions, fetch it. */
export function FileActs({ item, list = none }: Props) {
  const styles = useStyles();
  const { info } = useWorkspace();
  const library = useFiles();
  const { downloading, download, stop } = useDownload();
  const files = library.state === 'ready' ? library.items : undefined;
  const shown = toShownFile(item, info.drive, files);
  const others = useMemo(
    () =>
      list
        .filter((other) => other.partner === item.partner && other.theme === item.theme)
        .toSorted((one, other) => one.title.localeCompare(other.title))
        .flatMap((other) => toShownFile(other, info.drive, files) ?? []),
    [list, item.partner, item.theme, info.drive, files],
  );
  if (shown === undefined) return null;
  if (item.drive === undefined && files !== undefined && !files.has(shown.item)) {
    return (
      <Notice kind="warning" lead="You may not open this file, or it is not in the library any more.">
        Ask {shown.owner ?? 'the lead of the partner'}.
      </Notice>
    );
  }
  return (
    <div className={styles.box}>
      <div className={styles.acts}>
        <PreviewButton file={shown} {...(others.length > 0 && { files: others })} />
        <Button
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
