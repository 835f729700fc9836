import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import { PeopleTeam20Regular } from '@fluentui/react-icons/svg/people-team';
import { toReadFailure, toReference } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import { useMyWorkspaces } from '../../session/use-my-workspaces.ts';
import { Card } from '../../ui/card.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { StateMessage } from '../../ui/state-message.tsx';

const useStyles = makeStyles({
  screen: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: tokens.spacingHorizontalXXL,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalM },
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  icon: { lineHeight: 0, color: tokens.colorNeutralForeground3 },
  words: { marginRight: 'auto', minWidth: 0 },
  name: { ...typographyStyles.body1Strong, margin: 0 },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
});

/** The personal tab stands in no channel: it lists the workspaces that I can open, each in its own channel. */
export function MyWorkspaces() {
  const styles = useStyles();
  const { toChannelLink, openOutside } = useSession();
  const { mine, retry } = useMyWorkspaces();
  return (
    <div className={styles.screen}>
      <PageTitle title="Your workspaces" />
      {mine.state === 'waiting' && <LoadingRows what="your workspaces" rows={3} />}
      {mine.state === 'failed' && (
        <StateMessage
          kind="failed"
          title="Your workspaces did not load"
          smallPrint={toReference(mine.error)}
          actions={
            <Button appearance="primary" onClick={retry}>
              Try again
            </Button>
          }
        >
          {toReadFailure(mine.error)}
        </StateMessage>
      )}
      {mine.state === 'ready' && mine.workspaces.length === 0 && (
        <StateMessage
          kind="empty"
          title="There is no workspace that you can open"
          icon={<PeopleTeam20Regular fontSize={40} />}
        >
          If your partnership has one, you are not in its team: its coordinator or an owner of the team can add you in
          Teams. Only where there is none yet, the coordinator adds the tab JTAI Ready to the partnership's channel and
          sets it up there.
        </StateMessage>
      )}
      {mine.state === 'ready' && mine.unread > 0 && (
        <Notice kind="warning">
          {mine.unread === 1 ? 'One channel' : `${mine.unread} channels`} could not be looked into, so a workspace may
          be missing here.
        </Notice>
      )}
      {mine.state === 'ready' && mine.workspaces.length > 0 && (
        <Card title="Partnerships" flush>
          <ul className={styles.list}>
            {mine.workspaces.map(({ info, teamName, place }) => (
              <li key={info.id} className={styles.row}>
                <span className={styles.icon}>
                  <PeopleTeam20Regular aria-hidden="true" />
                </span>
                <div className={styles.words}>
                  <p className={styles.name}>{info.title}</p>
                  <p className={styles.small}>
                    {teamName}, {place.channelName}
                  </p>
                </div>
                <Button
                  icon={<Open20Regular />}
                  aria-label={`Open in its channel: ${info.title}`}
                  onClick={() => openOutside(toChannelLink(place))}
                >
                  Open in its channel
                </Button>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
