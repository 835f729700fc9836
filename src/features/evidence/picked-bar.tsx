import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { FolderZip20Regular } from '@fluentui/react-icons/svg/folder-zip';
import type { ManyAct } from '../../domain/evidence/several.ts';
import { useFiles, useWorkspace } from '../../workspace/hooks.ts';
import { DownloadLine } from './download-line.tsx';
import type { EvidenceRow } from './evidence-rows.ts';
import { type ShownFile, toShownFile } from './shown-file.ts';
import { useDownload } from './use-download.ts';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    marginBottom: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    '@media (max-width: 639px)': {
      position: 'sticky',
      bottom: 0,
      zIndex: 1,
      marginTop: 'auto',
      marginBottom: 0,
      marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})`,
      marginRight: `calc(-1 * ${tokens.spacingHorizontalM})`,
      borderRadius: 0,
      boxShadow: tokens.shadow8,
    },
  },
  count: {
    ...typographyStyles.body1Strong,
    margin: 0,
    marginRight: tokens.spacingHorizontalS,
    '@media (max-width: 639px)': { order: -1 },
  },
  hidden: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  // On a phone it stands beside the count, and the acts below both.
  end: { marginLeft: 'auto', '@media (max-width: 639px)': { order: -1 } },
  line: { width: '100%' },
});

type Props = {
  readonly rows: readonly EvidenceRow[];
  /** How many of them the list does not show now. */
  readonly notShown: number;
  readonly onEnd: () => void;
  readonly onPack: (keys: ReadonlySet<string>, isBare: boolean) => void;
  readonly onAct: (act: ManyAct) => void;
};

/** How many rows are chosen, and what can be done with them together. */
export function PickedBar({ rows, notShown, onEnd, onPack, onAct }: Props) {
  const styles = useStyles();
  const { info } = useWorkspace();
  const library = useFiles();
  const { downloading, download, stop } = useDownload();
  const keys = new Set(rows.map(({ item, unregistered, key }) => item?.uid ?? unregistered?.item.id ?? key));
  const withFile = rows.filter(({ item, unregistered }) => (item?.file ?? unregistered) !== undefined);
  const [only] = withFile;
  const files = library.state === 'ready' ? library.items : undefined;
  const acts = actsOn(rows);

  function fetchThem() {
    if (withFile.length > 1 || only === undefined) return onPack(keys, true);
    const file = toFile(only);
    return file && void download(file);
  }

  function toFile({ item, unregistered, key }: EvidenceRow): ShownFile | undefined {
    if (item !== undefined) return toShownFile(item, info.drive, files);
    if (unregistered === undefined) return undefined;
    const { id, name, size, webUrl } = unregistered.item;
    return { key, title: name, name, drive: info.drive, item: id, size, address: webUrl, owner: undefined };
  }

  return (
    <section className={styles.bar} aria-label="Chosen" data-chosen-bar>
      <p className={styles.count}>
        {rows.length === 0 ? 'None chosen yet' : `${rows.length} chosen`}
        {notShown > 0 && <span className={styles.hidden}> {notShown} not in this list</span>}
      </p>
      {withFile.length > 0 && (
        <>
          <Button size="small" icon={<ArrowDownload20Regular />} onClick={fetchThem}>
            Download
          </Button>
          <Button size="small" icon={<FolderZip20Regular />} onClick={() => onPack(keys, false)}>
            Make a pack
          </Button>
        </>
      )}
      {acts.map(({ act, name }) => (
        <Button key={act} size="small" onClick={() => onAct(act)}>
          {name}
        </Button>
      ))}
      <Button size="small" appearance="subtle" icon={<Dismiss20Regular />} className={styles.end} onClick={onEnd}>
        {rows.length === 0 ? 'Stop choosing' : 'Choose none'}
      </Button>
      {downloading.state !== 'idle' && (
        <div className={styles.line}>
          <DownloadLine downloading={downloading} onStop={stop} />
        </div>
      )}
    </section>
  );
}

/** What makes sense with at least one of them; who may and with which is told when it is pressed. */
function actsOn(rows: readonly EvidenceRow[]): readonly { readonly act: ManyAct; readonly name: string }[] {
  const has = (test: (row: EvidenceRow) => boolean) => rows.some(test);
  return [
    ...(has(({ unregistered }) => unregistered !== undefined) ? [{ act: 'register', name: 'Register' } as const] : []),
    ...(has(({ state }) => state === 'draft' || state === 'returned')
      ? [{ act: 'submit', name: 'Submit' } as const]
      : []),
    ...(has(({ state }) => state === 'submitted') ? [{ act: 'approve', name: 'Approve' } as const] : []),
    ...(has(({ item }) => item !== undefined) ? [{ act: 'owner', name: 'Set the owner' } as const] : []),
  ];
}
