import { Button, makeStyles } from '@fluentui/react-components';
import { FolderZip20Regular } from '@fluentui/react-icons/svg/folder-zip';
import { lazy, useState } from 'react';
import { LazyDialog } from '../../ui/lazy-dialog.tsx';

const EvidencePackDialog = lazy(async () => ({
  default: (await import('./evidence-pack-dialog.tsx')).EvidencePackDialog,
}));

const useStyles = makeStyles({
  button: { '@media (max-width: 639px)': { minHeight: '44px', flexGrow: 1 } },
});

type Props = {
  /** Uids: what the list shows is chosen already; empty for all. */
  readonly theme: string;
  readonly partner: string;
};

/** Opens the making of an evidence pack. */
export function EvidencePackButton({ theme, partner }: Props) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button className={styles.button} icon={<FolderZip20Regular />} onClick={() => setOpen(true)}>
        Make an evidence pack
      </Button>
      {isOpen && (
        <LazyDialog onClose={close}>
          <EvidencePackDialog theme={theme} partner={partner} onClose={close} />
        </LazyDialog>
      )}
    </>
  );
}
