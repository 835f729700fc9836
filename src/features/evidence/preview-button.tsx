import { Button } from '@fluentui/react-components';
import { Eye20Regular } from '@fluentui/react-icons/svg/eye';
import { lazy, useState } from 'react';
import { LazyDialog } from '../../ui/lazy-dialog.tsx';
import type { ShownFile } from './shown-file.ts';

const PreviewDialog = lazy(async () => ({ default: (await import('./preview-dialog.tsx')).PreviewDialog }));

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
        <LazyDialog onClose={close}>
          <PreviewDialog files={files} first={file.key} onClose={close} />
        </LazyDialog>
      )}
    </>
  );
}
