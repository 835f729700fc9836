import { Button, makeStyles, OverlayDrawer, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useMemo, useState } from 'react';
import { ConsentDialog } from './dialogs/consent-dialog.tsx';
import { TaskDialog } from './dialogs/task-dialog.tsx';
import type { ThemeName } from './frame/flat-context.ts';
import { type HostActs, HostActsContext } from './host-acts.ts';
import { AppBar } from './layout/app-bar.tsx';
import { ChannelList } from './layout/channel-list.tsx';
import { STAND_IN_LINE } from './layout/top-bar.tsx';
import { Notice } from './notice.tsx';
import { firstPlace, fromPath, type Place, resolve, toPath } from './place.ts';
import type { Person, Scene } from './scene.ts';
import { Stage } from './stage.tsx';
import { useQuestions } from './use-questions.ts';
import { useVisit } from './use-visit.ts';

const NARROW = '@media (max-width: 639px)';

const useStyles = makeStyles({
  room: { display: 'flex', flexGrow: 1, minHeight: 0 },
  side: {
    display: 'flex',
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground2,
    [NARROW]: { display: 'none' },
  },
  channels: {
    width: '280px',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowY: 'auto',
    '@media (max-width: 899px)': { width: '220px' },
  },
  drawer: { backgroundColor: tokens.colorNeutralBackground2 },
  close: { alignSelf: 'flex-end', minWidth: '44px', minHeight: '44px' },
  line: { padding: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

type RoomProps = {
  readonly scene: Scene;
  readonly person: Person;
  readonly theme: ThemeName;
  readonly refresh: () => Promise<void>;
};

/** Everything below the top bar, for one signed-in person. */
export function Room({ scene, person, theme, refresh }: RoomProps) {
  const styles = useStyles();
  const { visit, goTo } = useVisit();
  const questions = useQuestions(scene.tabOrigin);
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const [news, setNews] = useState<{ title: string; detail: string; isError: boolean }>();
  const place = fromPath(visit.address, scene) ?? firstPlace(scene);
  const resolved = resolve(place, scene);

  function open(next: Place): void {
    setIsMenuOpen(false);
    goTo(toPath(next));
  }

  const acts: HostActs = useMemo(() => {
    const openOwn = (address: URL) => {
      const next = fromPath(address, scene);
      if (next) goTo(toPath(next));
      return next ? undefined : 'There is nothing at that address.';
    };
    return {
      scene,
      person,
      theme,
      askConsent: questions.askConsent,
      startTask: questions.startTask,
      openLink(url) {
        if (!URL.canParse(url)) return 'That is not a link.';
        const address = new URL(url);
        if (address.origin === window.location.origin) return openOwn(address);
        if (address.protocol !== 'https:' && address.protocol !== 'http:') return 'Only web addresses are opened.';
        if (address.hostname.endsWith('.sharepoint.com')) {
          // Better than a window that finds nobody of that name.
          setNews({
            title: 'Teams opens this page of SharePoint, which is not in the stand-in:',
            detail: url,
            isError: false,
          });
          return undefined;
        }
        window.open(address, '_blank', 'noopener');
        return undefined;
      },
      goTo(_pageId, subPageId) {
        goTo(toPath({ ...place, subPageId }));
        return true;
      },
      share(subPageId, label) {
        const context = JSON.stringify({
          subEntityId: subPageId,
          ...(place.kind === 'channel' && { channelId: place.channelId }),
        });
        const entity = resolved.kind === 'channel' && typeof resolved.tab === 'object' ? resolved.tab.entityId : 'home';
        const query = new URLSearchParams({ label, context });
        const link = `${window.location.origin}/l/entity/${scene.app.teamsAppId}/${encodeURIComponent(entity)}?${query}`;
        void navigator.clipboard
          ?.writeText(link)
          .catch(() => setNews({ title: 'Copy this link:', detail: link, isError: false }));
        setNews({ title: 'Link copied', detail: link, isError: false });
      },
      reportUnknown(func) {
        console.error(`Unknown host call: ${func}`);
        setNews({
          title: 'The tab made a call that this stand-in does not know.',
          detail: func,
          isError: true,
        });
      },
    };
  }, [scene, person, theme, questions, goTo, place, resolved]);

  const channelId = place.kind === 'channel' ? place.channelId : undefined;
  const bar = (isWide: boolean) => (
    <AppBar
      isWide={isWide}
      current={place.kind === 'app' ? 'app' : 'teams'}
      onTeams={() => open(firstPlace(scene))}
      onApp={() => open({ kind: 'app', subPageId: '' })}
    />
  );
  const channels = (
    <ChannelList
      teams={scene.teams}
      currentId={channelId}
      onChannel={({ id }) =>
        open({ kind: 'channel', channelId: id, tab: scene.tabs[id]?.[0]?.id ?? 'posts', subPageId: '' })
      }
    />
  );

  return (
    <HostActsContext value={acts}>
      <div className={styles.room}>
        <div className={styles.side}>
          {bar(false)}
          {place.kind === 'channel' && <div className={styles.channels}>{channels}</div>}
        </div>
        <Stage
          place={place}
          resolved={resolved}
          visitNumber={visit.number}
          onPlace={open}
          onMenu={() => setIsMenuOpen(true)}
          refresh={refresh}
        >
          {news && (
            <Notice intent={news.isError ? 'error' : 'info'} title={news.title} onClose={() => setNews(undefined)}>
              {` ${news.detail}`}
            </Notice>
          )}
        </Stage>
      </div>
      <OverlayDrawer
        className={styles.drawer}
        open={isMenuOpen}
        onOpenChange={(_event, { open: isOpen }) => setIsMenuOpen(isOpen)}
        aria-label="Teams and channels"
      >
        <Button
          className={styles.close}
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label="Close"
          onClick={() => setIsMenuOpen(false)}
        />
        {bar(true)}
        {channels}
        <p className={styles.line}>{STAND_IN_LINE}</p>
      </OverlayDrawer>
      {questions.consent && (
        <ConsentDialog personName={person.name} scopes={questions.consent.scopes} onAnswer={questions.consent.answer} />
      )}
      {questions.task && <TaskDialog task={questions.task.info} onEnd={questions.task.end} />}
    </HostActsContext>
  );
}
