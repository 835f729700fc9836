import {
  Avatar,
  Badge,
  Body1,
  Body1Strong,
  makeStyles,
  mergeClasses,
  Subtitle1,
  tokens,
} from '@fluentui/react-components';
import type { Channel, Team } from '../scene.ts';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    minHeight: 0,
    overflowY: 'auto',
    paddingBottom: tokens.spacingVerticalL,
  },
  title: { margin: 0, padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalM}` },
  team: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}`,
  },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  channel: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '36px',
    padding: `0 ${tokens.spacingHorizontalXL} 0 54px`,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 639px)': { minHeight: '44px' },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
  nothing: { padding: `0 ${tokens.spacingHorizontalXL}` },
});

const KINDS = { standard: undefined, private: 'Private', shared: 'Shared' } as const;

type ChannelListProps = {
  readonly teams: readonly Team[];
  readonly currentId: string | undefined;
  readonly onChannel: (channel: Channel) => void;
};

/** The teams and channels that the person is in; a private channel that they are not in does not exist here. */
export function ChannelList({ teams, currentId, onChannel }: ChannelListProps) {
  const styles = useStyles();
  return (
    <nav className={styles.pane} aria-label="Teams and channels">
      <Subtitle1 as="h1" className={styles.title}>
        Teams
      </Subtitle1>
      {teams.every((team) => team.channels.length === 0) && (
        <Body1 className={styles.nothing}>This person is in no team.</Body1>
      )}
      {teams.map((team) => (
        <section key={team.id} aria-label={team.name}>
          <div className={styles.team}>
            <Avatar name={team.name} shape="square" size={24} color="neutral" aria-hidden />
            <Body1Strong>{team.name}</Body1Strong>
          </div>
          <ul className={styles.list}>
            {team.channels.map((channel) => (
              <li key={channel.id}>
                <button
                  type="button"
                  className={mergeClasses(styles.channel, channel.id === currentId && styles.current)}
                  aria-current={channel.id === currentId ? 'true' : undefined}
                  onClick={() => onChannel(channel)}
                >
                  {channel.id === currentId ? <Body1Strong>{channel.name}</Body1Strong> : <Body1>{channel.name}</Body1>}
                  {KINDS[channel.kind] && (
                    <Badge appearance="outline" color="informative" size="small">
                      {KINDS[channel.kind]}
                    </Badge>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
