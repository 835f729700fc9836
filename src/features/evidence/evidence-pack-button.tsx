import { Button } from '@fluentui/react-components';
import { FolderZip20Regular } from '@fluentui/react-icons/svg/folder-zip';
import { lazy } from 'react';
import type { PackChoice } from '../../domain/evidence/pack-plan.ts';
import { LazyDialog } from '../../ui/lazy-dialog.tsx';

const EvidencePackDialog = lazy(async () => ({
  default: (await import('./evidence-pack-dialog.tsx')).EvidencePackDialog,
}));

/** What a pack is begun with. */
export type AskedPack = Pick<PackChoice, 'theme' | 'partner' | 'only'> & {
  /** The files and nothing else. */
  readonly isBare: boolean;
};

/** Opens the making of an evidence pack. */
export function EvidencePackButton({ onPress }: { readonly onPress: () => void }) {
  return (
    <Button icon={<FolderZip20Regular />} onClick={onPress}>
      Make an evidence pack
    </Button>
  );
}

type Props = {
  readonly asked: AskedPack;
  readonly onClose: () => void;
};

/** The making of it; apart from the button, which may lie in something that closes. */
export function EvidencePackLayer({ asked, onClose }: Props) {
  return (
    <LazyDialog onClose={onClose}>
      <EvidencePackDialog asked={asked} onClose={onClose} />
    </LazyDialog>
  );
}
