import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { DataTrending20Regular } from '@fluentui/react-icons/svg/data-trending';
import { useEffect, useRef, useState } from 'react';
import type { Rows } from '../../domain/address.ts';
import { type Filter, isFiltered, noFilter, toFilterWords } from '../../domain/checklist/filter.ts';
import { toHref } from '../../session/href.ts';
import { toReference, toSentence } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import { type Partnership, usePartnership } from '../../session/use-partnership.ts';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import type { PanelFocus } from '../../ui/side-panel.tsx';
import { StateMessage } from '../../ui/state-message.tsx';
import { useFocusAfter } from '../../ui/use-focus-after.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Partner } from '../../workspace/schema/lists.ts';
import { ConfirmPart, ConfirmShown } from './confirm-tool.tsx';
import { Filters, focusFilters } from './filters.tsx';
import { focusRows, GridArea } from './grid-area.tsx';
import { countWords, sizeWords } from './grid-rows.ts';
import { loadHeatMap, loadWithdrawn } from './later-parts.ts';
import { OpenPanel } from './open-panel.tsx';
import { PhonePart } from './phone-part.tsx';
import { PartnerPicker } from './phone-picker.tsx';
import { PhoneTools } from './phone-tools.tsx';
import { ALL_PARTNERS, useChecklistView } from './use-checklist-view.ts';
import type { Density } from './use-grid-window.ts';
import { useSteps } from './use-steps.ts';
import { promptlessActions, WITHDRAWN, withdrawnHref } from './withdrawn.ts';

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
});

type Props = {
  readonly assessment: string | undefined;
  readonly prompt: string | undefined;
  /** The answers behind a number that was pressed on another screen. */
  readonly rows: Rows | undefined;
};

