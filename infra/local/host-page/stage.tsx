import { Button, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { Navigation24Regular } from '@fluentui/react-icons/svg/navigation';
import { type ReactNode, useState } from 'react';
import { AddTabDialog } from './dialogs/add-tab-dialog.tsx';
import { RemoveTabDialog } from './dialogs/remove-tab-dialog.tsx';
import { Files } from './files/files.tsx';
import { AppFrame } from './frame/app-frame.tsx';
import { useHostActs } from './host-acts.ts';
import { ChannelHeader } from './layout/channel-header.tsx';
import { Notice } from './notice.tsx';
import type { Place, Resolved } from './place.ts';
import { Posts } from './posts/posts.tsx';
import type { ChannelTab } from './scene.ts';

const NARROW = '@media (max-width: 639px)';

const useStyles = makeStyles({
  stage: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  content: { flexGrow: 1, minHeight: 0 },
  personal: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    minHeight: '48px',
    padding: `0 ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: { padding: `0 ${tokens.spacingHorizontalS}` },
  },
  title: { margin: 0 },
  menu: { display: 'none', [NARROW]: { display: 'inline-flex', minWidth: '44px', minHeight: '44px' } },
});

type StageProps = {
  readonly place: Place;
  readonly resolved: Resolved;
  readonly visitNumber: number;
  readonly onPlace: (place: Place) => void;
  readonly onMenu: () => void;
  readonly refresh: () => Promise<void>;
  /** News, above what is shown. */
  readonly children: ReactNode;
};

/** The large part of the page: a channel with its header, the personal app, or why there is nothing. */
export function Stage(props: StageProps) {
  const styles = useStyles();
  const { resolved, visitNumber, onMenu, children } = props;
  const { scene } = useHostActs();
  if (resolved.kind === 'channel') return <ChannelStage {...props} resolved={resolved} />;
  return (
    <main className={styles.stage}>
      <div className={styles.personal}>
        <Button
          className={styles.menu}
          appearance="subtle"
          icon={<Navigation24Regular />}
          aria-label="Teams and channels"
          onClick={onMenu}
        />
        <Subtitle1 as="h2" className={styles.title}>
          {resolved.kind === 'app' ? scene.app.name : 'Nothing to show'}
        </Subtitle1>
      </div>
      {children}
      <div className={styles.content}>
        {resolved.kind === 'nowhere' && <Notice intent="warning" title={resolved.sentence} />}
        {resolved.kind === 'app' && (
          <AppFrame
            key={visitNumber}
            title={scene.app.name}
            url={`${scene.tabOrigin}/`}
            kind="content"
            entityId="home"
            subPageId={resolved.subPageId}
          />
        )}
      </div>
    </main>
  );
}

function ChannelStage({
  resolved,
  visitNumber,
  onPlace,
  onMenu,
  refresh,
  children,
}: StageProps & { readonly resolved: Extract<Resolved, { kind: 'channel' }> }) {
  const styles = useStyles();
  const { scene } = useHostActs();
  const { team, channel, tab, subPageId } = resolved;
  const [dialog, setDialog] = useState<{ kind: 'add' } | { kind: 'remove'; tab: ChannelTab }>();
  const openTab = (id: string) => onPlace({ kind: 'channel', channelId: channel.id, tab: id, subPageId: '' });

  async function leaveFor(id: string): Promise<void> {
    setDialog(undefined);
    await refresh();
    openTab(id);
  }

  return (
    <main className={styles.stage}>
      <ChannelHeader
        name={channel.name}
        tabs={scene.tabs[channel.id] ?? []}
        current={typeof tab === 'string' ? tab : tab.id}
        onTab={openTab}
        onAdd={() => setDialog({ kind: 'add' })}
        onRemove={typeof tab === 'string' ? undefined : (shown) => setDialog({ kind: 'remove', tab: shown })}
        onMenu={onMenu}
      />
      {children}
      <div className={styles.content}>
        {tab === 'posts' && <Posts key={channel.id} team={team} channel={channel} />}
        {tab === 'files' && <Files key={channel.id} team={team} channel={channel} />}
        {typeof tab === 'object' && (
          <AppFrame
            key={`${channel.id} ${tab.id} ${visitNumber}`}
            title={scene.app.name}
            url={tab.contentUrl}
            kind="content"
            entityId={tab.entityId}
            subPageId={subPageId}
            place={{ team, channel }}
            acts={{ instance: () => tab }}
          />
        )}
      </div>
      {dialog?.kind === 'add' && (
        <AddTabDialog
          place={{ team, channel }}
          onAdded={(added) => void leaveFor(added.id)}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog?.kind === 'remove' && (
        <RemoveTabDialog
          place={{ team, channel }}
          tab={dialog.tab}
          onRemoved={() => void leaveFor('posts')}
          onClose={() => setDialog(undefined)}
        />
      )}
    </main>
  );
}
