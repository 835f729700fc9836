import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import { type KeyboardEvent, useState } from 'react';
import { opensIn } from '../../domain/evidence/preview-kind.ts';
import { useSession } from '../../session/session.ts';
import { BigDialog } from '../../ui/big-dialog.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { DownloadLine } from './download-line.tsx';
import { PreviewPane } from './preview-pane.tsx';
import type { ShownFile } from './shown-file.ts';
import { useDownload } from './use-download.ts';

const useStyles = makeStyles({
  steps: { display: 'flex', columnGap: tokens.spacingHorizontalS, marginRight: 'auto' },
});

type Props = { readonly files: readonly ShownFile[]; readonly first: string; readonly onClose: () => void };

/** One file after the other, large, with the ways to open and to fetch it. */
export function PreviewDialog({ files, first, onClose }: Props) {
  const styles = useStyles();
  const { openOutside } = useSession();
  const announce = useAnnounce();
  const { downloading, download, stop } = useDownload();
  const [index, setIndex] = useState(() =>
    Math.max(
      0,
      files.findIndex(({ key }) => key === first),
    ),
  );
  const file = files[index];
  if (file === undefined) return null;
  const { address } = file;

  function step(by: number) {
    const to = files[index + by];
    if (to === undefined) return;
    setIndex(index + by);
    announce(`${to.title}, ${index + by + 1} of ${files.length}`);
  }

  /** Arrows go through the list, save where they scroll a text. */
  function onKeyDown(event: KeyboardEvent) {
    const isText = event.target instanceof Element && event.target.closest('[data-scrolls]') !== null;
    if (isText || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowRight') step(1);
    if (event.key === 'ArrowLeft') step(-1);
  }

  return (
    <BigDialog
      isTall
      title={file.title}
      detail={files.length > 1 ? `${file.name}, ${index + 1} of ${files.length}` : file.name}
      onClose={onClose}
      onKeyDown={onKeyDown}
      foot={
        <>
          {files.length > 1 && (
            <div className={styles.steps}>
              <Button icon={<ChevronLeft20Regular />} disabledFocusable={index === 0} onClick={() => step(-1)}>
                Previous file
              </Button>
              <Button
                icon={<ChevronRight20Regular />}
                iconPosition="after"
                disabledFocusable={index === files.length - 1}
                onClick={() => step(1)}
              >
                Next file
              </Button>
            </div>
          )}
          <Button
            icon={<ArrowDownload20Regular />}
            disabledFocusable={downloading.state === 'busy'}
            onClick={() => void download(file)}
          >
            Download
          </Button>
          {address !== undefined && (
            <Button appearance="primary" icon={<Open20Regular />} onClick={() => openOutside(address)}>
              Open in {opensIn(file.name)}
            </Button>
          )}
        </>
      }
    >
      <DownloadLine downloading={downloading} onStop={stop} />
      <PreviewPane key={file.key} file={file} />
    </BigDialog>
  );
}
