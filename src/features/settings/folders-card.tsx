import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Folder20Regular } from '@fluentui/react-icons/svg/folder';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { Card } from '../../ui/card.tsx';
import { useFiles } from '../../workspace/hooks.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    ...typographyStyles.body1,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '32px',
  },
  icon: { lineHeight: 0, color: tokens.colorNeutralForeground3 },
  lost: { color: tokens.colorNeutralForeground3 },
});

/** The folders of the theme, followed by id: a renamed or moved folder still opens. */
export function FoldersCard({ partnership }: { readonly partnership: Partnership }) {
  const styles = useStyles();
  const { openOutside } = useSession();
  const files = useFiles();
  const order = new Map(partnership.partners.map((partner, index) => [partner.uid, index]));
  const folders = partnership.folders
    .filter((folder) => folder.theme === partnership.theme?.uid)
    .toSorted((one, other) => (order.get(one.partner ?? '') ?? -1) - (order.get(other.partner ?? '') ?? -1));
  return (
    <Card title="Folders">
      <ul className={styles.list}>
        {folders.map((folder) => {
          const item = files.state === 'ready' ? files.items.get(folder.item) : undefined;
          const name = item?.name ?? folder.title;
          return (
            <li key={folder.uid} className={styles.row}>
              <span className={styles.icon}>
                <Folder20Regular aria-hidden="true" />
              </span>
              {item !== undefined ? (
                <Link as="button" onClick={() => openOutside(item.webUrl)}>
                  {name}
                </Link>
              ) : (
                <span className={styles.lost}>
                  {name}
                  {files.state === 'ready' && ', not in the library: choose Check and repair'}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
