import { Button, Link, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { useCallback, useMemo, useState } from 'react';
import { verdictName, verdicts } from '../../domain/checklist/verdict.ts';
import { toHref } from '../../session/href.ts';
import { toReference, toSentence } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import { type Partnership, usePartnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { StateMessage } from '../../ui/state-message.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { useWidth } from '../../ui/use-width.ts';
import { useWorkspace } from '../../workspace/hooks.ts';
import { Grid } from './grid.tsx';
import { countEvidence, matchPrompts, type PromptFilter, toFilterWords, toGridRows } from './grid-rows.ts';
import { Legend } from './legend.tsx';
import { OpenPanel } from './open-panel.tsx';
import { PartnerPicker, PhoneList } from './phone-list.tsx';

const useStyles = makeStyles({
  screen: { display: 'flex', flexGrow: 1, minHeight: 0 },
  list: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL} 0`,
    '@media (max-width: 1099px)': { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0` },
    '@media (max-width: 639px)': { padding: 0, overflowY: 'auto', rowGap: 0 },
  },
  pad: { '@media (max-width: 639px)': { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0` } },
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  find: { width: '200px', '@media (max-width: 639px)': { width: '100%', maxWidth: 'none', minHeight: '44px' } },
});

type Props = { readonly assessment: string | undefined; readonly prompt: string | undefined };

/** Where each partner is against each prompt of the theme. */
export function Checklist({ assessment, prompt }: Props) {
  const partnership = usePartnership();
  const workspace = useWorkspace();
  const styles = useStyles();
  if (partnership.state === 'ready' && partnership.theme !== undefined) {
    return <ChecklistBody partnership={partnership} assessment={assessment} prompt={prompt} />;
  }
  return (
    <div className={styles.screen}>
      <div className={styles.list}>
        <div className={styles.pad}>
          <PageTitle isScreenName title="Checklist" />
        </div>
        {partnership.state === 'waiting' && <LoadingRows what="the checklist" rows={8} />}
        {partnership.state === 'failed' && (
          <StateMessage
            kind="failed"
            title="The checklist did not load"
            smallPrint={toReference(partnership.error)}
            actions={
              <Button appearance="primary" onClick={() => workspace.pull()}>
                Try again
              </Button>
            }
          >
            {toSentence(partnership.error)} What you typed is safe on this page.
          </StateMessage>
        )}
        {partnership.state === 'ready' && (
          <StateMessage
            kind="empty"
            title="No prompts yet"
            actions={
              <Button as="a" appearance="primary" href={toHref({ screen: 'settings' })}>
                Go and repair
              </Button>
            }
          >
            The theme's prompts are not there. Choose "Check and repair" in Settings to make them.
          </StateMessage>
        )}
      </div>
    </div>
  );
}

type BodyProps = Props & { readonly partnership: Partnership };

function ChecklistBody({ partnership, assessment, prompt }: BodyProps) {
  const styles = useStyles();
  const { open } = useSession();
  const { ownPartners } = useRights();
  const width = useWidth();
  const [filter, setFilter] = useState<PromptFilter>({ find: '', verdict: '' });
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [phonePartner, setPhonePartner] = useState<string | undefined>();
  const { partners, prompts, theme } = partnership;
  const shownPartner =
    partners.find((partner) => partner.uid === (phonePartner ?? toPartner(assessment) ?? ownPartners[0])) ??
    partners[0];
  const filtered = useMemo(
    () => matchPrompts(partnership, width === 'narrow' && shownPartner ? [shownPartner] : partners, filter),
    [partnership, partners, filter, width, shownPartner],
  );
  const rows = useMemo(() => toGridRows(filtered, closed), [filtered, closed]);
  const evidenceCounts = useMemo(() => countEvidence(partnership), [partnership]);
  const chosen = assessment ?? prompt;

  const toggle = useCallback(
    (group: string) =>
      setClosed((before) =>
        before.has(group) ? new Set([...before].filter((g) => g !== group)) : new Set([...before, group]),
      ),
    [],
  );
  const openAssessment = useCallback((uid: string) => open({ screen: 'checklist', assessment: uid }), [open]);
  const openPrompt = useCallback((uid: string) => open({ screen: 'checklist', prompt: uid }), [open]);

  useReturnFocus(chosen);

  const filters = (
    <div className={styles.filters}>
      <SearchBox
        className={styles.find}
        aria-label="Find a prompt"
        placeholder="Find a prompt"
        value={filter.find}
        onChange={(_, { value }) => setFilter({ ...filter, find: value })}
      />
      <FilterSelect
        label="Verdict"
        all="All"
        value={filter.verdict}
        options={[
          ...verdicts.map((verdict) => ({ value: verdict, label: verdictName(verdict) })),
          { value: 'not-rated' as const, label: verdictName(undefined) },
        ]}
        onChange={(verdict) => setFilter({ ...filter, verdict })}
      />
    </div>
  );

  const clear = () => setFilter({ find: '', verdict: '' });
  return (
    <div className={styles.screen}>
      <div className={styles.list}>
        <div className={styles.pad}>
          <PageTitle
            isScreenName
            title="Checklist"
            detail={`${width === 'wide' ? '' : `${theme?.title}. `}${prompts.length} benchmark prompts, ${partners.length} partners`}
          />
        </div>
        {width === 'narrow' && shownPartner !== undefined ? (
          <PartnerPicker partnership={partnership} partner={shownPartner} onPartner={setPhonePartner}>
            {filters}
          </PartnerPicker>
        ) : (
          filters
        )}
        {partners.length === 0 ? (
          <StateMessage kind="empty" title="No partners yet">
            Add the partners in <Link href={toHref({ screen: 'settings' })}>Settings</Link>; then each has a column
            here.
          </StateMessage>
        ) : filtered.length === 0 ? (
          <StateMessage
            kind="no-matches"
            title="No prompt matches"
            actions={<Button onClick={clear}>Clear the filters</Button>}
          >
            {toFilterWords(filter)} There are {prompts.length} prompts without filters.
          </StateMessage>
        ) : width === 'narrow' && shownPartner !== undefined ? (
          <PhoneList
            partnership={partnership}
            partner={shownPartner}
            rows={rows}
            evidenceCounts={evidenceCounts}
            onToggle={toggle}
          />
        ) : (
          <>
            <Grid
              partnership={partnership}
              rows={rows}
              ownPartners={ownPartners}
              chosen={chosen}
              evidenceCounts={evidenceCounts}
              onToggle={toggle}
              onOpenAssessment={openAssessment}
              onOpenPrompt={openPrompt}
            />
            <Legend />
          </>
        )}
      </div>
      {chosen !== undefined && theme !== undefined && (
        <OpenPanel partnership={partnership} theme={theme} assessment={assessment} prompt={prompt} shown={filtered} />
      )}
    </div>
  );
}

/** The partner in an assessment's key, whose last part it is. */
function toPartner(assessment: string | undefined): string | undefined {
  return assessment?.slice(assessment.lastIndexOf('.') + 1);
}
