import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up';
import { Folder20Regular } from '@fluentui/react-icons/svg/folder';
import { useMemo, useState } from 'react';
import type { FileFacts } from '../../session/use-file.ts';
import { FileIcon } from '../../ui/file-icon.tsx';
import { useFiles, useWorkspace } from '../../workspace/hooks.ts';

export type LibraryFile = NonNullable<FileFacts['file']>;

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  where: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: { justifyContent: 'flex-start', width: '100%' },
  quiet: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: 0 },
});

/** Of a folder with more than these the file is found quicker by its address. */
const MOST_SHOWN = 200;

/** The folders of the library as they were last read: one at a time, folders first. */
export function LibraryPicker({ onChoose }: { readonly onChoose: (file: LibraryFile) => void }) {
  const styles = useStyles();
  const { info } = useWorkspace();
  const files = useFiles();
  const [at, setAt] = useState(info.homeFolder);
  const children = useMemo(() => {
    if (files.state !== 'ready') return [];
    const inside = [...files.items.values()].filter((item) => item.parentId === at);
    return inside.sort(
      (one, other) =>
        Number(one.kind === 'file') - Number(other.kind === 'file') || one.name.localeCompare(other.name, 'en-GB'),
    );
  }, [files, at]);
  if (files.state !== 'ready') return <p className={styles.quiet}>The library has not been read yet.</p>;
  const here = files.items.get(at);
  const parent = here?.parentId;
  return (
    <section aria-label="Folders of the library">
      <div className={styles.head}>
        {parent !== undefined && files.items.has(parent) && (
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowUp20Regular />}
            aria-label="Up to the folder above"
            onClick={() => setAt(parent)}
          />
        )}
        <h3 className={styles.where}>{nameOf(here)}</h3>
      </div>
      {children.length === 0 && <p className={styles.quiet}>This folder is empty.</p>}
      <ul className={styles.list}>
        {children.slice(0, MOST_SHOWN).map((item) => (
          <li key={item.id}>
            <Button
              appearance="subtle"
              className={styles.line}
              icon={item.kind === 'folder' ? <Folder20Regular /> : <FileIcon name={item.name} />}
              onClick={() => (item.kind === 'folder' ? setAt(item.id) : onChoose(item))}
            >
              {item.name}
            </Button>
          </li>
        ))}
      </ul>
      {children.length > MOST_SHOWN && (
        <p className={styles.quiet}>{children.length - MOST_SHOWN} more are not shown. Paste the file's address.</p>
      )}
    </section>
  );
}

/** The library's own root is called `root`, which nobody knows it by: its address ends with the library's name. */
function nameOf(folder: LibraryFile | undefined): string {
  if (folder === undefined) return 'The library';
  return folder.parentId === undefined ? decodeURIComponent(folder.webUrl.split('/').at(-1) ?? '') : folder.name;
}
