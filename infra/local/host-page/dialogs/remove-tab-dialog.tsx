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
import { useRef, useState } from 'react';
import { AppFrame, type AppFrameHandle } from '../frame/app-frame.tsx';
import { useHostActs } from '../host-acts.ts';
import { Notice } from '../notice.tsx';
import { askServer, type Channel, type ChannelTab, type Team } from '../scene.ts';

const useStyles = makeStyles({ content: { height: '200px' } });

type RemoveTabDialogProps = {
  readonly place: { readonly team: Team; readonly channel: Channel };
  readonly tab: ChannelTab;
  readonly onRemoved: () => void;
  readonly onClose: () => void;
};

/** Removes a tab after the app has had its say on its own page. */
export function RemoveTabDialog({ place, tab, onRemoved, onClose }: RemoveTabDialogProps) {
  const styles = useStyles();
  const { scene } = useHostActs();
  const frame = useRef<AppFrameHandle>(null);
  const [failure, setFailure] = useState<string>();

  async function finish(reason: string | undefined): Promise<void> {
    if (reason !== undefined) {
      setFailure(reason);
      return;
    }
    try {
      await askServer('tabs', { channel: place.channel.id, tab: tab.id }, { method: 'DELETE' });
      onRemoved();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{`Remove ${tab.name} from ${place.channel.name}`}</DialogTitle>
          <DialogContent className={styles.content}>
            {failure !== undefined && <Notice title="The tab was not removed.">{` ${failure}`}</Notice>}
            <AppFrame
              ref={frame}
              title="JTAI Ready, before the tab is removed"
              url={`${scene.tabOrigin}/remove.html`}
              kind="remove"
              entityId={tab.entityId}
              place={place}
              acts={{ instance: () => tab, removed: (reason) => void finish(reason) }}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button appearance="primary" onClick={() => frame.current?.send('settings.remove', [])}>
              Remove the tab
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
