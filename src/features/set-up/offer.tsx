import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Info20Regular } from '@fluentui/react-icons/svg/info';
import { useState } from 'react';
import { toSentence } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import { useSetUp } from '../../session/use-set-up.ts';
import { Notice } from '../../ui/notice.tsx';

type Info = Awaited<ReturnType<ReturnType<typeof useSetUp>['join']>>;

const useStyles = makeStyles({
  screen: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: tokens.spacingHorizontalXXL },
  card: {
    maxWidth: '640px',
    margin: '16px auto 0',
    padding: '28px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL, marginTop: 0 },
  },
  title: { ...typographyStyles.subtitle1, margin: 0, outline: 'none' },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  list: { ...typographyStyles.body1, margin: 0, paddingLeft: '20px', color: tokens.colorNeutralForeground2 },
  quiet: {
    ...typographyStyles.caption1,
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    margin: 0,
    color: tokens.colorNeutralForeground3,
  },
  other: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalM,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Props = {
  readonly others: readonly Info[];
  readonly onStart: () => void;
  readonly onJoined: (info: Info) => void;
};

/** What set-up will do, before it does anything; and the workspaces that this channel could open instead. */
export function Offer({ others, onStart, onJoined }: Props) {
  const styles = useStyles();
  const { place } = useSession();
  const { join } = useSetUp();
  const [joining, setJoining] = useState<string | undefined>();
  const [problem, setProblem] = useState<string | undefined>();

  async function open(info: Info) {
    setJoining(info.id);
    setProblem(undefined);
    try {
      onJoined(await join(info));
    } catch (error) {
      setProblem(toSentence(error));
      setJoining(undefined);
    }
  }

  return (
    <div className={styles.screen}>
      <div className={styles.card}>
        <h1 id="page-title" tabIndex={-1} className={styles.title}>
          {others.length > 0 ? 'This channel has no workspace of its own' : 'Get your partnership ready for a JTAI'}
        </h1>
        {problem !== undefined && <Notice kind="danger">{problem}</Notice>}
        {others.length > 0 && (
          <section>
            <p className={styles.text}>
              The same site holds {others.length === 1 ? 'a workspace' : 'workspaces'} of another channel. Open one
              here, or make another.
            </p>
            {others.map((info) => (
              <div key={info.id} className={styles.other}>
                <Button appearance="primary" disabledFocusable={joining !== undefined} onClick={() => open(info)}>
                  {joining === info.id ? 'Opening' : `Open ${info.title}`}
                </Button>
              </div>
            ))}
          </section>
        )}
        {others.length > 0 && <h2 className={styles.heading}>Make another</h2>}
        <p className={styles.text}>
          JTAI Ready keeps one checklist, its evidence and its alerts in this channel
          {place?.channelName === undefined ? '' : `, ${place.channelName}`}. Set-up takes about two minutes and makes:
        </p>
        <ul className={styles.list}>
          <li>lists in the channel's own SharePoint site: partners, people, prompts, answers, evidence</li>
          <li>a folder for each partner in the channel's own library</li>
          <li>the benchmark prompts of the theme that you choose</li>
        </ul>
        <p className={styles.text}>
          It deletes nothing and changes nothing that is there. You need to be allowed to make lists in this site.
        </p>
        <div className={styles.actions}>
          <Button appearance={others.length > 0 ? 'secondary' : 'primary'} onClick={onStart}>
            Set up JTAI Ready
          </Button>
        </div>
        <p className={styles.quiet}>
          <Info20Regular aria-hidden="true" /> Nothing leaves your partnership's own Microsoft 365.
        </p>
      </div>
    </div>
  );
}
