import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Document48Regular } from '@fluentui/react-icons/svg/document';
import { useCallback, useEffect, useRef, useState } from 'react';
import { opensIn } from '../../domain/evidence/preview-kind.ts';
import { toReference } from '../../session/sentence.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StateMessage } from '../../ui/state-message.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { ShownFile } from './shown-file.ts';
import { toFileSentence } from './use-download.ts';

const useStyles = makeStyles({
  frame: {
    flexGrow: 1,
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '320px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    // The page in it is drawn for paper, in every theme.
    backgroundColor: tokens.colorNeutralBackgroundStatic,
  },
  text: {
    ...typographyStyles.body1,
    fontFamily: tokens.fontFamilyMonospace,
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  scroll: {
    flexGrow: 1,
    minHeight: '200px',
    overflow: 'auto',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  picture: { maxWidth: '100%', maxHeight: '100%', objectFit: 'contain', margin: 'auto', minHeight: 0 },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
});

type Loaded =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'picture'; readonly address: string }
  | { readonly state: 'text'; readonly text: string; readonly isCut: boolean }
  | { readonly state: 'page'; readonly url: string }
  | { readonly state: 'none'; readonly sentence: string };

/** What a file looks like. Its text is shown as text, and what a frame shows cannot reach this page. */
export function PreviewPane({ file }: { readonly file: ShownFile }) {
  const styles = useStyles();
  const { loaded, retry } = usePreview(file);
  switch (loaded.state) {
    case 'waiting':
      return <LoadingRows what="the preview" rows={3} />;
    case 'failed':
      return (
        <StateMessage
          kind="failed"
          title="The preview did not load"
          smallPrint={toReference(loaded.error)}
          actions={<Button onClick={retry}>Try again</Button>}
        >
          {toFileSentence(loaded.error, file.owner)}
        </StateMessage>
      );
    case 'none':
      return (
        <StateMessage kind="empty" icon={<Document48Regular />} title="Nothing to show here">
          {loaded.sentence} Open it in {opensIn(file.name)}, or download it.
        </StateMessage>
      );
    case 'picture':
      return <img src={loaded.address} alt={file.title} className={styles.picture} />;
    case 'text':
      return (
        <>
          {loaded.isCut && <Notice kind="info">This is the beginning. Download the file to read all of it.</Notice>}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <section tabIndex={0} aria-label={`Text of ${file.name}`} data-scrolls className={styles.scroll}>
            <pre className={styles.text}>{loaded.text}</pre>
          </section>
        </>
      );
    case 'page':
      return (
        <>
          <iframe
            title={`Preview of ${file.name}`}
            src={loaded.url}
            className={styles.frame}
            // SharePoint's page needs its scripts and its own sign-in; it is another site's, so neither reaches ours.
            sandbox="allow-scripts allow-same-origin allow-forms allow-popups"
            referrerPolicy="no-referrer"
          />
          <p className={styles.small}>
            SharePoint draws this page. If it stays empty, open the file in {opensIn(file.name)}.
          </p>
        </>
      );
  }
}

function usePreview({ drive, item, name }: ShownFile) {
  const { graph } = useWorkspace();
  const [loaded, setLoaded] = useState<Loaded>({ state: 'waiting' });
  const reading = useRef<AbortController>(undefined);

  /** The address of a preview is good for one opening, so each try asks again. */
  const read = useCallback(async () => {
    reading.current?.abort();
    const stop = new AbortController();
    reading.current = stop;
    setLoaded({ state: 'waiting' });
    const answer = await (async (): Promise<Loaded> => {
      const { getPreview } = await import('../../services/file-preview.ts');
      const preview = await getPreview(graph, { drive, item, name }, stop.signal);
      if (preview.kind === 'text') return { state: 'text', text: preview.text, isCut: preview.isCut };
      if (preview.kind === 'page') return { state: 'page', url: preview.url };
      if (preview.kind === 'none') return { state: 'none', sentence: preview.sentence };
      return { state: 'picture', address: URL.createObjectURL(preview.picture) };
    })().catch((error: unknown): Loaded => ({ state: 'failed', error }));
    if (!stop.signal.aborted) setLoaded(answer);
    else if (answer.state === 'picture') URL.revokeObjectURL(answer.address);
  }, [graph, drive, item, name]);

  useEffect(() => {
    void read();
    return () => reading.current?.abort();
  }, [read]);
  useEffect(() => {
    if (loaded.state !== 'picture') return;
    return () => URL.revokeObjectURL(loaded.address);
  }, [loaded]);
  return { loaded, retry: () => void read() };
}
