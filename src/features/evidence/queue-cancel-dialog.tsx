import { Button } from '@fluentui/react-components';
import { BigDialog } from '../../ui/big-dialog.tsx';

type Props = { readonly count: number; readonly onCancelAll: () => void; readonly onClose: () => void };

/** Asked before many files are given up with one press. */
export function QueueCancelDialog({ count, onCancelAll, onClose }: Props) {
  const files = count === 1 ? '1 file' : `${count} files`;
  return (
    <BigDialog
      title={`Cancel ${files}?`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Go on adding</Button>
          <Button
            appearance="primary"
            onClick={() => {
              onCancelAll();
              onClose();
            }}
          >
            Cancel {files}
          </Button>
        </>
      }
    >
      They are not added, and you would have to choose them again. What is in the library stays there.
    </BigDialog>
  );
}
