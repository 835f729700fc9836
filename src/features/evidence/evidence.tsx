import { Button, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { evidenceStateNames, evidenceStates } from '../../domain/evidence/state.ts';
import { toReadFailure, toReference, toSentence } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import { type Partnership, usePartnership } from '../../session/use-partnership.ts';
import { useUnregistered } from '../../session/use-unregistered.ts';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { StateMessage } from '../../ui/state-message.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { useWidth } from '../../ui/use-width.ts';
import { useWorkspace } from '../../workspace/hooks.ts';
import { AddFilesBar } from './add-files-bar.tsx';
import { DropZone } from './drop-zone.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { type EvidenceFilter, matchEvidence, noFilter, type RowState, toEvidenceRows } from './evidence-rows.ts';
import { EvidenceTable } from './evidence-table.tsx';
import { QueuePane } from './queue-pane.tsx';
import { useAddFiles } from './use-add-files.ts';

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
  filters: { flexShrink: 0, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  find: { width: '200px', '@media (max-width: 639px)': { width: '100%', maxWidth: 'none', minHeight: '44px' } },
});

/** What proof is held, whose it is, and what is only lying there. */
export function Evidence({ item }: { readonly item: string | undefined }) {
  const partnership = usePartnership();
  const workspace = useWorkspace();
  const styles = useStyles();
  if (partnership.state === 'ready') return <EvidenceBody partnership={partnership} item={item} />;
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

type BodyProps = { readonly partnership: Partnership; readonly item: string | undefined };

function EvidenceBody({ partnership, item }: BodyProps) {
  const styles = useStyles();
  const width = useWidth();
  const { open } = useSession();
  const unregistered = useUnregistered();
  const workspace = useWorkspace();
  const [filter, setFilter] = useState<EvidenceFilter>(noFilter);
  const adding = useAddFiles(partnership, filter.partner);
  const loose = unregistered.state === 'ready' ? unregistered.files : undefined;
  const rows = useMemo(() => toEvidenceRows({ ...partnership, unregistered: loose ?? [] }), [partnership, loose]);
  const shown = useMemo(() => matchEvidence(rows, filter), [rows, filter]);
  useReturnFocus(item);

  const listProps = { rows: shown, chosen: item, mayRegister: adding.mayAddFor, onRegister: adding.register };
  return (
    <div className={styles.screen}>
      <DropZone target={adding.target} onFiles={adding.add} className={styles.list}>
        <PageTitle
          isScreenName
          title="Evidence"
          detail={`${partnership.evidence.length} items${themeWords(partnership)}`}
        >
          <AddFilesBar adding={adding} />
        </PageTitle>
        {adding.sentence !== undefined && <Notice kind="danger">{adding.sentence}</Notice>}
        {unregistered.state === 'failed' && (
          <Notice
            kind="warning"
            lead="The library could not be read."
            actions={
              <Button size="small" onClick={() => workspace.pull()}>
                Try again
              </Button>
            }
          >
            {toSentence(unregistered.error)} The list below is complete; only files that nobody has registered are
            missing from it.
          </Notice>
        )}
        {rows.length === 0 ? (
          <StateMessage
            kind="empty"
            title="No evidence yet"
            actions={adding.partners.length > 0 && <Button onClick={adding.choose}>Choose files</Button>}
          >
            {adding.partners.length > 0
              ? 'Start with what you already have. Drop documents here, or choose them.'
              : 'The leads and deputies of the partners add documents here.'}
          </StateMessage>
        ) : (
          <>
            <div className={styles.filters}>
              <SearchBox
                className={styles.find}
                aria-label="Find evidence"
                placeholder="Title, file, partner"
                value={filter.find}
                onChange={(_, { value }) => setFilter({ ...filter, find: value })}
              />
              <FilterSelect
                label="Partner"
                all="All"
                value={filter.partner}
                options={partnership.partners.map((partner) => ({ value: partner.uid, label: partner.title }))}
                onChange={(partner) => setFilter({ ...filter, partner })}
              />
              <FilterSelect<RowState>
                label="State"
                all="All"
                value={filter.state}
                options={[
                  { value: 'unregistered', label: 'Unregistered' },
                  ...evidenceStates.map((state) => ({ value: state, label: evidenceStateNames[state] })),
                ]}
                onChange={(state) => setFilter({ ...filter, state })}
              />
            </div>
            {shown.length === 0 ? (
              <StateMessage
                kind="no-matches"
                title="Nothing matches these filters"
                actions={<Button onClick={() => setFilter(noFilter)}>Clear the filters</Button>}
              >
                {filterWords(filter, partnership)} There are {rows.length} items without filters.
              </StateMessage>
            ) : width === 'narrow' ? (
              <EvidenceList {...listProps} />
            ) : (
              <EvidenceTable {...listProps} />
            )}
          </>
        )}
        <QueuePane adding={adding} />
      </DropZone>
      {item !== undefined && (
        <EvidencePanel partnership={partnership} uid={item} onClose={() => open({ screen: 'evidence' })} />
      )}
    </div>
  );
}

function themeWords({ theme }: Partnership): string {
  return theme === undefined ? '' : ` in ${theme.title}`;
}

function filterWords({ find, partner, state }: EvidenceFilter, { partners }: Partnership): string {
  const words: string[] = [];
  if (find.trim() !== '') words.push(`The text holds "${find.trim()}"`);
  if (partner !== '') words.push(`partner is ${partners.find((entry) => entry.uid === partner)?.title ?? partner}`);
  if (state !== '') words.push(`state is ${state === 'unregistered' ? 'Unregistered' : evidenceStateNames[state]}`);
  const sentence = `${words.join(', ')}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
