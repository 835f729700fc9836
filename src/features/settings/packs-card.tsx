import { Button } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { ArrowUpload20Regular } from '@fluentui/react-icons/svg/arrow-upload';
import { useRef, useState } from 'react';
import { packLines } from '../../services/own-packs.ts';
import { useDrafts } from '../../session/drafts.ts';
import { BigDialog } from '../../ui/big-dialog.tsx';
import { Card } from '../../ui/card.tsx';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { useRows, useWorkspace } from '../../workspace/hooks.ts';
import { packs } from '../../workspace/schema/lists.ts';
import { packDraftKey } from './pack-draft.ts';
import { PackNews } from './pack-news.tsx';
import { useThemeStyles } from './theme-styles.ts';
import { useFocusNext } from './use-focus-next.ts';
import { usePackFiles } from './use-pack-files.ts';

const loadPackEditor = async () => (await import('./pack-editor.tsx')).PackEditor;
const loadPackView = async () => (await import('./pack-view.tsx')).PackView;

type Open = { readonly mode: 'edit' | 'view'; readonly id: string | undefined };

const sources = { program: 'comes with JTAI Ready', 'changed here': 'changed here', own: 'your own' } as const;

/** The packs that themes are made from: look, bring in, take out, write. */
export function PacksCard({ mayChange }: { readonly mayChange: boolean }) {
  const styles = useThemeStyles();
  const workspace = useWorkspace();
  // Drawn again when somebody brings in a pack.
  useRows(packs);
  const drafts = useDrafts();
  const files = usePackFiles();
  const picker = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState<Open | undefined>();
  const close = () => setOpen(undefined);
  const root = useRef<HTMLDivElement>(null);
  const focusNext = useFocusNext(root);
  return (
    <Card title="Theme packs">
      <div ref={root}>
        <p className={styles.text}>
          A pack holds the benchmark prompts of a theme. They are this product's own words, not the inspectorates'. A
          pack that you change becomes a new version of your own.
        </p>
        <ul className={styles.list} style={{ marginTop: '12px' }}>
          {packLines(workspace).map(({ id, title, version, from, others }) => (
            <li key={id} className={styles.row} aria-label={title}>
              <div className={styles.line}>
                <div className={styles.words}>
                  <span className={styles.name}>{title}</span>
                  <span className={styles.small}>
                    Version {version}, {sources[from]}
                    {drafts.get(packDraftKey(id)) !== undefined && ', changes not saved yet'}
                  </span>
                  {others > 0 && (
                    <span className={styles.small}>
                      {others} more {others === 1 ? 'version' : 'versions'} under Look
                    </span>
                  )}
                </div>
                <div className={styles.acts}>
                  <Button
                    size="small"
                    className={styles.act}
                    aria-label={`Look at ${title}`}
                    onClick={() => setOpen({ mode: 'view', id })}
                  >
                    Look
                  </Button>
                  {mayChange && (
                    <Button
                      size="small"
                      className={styles.act}
                      aria-label={`Edit ${title}`}
                      onClick={() => setOpen({ mode: 'edit', id })}
                    >
                      Edit
                    </Button>
                  )}
                  <Button
                    size="small"
                    className={styles.act}
                    disabledFocusable={files.isBusy}
                    aria-label={`${title} as Excel`}
                    onClick={() => void files.takeOut(id, 'xlsx')}
                  >
                    Excel
                  </Button>
                  <Button
                    size="small"
                    className={styles.act}
                    disabledFocusable={files.isBusy}
                    aria-label={`${title} as JSON`}
                    onClick={() => void files.takeOut(id, 'json')}
                  >
                    JSON
                  </Button>
                </div>
              </div>
            </li>
          ))}
        </ul>
        {files.news !== undefined && (
          <PackNews
            news={files.news}
            onPutBack={(pack) => void files.putBack(pack).then(() => focusNext('[data-bring-in]'))}
          />
        )}
        {mayChange && (
          <div className={styles.actions} style={{ marginTop: '12px' }}>
            <Button
              data-bring-in
              icon={<ArrowUpload20Regular />}
              disabledFocusable={files.isBusy}
              onClick={() => picker.current?.click()}
            >
              Bring in a pack
            </Button>
            <Button icon={<Add20Regular />} onClick={() => setOpen({ mode: 'edit', id: undefined })}>
              {drafts.get(packDraftKey(undefined)) === undefined ? 'Write a pack' : 'Go on with your pack'}
            </Button>
            <input
              ref={picker}
              type="file"
              hidden
              aria-label="Pack file, Excel or JSON"
              accept=".xlsx,.json"
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                event.currentTarget.value = '';
                if (file) void files.bringIn(file);
              }}
            />
          </div>
        )}
      </div>
      {open?.mode === 'edit' && (
        <LazyPart
          load={loadPackEditor}
          props={{
            id: open.id,
            onClose: close,
            onSaved: (sentence) => {
              files.say({ kind: 'done', sentence });
              close();
            },
          }}
          frame={BigDialog}
          onClose={close}
        />
      )}
      {open?.mode === 'view' && open.id !== undefined && (
        <LazyPart
          load={loadPackView}
          props={{
            id: open.id,
            mayChange,
            onTakeOut: files.takeOut,
            onTakeAway: (pack) => {
              close();
              // The line that it was opened from may be gone.
              void files.takeAway(pack).then(() => focusNext('[data-put-back]', '[data-bring-in]'));
            },
            onClose: close,
          }}
          frame={BigDialog}
          onClose={close}
        />
      )}
    </Card>
  );
}
