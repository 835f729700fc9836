import {
  Button,
  Caption1,
  Link,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableCellLayout,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { Document20Regular } from '@fluentui/react-icons/svg/document';
import { Folder20Filled } from '@fluentui/react-icons/svg/folder';
import { sayWhen } from '../posts/say-when.ts';
import { type FolderItem, inReadingOrder, sayBytes } from './folder-item.ts';

const NARROW = '@media (max-width: 639px)';

const useStyles = makeStyles({
  name: { overflowWrap: 'anywhere', textAlign: 'left' },
  folder: { color: tokens.colorPaletteMarigoldForeground2 },
  extra: { width: '170px', [NARROW]: { display: 'none' } },
  action: { width: '56px' },
  size: { width: '110px', [NARROW]: { display: 'none' } },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type FileTableProps = {
  readonly items: readonly FolderItem[];
  readonly onOpen: (item: FolderItem) => void;
  readonly onSave: (item: FolderItem) => void;
};

export function FileTable({ items, onOpen, onSave }: FileTableProps) {
  const styles = useStyles();
  return (
    <Table aria-label="Files and folders" size="medium">
      <TableHeader>
        <TableRow>
          <TableHeaderCell>Name</TableHeaderCell>
          <TableHeaderCell className={styles.extra}>Modified</TableHeaderCell>
          <TableHeaderCell className={styles.extra}>Modified by</TableHeaderCell>
          <TableHeaderCell className={styles.size}>Size</TableHeaderCell>
          <TableHeaderCell className={styles.action}>
            <span style={{ position: 'absolute', clipPath: 'inset(50%)' }}>Save</span>
          </TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {inReadingOrder(items).map((item) => (
          <TableRow key={item.id}>
            <TableCell>
              <TableCellLayout
                media={
                  item.folder ? (
                    <Folder20Filled className={styles.folder} aria-hidden />
                  ) : (
                    <Document20Regular aria-hidden />
                  )
                }
              >
                <Link as="button" appearance="subtle" className={styles.name} onClick={() => onOpen(item)}>
                  {item.name}
                </Link>
              </TableCellLayout>
            </TableCell>
            <TableCell className={styles.extra}>
              <Caption1 className={styles.quiet}>
                {item.lastModifiedDateTime && sayWhen(item.lastModifiedDateTime)}
              </Caption1>
            </TableCell>
            <TableCell className={styles.extra}>
              <Caption1 className={styles.quiet}>{item.lastModifiedBy?.user?.displayName}</Caption1>
            </TableCell>
            <TableCell className={styles.size}>
              <Caption1 className={styles.quiet}>{sayExtent(item)}</Caption1>
            </TableCell>
            <TableCell className={styles.action}>
              {!item.folder && (
                <Button
                  appearance="subtle"
                  icon={<ArrowDownload20Regular />}
                  aria-label={`Download ${item.name}`}
                  onClick={() => onSave(item)}
                />
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function sayExtent({ folder, size }: FolderItem): string {
  if (!folder) return sayBytes(size ?? 0);
  if (folder.childCount === undefined) return '';
  return folder.childCount === 1 ? '1 item' : `${folder.childCount} items`;
}
