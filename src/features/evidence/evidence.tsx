import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Rows } from '../../domain/address.ts';
import { toReadFailure, toReference, toSentence } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import { useOwnViews } from '../../session/use-own-views.ts';
import { type Partnership, usePartnership } from '../../session/use-partnership.ts';
import type { UnregisteredFile } from '../../session/use-unregistered.ts';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StateMessage } from '../../ui/state-message.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { useWidth } from '../../ui/use-width.ts';
import { useWorkspace } from '../../workspace/hooks.ts';
import { AddWays } from './add-ways.tsx';
import { type Choice, noChoice, type SortBy, sizeWords } from './arrange.ts';
import { DropZone } from './drop-zone.tsx';
import { type AskedPack, EvidencePackLayer } from './evidence-pack-button.tsx';
import type { EvidenceRow } from './evidence-rows.ts';
import { sortBy } from './filter-row.tsx';
import { HeldFiles } from './held-files.tsx';
import { InsideSearch } from './inside-search.tsx';
import { NoMatches } from './no-matches.tsx';
import { QUEUE_KEY } from './queue-list.tsx';
import { QueuePane } from './queue-pane.tsx';
import { Register } from './register.tsx';
import { RegisterBar } from './register-bar.tsx';
import { mendWords, toDetail } from './row-words.ts';
import { useIsTight } from './tight.ts';
import type { Tool } from './tool.ts';
import { type Adding, useAddFiles } from './use-add-files.ts';
import { useChoice } from './use-choice.ts';
import { useRegister } from './use-register.ts';

// Fetched when one is opened; the list itself comes first.
const loadEvidencePanel = async () => (await import('./evidence-panel.tsx')).EvidencePanel;
const loadToolPanel = async () => (await import('./tool-panel.tsx')).ToolPanel;

