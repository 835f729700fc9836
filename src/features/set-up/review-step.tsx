import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { themeFolderName } from '../../domain/folders.ts';
import { offeredPacks } from '../../themes/packs.ts';
import type { Choices } from './choices.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: '120px minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '2px' },
  },
  term: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3 },
  fact: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export function ReviewStep({ choices, year }: { readonly choices: Choices; readonly year: number }) {
  const styles = useStyles();
  const title = offeredPacks.find((pack) => pack.id === choices.pack)?.title ?? choices.pack;
  return (
    <dl className={styles.facts}>
      <dt className={styles.term}>Partnership</dt>
      <dd className={styles.fact}>{choices.name}</dd>
      <dt className={styles.term}>Coordinator</dt>
      <dd className={styles.fact}>{choices.coordinator?.name ?? 'Nobody yet'}</dd>
      <dt className={styles.term}>Partners</dt>
      <dd className={styles.fact}>
        <ul className={styles.list}>
          {choices.partners.map(({ uid, title: partner }) => {
            const { lead, deputy } = choices.people[uid] ?? {};
            const names = [lead && `${lead.name} leads`, deputy && `${deputy.name} is deputy`].filter(Boolean);
            return (
              <li key={uid}>
                {partner}{' '}
                <span className={styles.quiet}>{names.length > 0 ? names.join(', ') : 'nobody named yet'}</span>
              </li>
            );
          })}
        </ul>
      </dd>
      <dt className={styles.term}>Theme</dt>
      <dd className={styles.fact}>
        {title}, {year}
      </dd>
      <dt className={styles.term}>Folder</dt>
      <dd className={styles.fact}>
        {themeFolderName({ title, year })}, with one folder for each partner, in the channel's Files
      </dd>
    </dl>
  );
}