/** Where each partner is against each prompt of the theme. */
export function Checklist(props: Props) {
  const partnership = usePartnership();
  const workspace = useWorkspace();
  const styles = useStyles();
  if (partnership.state === 'ready' && partnership.theme !== undefined) {
    // Filters and steps are about one theme: another one begins afresh.
    return <ChecklistBody key={partnership.theme.uid} partnership={partnership} {...props} />;
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

function ChecklistBody({ partnership, assessment, prompt, rows }: BodyProps) {
  const styles = useStyles();
  const view = useChecklistView(partnership, { assessment, rows });
  const { width, filter, setFilter, shown, cells, matches, phonePartner, counts, owners } = view;
  const steps = useSteps(partnership.theme?.uid);
  const [isHeatMap, setHeatMap] = useState(false);
  const [confirming, setConfirming] = useState<Partner | undefined>();
  const [density, setDensity] = useState<Density>('regular');
  const { columns: partners, prompts, theme } = partnership;
  const notAsked = partnership.partners.length - partners.length;
  const [focus, setFocus] = useState<PanelFocus>({ isTaken: true });
  const chosen = assessment ?? prompt;
  // A withdrawn prompt has no row: what leads to it is the link to all of them.
  const isOfWithdrawn =
    rows?.list === WITHDRAWN ||
    partnership.withdrawn.some(({ uid }) => chosen === uid || chosen?.startsWith(`${uid}.`) === true);
  useReturnFocus(isOfWithdrawn ? WITHDRAWN : chosen);
  const { open } = useSession();
  const close = () => open({ screen: 'checklist' });
  const announce = useAnnounce();
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a filter leaves is said when the filter changes
  useEffect(() => {
    steps.clearNews();
    if (isFirst.current) isFirst.current = false;
    else announce(`${sizeWords({ prompts: matches.prompts.length, of: prompts.length, partners: shown.length })}.`);
  }, [filter]);

  // What took a filter off has gone with it.
  useFocusAfter(isFiltered(filter), focusFilters);
  useFocusAfter(filter.group !== undefined, focusFilters);
  // A number of the heat map leads to its rows.
  useFocusAfter(isHeatMap, focusRows);

  const isNarrow = width === 'narrow';
  const show = (change: Partial<Filter>) => {
    if (isNarrow && change.partners?.length === 0) view.choosePhonePartner(ALL_PARTNERS);
    setFilter({ ...noFilter, ...change });
    setHeatMap(false);
  };
  const hasWithdrawn = partnership.withdrawn.length > 0 || promptlessActions(partnership).length > 0;
  const heatMapButton = (
    <Button
      appearance="subtle"
      icon={<DataTrending20Regular />}
      aria-pressed={isHeatMap}
      onClick={() => setHeatMap(!isHeatMap)}
    >
      Heat map
    </Button>
  );
  const filters = (
    <Filters {...{ filter, partners, counts, owners }} hasPartners={!isNarrow} onChange={setFilter}>
      <ConfirmShown {...{ filter, cells, prompts }} partners={shown} onChoose={setConfirming} />
    </Filters>
  );
  return (
    <div className={styles.screen}>
      <div className={styles.list}>
        <div className={styles.pad}>
          <PageTitle
            isScreenName
            title="Checklist"
            detail={
              <>
                {`${countWords(matches.prompts.length, prompts.length, 'benchmark prompt')}, ${countWords(isNarrow ? partners.length : shown.length, partners.length, 'partner')}`}
                {notAsked > 0 && `, ${notAsked} not in scope`}
                {hasWithdrawn && (
                  <>
                    {', '}
                    <Link href={withdrawnHref} data-key={WITHDRAWN}>
                      {partnership.withdrawn.length === 0
                        ? 'actions without a prompt'
                        : `${partnership.withdrawn.length} withdrawn`}
                    </Link>
                  </>
                )}
              </>
            }
          >
            {!isNarrow && heatMapButton}
          </PageTitle>
        </div>
        {isNarrow && partners.length > 0 ? (
          <PartnerPicker
            partners={partners}
            prompts={prompts}
            partner={phonePartner}
            cells={cells}
            isFiltered={isFiltered(filter)}
            onShow={show}
            onPartner={view.choosePhonePartner}
            filters={filters}
            tools={
              <>
                {heatMapButton}
                {theme !== undefined && phonePartner !== undefined && (
                  <PhoneTools
                    partnership={partnership}
                    theme={theme}
                    partner={phonePartner}
                    cells={cells}
                    steps={steps}
                    onConfirm={setConfirming}
                  />
                )}
              </>
            }
          />
        ) : (
          filters
        )}
        {partners.length === 0 ? (
          <StateMessage kind="empty" title="No partners yet">
            Add the partners in <Link href={toHref({ screen: 'settings' })}>Settings</Link>; then each has a column
            here.
          </StateMessage>
        ) : isHeatMap ? (
          <LazyPart
            load={loadHeatMap}
            props={{
              prompts,
              partners: isNarrow ? partners : shown,
              isNarrow,
              cells,
              since: filter.since ?? view.lastWeek,
              onShow: show,
            }}
            onClose={() => setHeatMap(false)}
          />
        ) : matches.prompts.length === 0 ? (
          <StateMessage
            kind="no-matches"
            title="No prompt matches"
            actions={<Button onClick={() => setFilter(noFilter)}>Clear the filters</Button>}
          >
            Nothing in the checklist has all of this: {toFilterWords(filter, view.names)}. There are {prompts.length}{' '}
            prompts without filters.
          </StateMessage>
        ) : (
          theme !== undefined &&
          (isNarrow ? (
            <PhonePart
              partnership={partnership}
              theme={theme}
              partners={shown}
              cells={cells}
              matches={matches}
              steps={steps}
              onShow={show}
            />
          ) : (
            <GridArea
              partnership={partnership}
              theme={theme}
              partners={shown}
              cells={cells}
              matches={matches}
              chosen={chosen}
              density={density}
              onDensity={setDensity}
              onShow={show}
              steps={steps}
              onConfirm={setConfirming}
              onFocus={setFocus}
            />
          ))
        )}
      </div>
      {confirming !== undefined && (
        <ConfirmPart partner={confirming} prompts={prompts} cells={cells} onClose={() => setConfirming(undefined)} />
      )}
      {rows?.list === WITHDRAWN && (
        <LazyPart load={loadWithdrawn} props={{ partnership, onClose: close }} onClose={close} />
      )}
      {chosen !== undefined && theme !== undefined && (
        <OpenPanel
          partnership={partnership}
          theme={theme}
          assessment={assessment}
          prompt={prompt}
          shown={matches.prompts}
          focus={focus}
          onSaved={steps.add}
        />
      )}
    </div>
  );
}
