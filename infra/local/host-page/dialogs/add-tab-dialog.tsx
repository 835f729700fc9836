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
import type { Instance } from '../frame/answer-call.ts';
import { AppFrame, type AppFrameHandle } from '../frame/app-frame.tsx';
import { useHostActs } from '../host-acts.ts';
import { Notice } from '../notice.tsx';
import { askServer, type Channel, type ChannelTab, postJson, type Team } from '../scene.ts';

const useStyles = makeStyles({ content: { height: '300px' } });

type AddTabDialogProps = {
  readonly place: { readonly team: Team; readonly channel: Channel };
  readonly onAdded: (tab: ChannelTab) => void;
  readonly onClose: () => void;
};

/** Adds the app to a channel through the app's own configuration page. */
export function AddTabDialog({ place, onAdded, onClose }: AddTabDialogProps) {
  const styles = useStyles();
  const { scene } = useHostActs();
  const frame = useRef<AppFrameHandle>(null);
  const instance = useRef<Instance>(undefined);
  const [maySave, setMaySave] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function take(chosen: Instance): Promise<string | undefined> {
    if (scene.misbehaviour.refusesSave) return scene.misbehaviour.refusesSave;
    if (!URL.canParse(chosen.contentUrl) || new URL(chosen.contentUrl).origin !== scene.tabOrigin) {
      return 'The tab names a page outside the domains of the app.';
    }
    instance.current = chosen;
    return undefined;
  }

  async function finish(reason: string | undefined): Promise<void> {
    if (reason !== undefined || !instance.current) {
      setFailure(reason ?? 'The page did not say which tab to add.');
      return;
    }
    try {
      onAdded(await askServer<ChannelTab>('tabs', { channel: place.channel.id }, postJson(instance.current)));
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{`Add a tab to ${place.channel.name}`}</DialogTitle>
          <DialogContent className={styles.content}>
            {failure !== undefined && <Notice title="The tab was not added.">{` ${failure}`}</Notice>}
            <AppFrame
              ref={frame}
              title="JTAI Ready, settings of the tab"
              url={`${scene.tabOrigin}/configure.html`}
              kind="settings"
              entityId=""
              place={place}
              acts={{ setMaySave, setInstance: take, saved: (reason) => void finish(reason) }}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              appearance="primary"
              disabled={!maySave}
              onClick={() => {
                setFailure(undefined);
                frame.current?.send('settings.save', [{}]);
              }}
            >
              Save
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
