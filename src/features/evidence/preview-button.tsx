import { Button } from '@fluentui/react-components';
import { Eye20Regular } from '@fluentui/react-icons/svg/eye';
import { useState } from 'react';
import { BigDialog } from '../../ui/big-dialog.tsx';
import { LazyPart } from '../../ui/lazy-part.tsx';
import type { ShownFile } from './shown-file.ts';

const loadPreviewDialog = async () => (await import('./preview-dialog.tsx')).PreviewDialog;

type Props = {
  readonly file: ShownFile;
  /** The files of the list that it stands in, for going on to the next; without them there is only this one. */
  readonly files?: readonly ShownFile[];
  readonly appearance?: 'primary' | 'secondary' | 'subtle';
};

/** Looks at a file without leaving. */
export function PreviewButton({ file, files = [file], appearance = 'secondary' }: Props) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button size="small" appearance={appearance} icon={<Eye20Regular />} onClick={() => setOpen(true)}>
        Preview
      </Button>
      {isOpen && (
        <LazyPart
          load={loadPreviewDialog}
          props={{ files, first: file.key, onClose: close }}
          frame={BigDialog}
          onClose={close}
        />
      )}
    </>
  );
}
