import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { DocumentSearch20Regular } from '@fluentui/react-icons/svg/document-search';
import { useState } from 'react';
import type { Partnership } from '../../session/use-partnership.ts';
import { BigDialog } from '../../ui/big-dialog.tsx';
import { LazyPart } from '../../ui/lazy-part.tsx';

const loadInsideSearchDialog = async () => (await import('./inside-search-dialog.tsx')).InsideSearchDialog;

const useStyles = makeStyles({
  row: { flexShrink: 0, display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  note: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  button: { textAlign: 'left' },
});

/** SharePoint asks for two letters at least; one finds everything. */
const FEWEST_LETTERS = 2;

/** The way from finding in the register to finding in what the documents say. */
export function InsideSearch({ words, partnership }: { readonly words: string; readonly partnership: Partnership }) {
  const styles = useStyles();
  const [asked, setAsked] = useState<string>();
  const text = words.trim();
  const close = () => setAsked(undefined);
  return (
    <>
      {text.length >= FEWEST_LETTERS && (
        <div className={styles.row}>
          <Button
            size="small"
            appearance="subtle"
            className={styles.button}
            icon={<DocumentSearch20Regular />}
            onClick={() => setAsked(text)}
          >
            Search inside documents for '{text}'
          </Button>
          <span className={styles.note}>By SharePoint, slower</span>
        </div>
      )}
      {asked !== undefined && (
        <LazyPart
          load={loadInsideSearchDialog}
          props={{ words: asked, partnership, onClose: close }}
          frame={BigDialog}
          onClose={close}
        />
      )}
    </>
  );
}
