import { Button } from '@fluentui/react-components';
import { FolderZip20Regular } from '@fluentui/react-icons/svg/folder-zip';
import type { PackChoice } from '../../domain/evidence/pack-plan.ts';
import { BigDialog } from '../../ui/big-dialog.tsx';
import { LazyPart } from '../../ui/lazy-part.tsx';

const loadEvidencePackDialog = async () => (await import('./evidence-pack-dialog.tsx')).EvidencePackDialog;

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
  return <LazyPart load={loadEvidencePackDialog} props={{ asked, onClose }} frame={BigDialog} onClose={onClose} />;
}
