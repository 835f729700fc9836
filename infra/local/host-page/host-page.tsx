import {
  FluentProvider,
  makeStyles,
  Spinner,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
} from '@fluentui/react-components';
import { useChosen } from './chosen.ts';
import type { ThemeName } from './frame/flat-context.ts';
import { TopBar } from './layout/top-bar.tsx';
import { Notice } from './notice.tsx';
import { Room } from './room.tsx';
import { useScene } from './use-scene.ts';

const FLUENT_THEMES = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme } as const;

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100dvh',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  waiting: { flexGrow: 1 },
});

/** Stands in for Microsoft Teams on a laptop: chooses who is signed in and what it looks like, and opens the room. */
export function HostPage() {
  const [user, chooseUser] = useChosen('signed-in-as', '');
  const [chosenTheme, chooseTheme] = useChosen('theme', 'default');
  const theme: ThemeName = chosenTheme === 'dark' || chosenTheme === 'contrast' ? chosenTheme : 'default';
  return (
    <FluentProvider theme={FLUENT_THEMES[theme]}>
      <Page user={user} theme={theme} onUser={chooseUser} onTheme={chooseTheme} />
    </FluentProvider>
  );
}

type PageProps = {
  readonly user: string;
  readonly theme: ThemeName;
  readonly onUser: (user: string) => void;
  readonly onTheme: (theme: string) => void;
};

function Page({ user, theme, onUser, onTheme }: PageProps) {
  const styles = useStyles();
  const { state, refresh } = useScene(user);
  if (state.kind === 'failed') {
    return (
      <div className={styles.page}>
        <Notice title={state.failure.message} action={{ label: 'Try again', onClick: () => void refresh() }}>
          {state.failure.detail}
        </Notice>
      </div>
    );
  }
  if (state.kind === 'waiting') {
    return (
      <div className={styles.page}>
        <Spinner className={styles.waiting} label="Opening the stand-in for Teams" />
      </div>
    );
  }
  const person = state.scene.people.find(({ id }) => id === state.user);
  return (
    <div className={styles.page}>
      <TopBar people={state.scene.people} user={state.user} theme={theme} onUser={onUser} onTheme={onTheme} />
      {person && <Room key={person.id} scene={state.scene} person={person} theme={theme} refresh={refresh} />}
    </div>
  );
}
