import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { mayWorkFor } from '../../domain/roles.ts';
import { toReference, toSentence } from '../../session/sentence.ts';
import { useRights } from '../../session/use-rights.ts';
import { type FileVersion, useVersions } from '../../session/use-versions.ts';
import { BigDialog } from '../../ui/big-dialog.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StateMessage } from '../../ui/state-message.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';
import { DownloadLine } from './download-line.tsx';
import { restoreWords } from './restore-words.ts';
import type { ShownFile } from './shown-file.ts';
import { toFileSentence, useDownload } from './use-download.ts';
import { versionNumber } from './version-number.ts';
import { VersionRow } from './versions-row.tsx';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  words: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
});

type Props = { readonly item: Evidence; readonly file: ShownFile; readonly onClose: () => void };

type News = { readonly kind: 'done' | 'warning' | 'danger'; readonly lead: string; readonly words: string };

/** Every version with its number, who, when and size; which one was approved; an old one fetched, or restored after a question. */
export function VersionsDialog({ item, file, onClose }: Props) {
  const styles = useStyles();
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { memberships } = useRights();
  const mayRestore = mayWorkFor(item.partner, memberships);
  const { state, read, show } = useVersions(file.drive, file.item);
  const { downloading, download, stop } = useDownload();
  const [asked, setAsked] = useState<FileVersion>();
  const [isBusy, setBusy] = useState(false);
  const [news, setNews] = useState<News>();
  const versions = state.state === 'ready' ? state.versions : [];

  async function restore(version: FileVersion) {
    setBusy(true);
    setNews(undefined);
    try {
      const { restoreEvidenceVersion } = await import('../../services/file-versions.ts');
      const { drive, item: id } = file;
      const done = await restoreEvidenceVersion(workspace, {
        drive,
        item: id,
        version: version.id,
        seen: versions,
        row: item,
      });
      show(done.versions);
      setNews(toNews(done, version));
      announce(toNews(done, version).lead);
    } catch (error) {
      setNews({
        kind: 'danger',
        lead: `Version ${versionNumber(version.id)} was not restored.`,
        words: toSentence(error),
      });
    }
    setBusy(false);
    setAsked(undefined);
  }

  return (
    <BigDialog
      title={`Versions of ${item.title}`}
      detail={file.name}
      onClose={onClose}
      foot={<Button onClick={onClose}>Close the versions</Button>}
    >
      <DownloadLine downloading={downloading} onStop={stop} />
      {news && (
        <Notice kind={news.kind} lead={news.lead}>
          {news.words}
        </Notice>
      )}
      {asked && (
        <Notice
          kind="warning"
          lead={`Restore version ${versionNumber(asked.id)}?`}
          actions={
            <>
              <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void restore(asked)}>
                Restore version {versionNumber(asked.id)}
              </Button>
              <Button autoFocus disabledFocusable={isBusy} onClick={() => setAsked(undefined)}>
                Leave it as it is
              </Button>
            </>
          }
        >
          {restoreWords(item, asked, versions)}
        </Notice>
      )}
      {state.state === 'waiting' && <LoadingRows what="the versions" rows={3} />}
      {state.state === 'failed' && (
        <StateMessage
          kind="failed"
          title="The versions did not load"
          smallPrint={toReference(state.error)}
          actions={<Button onClick={() => void read()}>Try again</Button>}
        >
          {toFileSentence(state.error, file.owner)}
        </StateMessage>
      )}
      {versions.length === 1 && <p className={styles.words}>This file has not been changed since it was added.</p>}
      {versions.length > 1 && !mayRestore && (
        <p className={styles.words}>
          You may download an old version. Only the lead or a deputy of the partner, and the coordinator, restore one.
        </p>
      )}
      <ul className={styles.list} aria-label="Versions">
        {versions.map((version) => (
          <VersionRow
            key={version.id}
            version={version}
            approved={item.approvedVersion}
            isBusy={isBusy || downloading.state === 'busy'}
            onDownload={() =>
              void download({
                ...file,
                size: version.size,
                ...(version.isCurrent ? {} : { version: version.id, name: versionName(file.name, version) }),
              })
            }
            onRestore={
              mayRestore
                ? () => {
                    setNews(undefined);
                    setAsked(version);
                  }
                : undefined
            }
          />
        ))}
      </ul>
    </BigDialog>
  );
}

/** `Plan, version 2.pdf`: beside the newest one nobody takes it for that. */
function versionName(name: string, version: FileVersion): string {
  const dot = name.lastIndexOf('.');
  const number = versionNumber(version.id);
  return dot <= 0 ? `${name}, version ${number}` : `${name.slice(0, dot)}, version ${number}${name.slice(dot)}`;
}

function toNews(
  done: { readonly outcome: 'restored' | 'newer'; readonly register?: string | undefined },
  version: FileVersion,
): News {
  if (done.outcome === 'newer') {
    return {
      kind: 'warning',
      lead: 'Somebody saved a newer version.',
      words: 'Nothing was restored. Look at the list again, then choose.',
    };
  }
  return { kind: 'done', lead: `Version ${versionNumber(version.id)} is restored.`, words: done.register ?? '' };
}
