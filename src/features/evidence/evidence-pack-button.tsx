import { Button } from '@fluentui/react-components';
import { FolderZip20Regular } from '@fluentui/react-icons/svg/folder-zip';
import { lazy } from 'react';
import { LazyDialog } from '../../ui/lazy-dialog.tsx';

const EvidencePackDialog = lazy(async () => ({
  default: (await import('./evidence-pack-dialog.tsx')).EvidencePackDialog,
}));

/** Opens the making of an evidence pack. */
export function EvidencePackButton({ onPress }: { readonly onPress: () => void }) {
  return (
    <Button icon={<FolderZip20Regular />} onClick={onPress}>
      Make an evidence pack
    </Button>
  );
}

type Props = {
  /** Uids: what the list shows is chosen already; empty for all. */
  readonly theme: string;
  readonly partner: string;
  readonly onClose: () => void;
};

/** The making of it; apart from the button, which may lie in something that closes. */
export function EvidencePackLayer({ theme, partner, onClose }: Props) {
  return (
    <LazyDialog onClose={onClose}>
      <EvidencePackDialog theme={theme} partner={partner} onClose={onClose} />
    </LazyDialog>
  );
}
