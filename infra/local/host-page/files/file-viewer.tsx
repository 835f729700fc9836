import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useHostActs } from '../host-acts.ts';
import type { FolderItem } from './folder-item.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '960px', width: 'calc(100vw - 32px)' },
  body: { height: 'calc(100vh - 160px)' },
  content: { display: 'flex', minHeight: 0 },
  frame: { flexGrow: 1, width: '100%', height: '100%', border: 'none', backgroundColor: '#ffffff' },
});

type FileViewerProps = {
  readonly file: FolderItem;
  readonly drive: string;
  readonly onClose: () => void;
  readonly onSave: (file: FolderItem, drive: string) => void;
};

/** A PDF or a text, shown by the browser itself in a frame without any rights. */
export function FileViewer({ file, drive, onClose, onSave }: FileViewerProps) {
  const styles = useStyles();
  const { person } = useHostActs();
  const address = `/api/content?${new URLSearchParams({ user: person.id, drive, item: file.id, show: 'yes' })}`;
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogTitle>{file.name}</DialogTitle>
          <DialogContent className={styles.content}>
            {/* A browser draws no PDF in a sandboxed frame; the server allows only PDF and plain text here. */}
            <iframe className={styles.frame} title={file.name} src={address} />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => onSave(file, drive)}>Download</Button>
            <Button appearance="primary" onClick={onClose}>
              Close
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
