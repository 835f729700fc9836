import { Button } from '@fluentui/react-components';
import { History20Regular } from '@fluentui/react-icons/svg/history';
import { useState } from 'react';
import { BigDialog } from '../../ui/big-dialog.tsx';
import { LazyPart } from '../../ui/lazy-part.tsx';
import type { Evidence } from '../../workspace/schema/lists.ts';
import type { ShownFile } from './shown-file.ts';

const loadVersionsDialog = async () => (await import('./versions-dialog.tsx')).VersionsDialog;

/** The contents that the file of an item has had, and the way back to one. */
export function Versions({ item, file }: { readonly item: Evidence; readonly file: ShownFile }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button size="small" icon={<History20Regular />} onClick={() => setOpen(true)}>
        Versions
      </Button>
      {isOpen && (
        <LazyPart load={loadVersionsDialog} props={{ item, file, onClose: close }} frame={BigDialog} onClose={close} />
      )}
    </>
  );
}
