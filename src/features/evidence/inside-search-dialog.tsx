import { Button, makeStyles, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import { toReference, toSentence } from '../../session/sentence.ts';
import { useInsideSearch } from '../../session/use-inside-search.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { BigDialog } from '../../ui/big-dialog.tsx';
import { StateMessage } from '../../ui/state-message.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { InsideSearchRow } from './inside-search-row.tsx';
import type { ShownFile } from './shown-file.ts';

const useStyles = makeStyles({
  words: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
});

type Props = { readonly words: string; readonly partnership: Partnership; readonly onClose: () => void };

/** What SharePoint finds inside documents, matched with the register by the file's own id. */
export function InsideSearchDialog({ words, partnership, onClose }: Props) {
  const styles = useStyles();
  const { info } = useWorkspace();
  const { search, next, stop } = useInsideSearch(words);
  const { state, files, hasMore } = search;
  const items = new Map(partnership.evidence.map((item) => [item.file, item]));
  const shown = files.map(
    (file): ShownFile => ({
      key: file.id,
      title: items.get(file.id)?.title ?? file.name,
      ...{ name: file.name, drive: info.drive, item: file.id, size: file.size, address: file.webUrl },
      owner: items.get(file.id)?.owner?.name,
    }),
  );

  return (
    <BigDialog
      title={`Inside documents: '${words}'`}
      detail="SharePoint looks inside documents; new files may take a while to be found."
      onClose={onClose}
      foot={
        <>
          {state === 'searching' && <Button onClick={stop}>Stop searching</Button>}
          {(state === 'ready' || state === 'stopped') && hasMore && (
            <Button onClick={next}>{state === 'stopped' ? 'Search on' : 'Show more'}</Button>
          )}
          <Button onClick={onClose}>Close the search</Button>
        </>
      }
    >
      <p className={styles.words} role="status">
        {sayCount(state, files.length, hasMore)}
      </p>
      <ul className={styles.list} aria-label="Found inside documents">
        {files.map((file, index) => (
          <InsideSearchRow
            key={file.id}
            file={file}
            item={items.get(file.id)}
            partners={partnership.partners}
            shown={shown[index] as ShownFile}
            all={shown}
            onClose={onClose}
          />
        ))}
      </ul>
      {state === 'searching' && (
        <div className={styles.line}>
          <Spinner size="tiny" aria-hidden="true" />
          <span className={styles.words}>SharePoint is searching.</span>
        </div>
      )}
      {state === 'ready' && files.length === 0 && (
        <StateMessage kind="no-matches" title="SharePoint found nothing">
          No document that you may open says '{words}'. A file added a short while ago may not be searched yet.
        </StateMessage>
      )}
      {state === 'failed' && (
        <StateMessage
          kind="failed"
          title="The search did not work"
          smallPrint={toReference(search.error)}
          actions={<Button onClick={next}>Try again</Button>}
        >
          {toSentence(search.error)}
        </StateMessage>
      )}
    </BigDialog>
  );
}

function sayCount(state: string, count: number, hasMore: boolean): string {
  if (state === 'stopped') return `Stopped. ${count} found so far.`;
  if (state === 'searching' && count === 0) return '';
  const files = `${count} ${count === 1 ? 'file' : 'files'} found`;
  return hasMore || state === 'searching' ? `${files} so far.` : `${files}.`;
}