const useStyles = makeStyles({
  screen: { display: 'flex', flexGrow: 1, minHeight: 0 },
  list: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL} 0`,
    '@media (max-width: 1099px)': { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0` },
    '@media (max-width: 639px)': {
      padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0`,
      overflowY: 'auto',
    },
  },
});

type Props = {
  readonly item: string | undefined;
  /** The rows behind a number that was pressed on another screen. */
  readonly rows: Rows | undefined;
};

/** What proof is held, whose it is, and what is only lying there. */
export function Evidence({ item, rows }: Props) {
  const partnership = usePartnership();
  const workspace = useWorkspace();
  const styles = useStyles();
  if (partnership.state === 'ready') return <EvidenceBody partnership={partnership} item={item} asked={rows} />;
  return (
    <div className={styles.screen}>
      <div className={styles.list}>
        <PageTitle isScreenName title="Evidence" />
        {partnership.state === 'waiting' && <LoadingRows what="evidence" />}
        {partnership.state === 'failed' && (
          <StateMessage
            kind="failed"
            title="The evidence list did not load"
            smallPrint={toReference(partnership.error)}
            actions={
              <Button appearance="primary" onClick={() => workspace.pull()}>
                Try again
              </Button>
            }
          >
            {toReadFailure(partnership.error)}
          </StateMessage>
        )}
      </div>
    </div>
  );
}

type BodyProps = {
  readonly partnership: Partnership;
  readonly item: string | undefined;
  readonly asked: Rows | undefined;
};

function EvidenceBody({ partnership, item, asked }: BodyProps) {
  const styles = useStyles();
  const width = useWidth();
  const { open } = useSession();
  const closeItem = () => open({ screen: 'evidence' });
  const workspace = useWorkspace();
  const { choice, setChoice, isAllThemes, setAllThemes } = useChoice(asked, partnership.partners);
  const [packing, setPacking] = useState<AskedPack | undefined>();
  const [isChoosing, setChoosing] = useState(false);
  const [tool, setTool] = useState<Tool | undefined>();
  const own = useOwnViews<Choice>('evidence', noChoice);
  const register = useRegister(partnership, choice, { isAllThemes, own: own.views });
  const adding = useAddFiles(partnership, choice.partner);
  const { rows, lines, unregistered } = register;
  useReturnFocus(item);
  // After the row has got the focus back: whoever follows a question goes to it.
  const [isToAnswer, setToAnswer] = useState(false);
  useEffect(() => {
    if (!isToAnswer || (item !== undefined && width !== 'wide')) return;
    document.querySelector<HTMLElement>(`[data-key="${QUEUE_KEY}"]`)?.focus();
    setToAnswer(false);
  }, [isToAnswer, item, width]);
  function answer() {
    setToAnswer(true);
    if (width !== 'wide') closeItem();
  }

  const packShown = () =>
    setPacking({
      theme: isAllThemes ? '' : (partnership.theme?.uid ?? ''),
      partner: choice.partner,
      isBare: false,
    });
  const pack = (keys: ReadonlySet<string>, isBare: boolean) =>
    setPacking({ theme: '', partner: '', only: keys, isBare });

  // On a phone the list comes first; the ways to add to it are one press away, beside finding.
  const isNarrow = width === 'narrow';
  const isTight = useIsTight();
  const ways = (
    <AddWays
      adding={adding}
      isNarrow={isNarrow}
      onOpen={setTool}
      onPack={packShown}
      onChoose={() => setChoosing(true)}
    />
  );
  const isBesideFind = (isNarrow || isTight) && rows.length > 0;

  // The same functions as before, so that a row is drawn again only when it is another.
  const { today } = register.looker;
  const isToMend = choice.view === 'to-mend';
  const detailOf = useMemo(
    () => (isToMend ? (row: EvidenceRow) => mendWords(row, today) : toDetail),
    [isToMend, today],
  );
  const order = useCallback(
    (by: SortBy) =>
      setChoice((before) => ({
        ...before,
        sort: before.sort.by === by ? { by, isDown: !before.sort.isDown } : sortBy(by),
      })),
    [setChoice],
  );
  const registerFile = useCallback((file: UnregisteredFile) => setTool({ kind: 'register', file }), []);

  const listProps = {
    lines,
    chosen: item,
    sort: choice.sort,
    detailOf,
    onSort: order,
    mayRegister: adding.mayAddFor,
    onRegister: registerFile,
  };
  return (
    <div className={styles.screen}>
      <DropZone words={dropWords(adding.target)} onFiles={adding.add} className={styles.list}>
        <PageTitle
          isScreenName
          title="Evidence"
          detail={`${sizeWords(lines, rows.length)}${isAllThemes || width === 'wide' ? themeWords(partnership, isAllThemes) : ''}`}
        >
          {!isBesideFind && ways}
        </PageTitle>
        <HeldFiles adding={adding} />
        {adding.news !== undefined && <Notice kind={adding.news.kind}>{adding.news.sentence}</Notice>}
        {unregistered.state === 'failed' && <LibraryNotice error={unregistered.error} onAgain={workspace.pull} />}
        {rows.length === 0 ? (
          <StateMessage
            kind="empty"
            title="No evidence yet"
            actions={
              adding.partners.length > 0 && (
                <>
                  <Button onClick={adding.choose}>Choose files</Button>
                  <Button appearance="subtle" onClick={() => setTool({ kind: 'asked' })}>
                    Documents usually asked for
                  </Button>
                </>
              )
            }
          >
            {adding.partners.length > 0
              ? 'Start with what you already have: drop documents here, or choose them. Or add the list of what is usually asked for.'
              : 'The leads and deputies of the partners add documents here.'}
          </StateMessage>
        ) : (
          <>
            <RegisterBar
              partnership={partnership}
              choice={choice}
              counts={register.counts}
              ownCounts={register.ownCounts}
              own={own}
              isAllThemes={isAllThemes}
              beside={isBesideFind ? ways : undefined}
              onChoose={setChoice}
              onAllThemes={setAllThemes}
            />
            <InsideSearch words={choice.find} partnership={partnership} />
            <NoMatches
              choice={choice}
              partnership={partnership}
              near={register.near}
              shown={lines.length}
              all={rows.length}
              onClear={() => setChoice(noChoice)}
            />
            <Register
              {...listProps}
              partnership={partnership}
              rows={rows}
              isChoosing={isChoosing}
              onStop={() => setChoosing(false)}
              onPack={pack}
            />
          </>
        )}
        <QueuePane adding={adding} isWanted={isToAnswer} />
      </DropZone>
      {packing !== undefined && <EvidencePackLayer asked={packing} onClose={() => setPacking(undefined)} />}
      {tool !== undefined ? (
        <LazyPart
          load={loadToolPanel}
          props={{ partnership, tool, onClose: () => setTool(undefined) }}
          frame={SidePanel}
          onClose={() => setTool(undefined)}
        />
      ) : (
        item !== undefined && (
          <LazyPart
            key={item}
            load={loadEvidencePanel}
            props={{ partnership, uid: item, lines, onFill: adding.fill, onAnswer: answer, onClose: closeItem }}
            frame={SidePanel}
            onClose={closeItem}
          />
        )
      )}
    </div>
  );
}

function LibraryNotice({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => Promise<void> }) {
  return (
    <Notice
      kind="warning"
      lead="The library could not be read."
      actions={
        <Button size="small" onClick={() => onAgain()}>
          Try again
        </Button>
      }
    >
      {toSentence(error)} The list below is complete; only files that nobody has registered are missing from it, and
      what was changed in SharePoint by hand.
    </Notice>
  );
}

function dropWords(target: Adding['target']): string {
  return target === undefined
    ? 'Drop them, then say whose they are'
    : `Drop to add to ${target.partnerTitle}, ${target.section}`;
}

function themeWords({ theme }: Partnership, isAllThemes: boolean): string {
  if (isAllThemes) return ' in all themes';
  return theme === undefined ? '' : ` in ${theme.title}`;
}
