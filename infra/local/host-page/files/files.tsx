import { Body1, Button, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { ArrowUpload20Regular } from '@fluentui/react-icons/svg/arrow-upload';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useHostActs } from '../host-acts.ts';
import { Notice } from '../notice.tsx';
import { askServer, type Channel, Failure, type Team } from '../scene.ts';
import { useChanges } from '../use-changes.ts';
import { FileTable } from './file-table.tsx';
import { FileViewer } from './file-viewer.tsx';
import { type FolderAnswer, type FolderItem, isShownInPlace } from './folder-item.ts';
import { Trail, type TrailStep } from './trail.tsx';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalM },
  },
  rows: {
    padding: `0 ${tokens.spacingHorizontalXXL}`,
    '@media (max-width: 639px)': { padding: `0 ${tokens.spacingHorizontalM}` },
  },
});

type State =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'here'; readonly folder: FolderAnswer };

/** The channel's own folder in SharePoint: open folders, look at files, save them, add some. */
export function Files({ team, channel }: { readonly team: Team; readonly channel: Channel }) {
  const styles = useStyles();
  const { person } = useHostActs();
  const [trail, setTrail] = useState<readonly TrailStep[]>([]);
  const [state, setState] = useState<State>({ kind: 'waiting' });
  const [shown, setShown] = useState<FolderItem>();
  const [problem, setProblem] = useState<Failure>();
  const chooser = useRef<HTMLInputElement>(null);
  const here = trail.at(-1);

  const asked = useRef(0);
  const read = useCallback(() => {
    const folder = here && { drive: here.drive, item: here.item };
    asked.current += 1;
    const mine = asked.current;
    // An answer that was overtaken is of another folder, or older.
    const show = (next: State) => mine === asked.current && setState(next);
    askServer<FolderAnswer>('files', { user: person.id, team: team.id, channel: channel.id, ...folder }).then(
      (answer) => show({ kind: 'here', folder: answer }),
      (error: unknown) => show({ kind: 'failed', failure: toFailure(error) }),
    );
  }, [person.id, team.id, channel.id, here]);
  useEffect(read, [read]);
  useChanges(read);
  const latestRead = useRef(read);
  latestRead.current = read;

  function open(item: FolderItem, drive: string): void {
    if (item.folder) {
      setState({ kind: 'waiting' });
      setTrail([...trail, { name: item.name, drive, item: item.id }]);
    } else if (isShownInPlace(item.name)) setShown(item);
    else save(item, drive);
  }

  function save(item: FolderItem, drive: string): void {
    const link = document.createElement('a');
    link.href = `/api/content?${new URLSearchParams({ user: person.id, drive, item: item.id })}`;
    link.download = item.name;
    link.click();
  }

  async function add(files: readonly File[], { drive, item }: Pick<TrailStep, 'drive' | 'item'>): Promise<void> {
    setProblem(undefined);
    for (const file of files) {
      try {
        await askServer('file', { user: person.id, drive, item, name: file.name }, { method: 'POST', body: file });
      } catch (error) {
        setProblem(toFailure(error));
      }
    }
    // Of the folder that is open by now.
    latestRead.current();
  }

  function goBackTo(depth: number): void {
    setState({ kind: 'waiting' });
    setTrail(trail.slice(0, depth));
  }

  const folder = state.kind === 'here' ? state.folder : undefined;
  // A folder that was opened is known before what lies in it.
  const target = here ?? folder;
  return (
    <section className={styles.pane} aria-label="Files">
      <div className={styles.bar}>
        <Trail start={channel.name} steps={trail} onStep={goBackTo} />
        <Button icon={<ArrowUpload20Regular />} disabled={!target} onClick={() => chooser.current?.click()}>
          Upload
        </Button>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          disabled={!target}
          aria-label="Files to upload"
          onChange={(event) => {
            if (target) void add([...(event.target.files ?? [])], target);
            event.target.value = '';
          }}
        />
      </div>
      <div className={styles.rows}>
        {problem && (
          <Notice title={problem.message} onClose={() => setProblem(undefined)}>
            {problem.detail}
          </Notice>
        )}
        {state.kind === 'waiting' && (
          <Skeleton aria-label="Reading the files">
            <SkeletonItem size={32} />
          </Skeleton>
        )}
        {state.kind === 'failed' && (
          <Notice intent="info" title={state.failure.message} action={{ label: 'Try again', onClick: read }}>
            {state.failure.detail}
          </Notice>
        )}
        {folder?.value.length === 0 && <Body1>This folder is empty.</Body1>}
        {folder && folder.value.length > 0 && (
          <FileTable
            items={folder.value}
            onOpen={(item) => open(item, folder.drive)}
            onSave={(item) => save(item, folder.drive)}
          />
        )}
      </div>
      {shown && folder && (
        <FileViewer file={shown} drive={folder.drive} onClose={() => setShown(undefined)} onSave={save} />
      )}
    </section>
  );
}

function toFailure(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure('That did not work.', String(error));
}
