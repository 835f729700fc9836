import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type PlaceAccess, useAccess } from '../../session/use-access.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { doorWords, isShared } from './access-words.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalM,
  },
  words: { ...typographyStyles.body1, margin: 0 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  place: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  button: { alignSelf: 'flex-start' },
});

/** Who may open the channel's folder and each partner's, as SharePoint tells it; read when somebody asks. */
export function AccessFolders({ partnership }: { readonly partnership: Partnership }) {
  const styles = useStyles();
  const announce = useAnnounce();
  const { info } = useWorkspace();
  const { access, read } = useAccess();
  const { partners, folders, theme } = partnership;
  const places = [
    { key: 'home', title: "The channel's folder", item: info.homeFolder },
    ...partners.flatMap((partner) => {
      const folder = folders.find((row) => row.partner === partner.uid && row.theme === theme?.uid);
      return folder ? [{ key: folder.uid, title: `Folder of ${partner.title}`, item: folder.item }] : [];
    }),
  ];

  return (
    <div className={styles.box}>
      <Button
        className={styles.button}
        disabledFocusable={access.state === 'busy'}
        onClick={async () => {
          await read(places);
          announce('SharePoint has answered.');
        }}
      >
        {access.state === 'busy' ? 'Asking SharePoint' : 'Ask SharePoint who may open each folder'}
      </Button>
      {access.state === 'ready' && (
        <>
          <p className={styles.quiet}>
            SharePoint tells all of this to owners only; others see what concerns them. Guests and people of other
            organisations are among the members.
          </p>
          <ul className={styles.list} aria-label="Who may open each folder">
            {access.places.map((place) => (
              <li key={place.key} className={styles.place}>
                <p className={styles.title}>{place.title}</p>
                {toSentences(place, access.places).map((sentence) => (
                  <p key={sentence} className={styles.words}>
                    {sentence}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function toSentences(place: PlaceAccess, places: readonly PlaceAccess[]): readonly string[] {
  if (place.state === 'failed') return [`SharePoint does not tell you this. ${place.sentence}`];
  const home = places.find(({ key }) => key === 'home');
  const words = doorWords(place.doors);
  if (place.key === 'home' || home?.state !== 'ready') return words;
  if (isShared(place)) return [...words, 'Somebody has shared this folder beside the channel.'];
  return words.join() === doorWords(home.doors).join() ? ["The same people as the channel's folder."] : words;
}
