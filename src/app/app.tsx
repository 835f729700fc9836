import { FluentProvider } from '@fluentui/react-components';
import { Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { Configuration } from '../host/configuration.ts';
import { DraftsContext, makeDrafts, useDraftStates } from '../session/drafts.ts';
import { toSaving } from '../session/saving.ts';
import { ColoursContext } from '../ui/colours.ts';
import { lazyAgain } from '../ui/lazy-again.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { emptyFrame, FrameContext, type FrameFacts } from './frame.ts';
import { screenName } from './screens.ts';
import { Shell } from './shell.tsx';
import { useStart } from './start.ts';
import { StartProblem } from './start-problem.tsx';
import { useAddress } from './use-address.ts';
import { useFluentTheme } from './use-fluent-theme.ts';

// Everything that talks to Microsoft 365 comes in a part of its own, asked for as soon as the frame is on the screen.
const Connected = lazyAgain(async () => (await import('./connected.tsx')).Connected);

export function App({ configuration }: { readonly configuration: Configuration }) {
  const { start, theme } = useStart(configuration);
  const colours = useFluentTheme(theme);
  const address = useAddress();
  const [facts, setFacts] = useState<FrameFacts>(emptyFrame);
  const [isListOpen, setListOpen] = useState(false);
  const closeList = useCallback(() => setListOpen(false), []);
  const frame = useMemo(() => ({ setFacts, isListOpen, closeList }), [isListOpen, closeList]);
  const drafts = useMemo(makeDrafts, []);
  const saving = toSaving(
    useDraftStates(drafts),
    facts.storage === 'opening' ? undefined : facts.writes,
    drafts.fileStates(),
  );

  const title = [screenName(address.screen), facts.partnership, 'JTAI Ready'].filter(Boolean).join(', ');
  useEffect(() => {
    document.title = title;
  }, [title]);

  useEffect(() => {
    // Only where something would be lost; the browser asks in its own words.
    function ask(event: BeforeUnloadEvent) {
      const isHereOnly = drafts.all().some(({ about, isKept }) => about === undefined && !isKept);
      if (isHereOnly || (saving.state !== 'saved' && facts.storage !== 'kept')) event.preventDefault();
    }
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [saving.state, facts.storage, drafts]);

  return (
    // The browser's own marks and lists, such as a calendar's, are light or dark with the rest.
    <FluentProvider theme={colours} style={{ colorScheme: theme === 'default' ? 'light' : 'dark' }}>
      <ColoursContext value={colours}>
        <LiveRegion>
          <DraftsContext value={drafts}>
            <FrameContext value={frame}>
              <Shell
                screen={address.screen}
                phoneTitle={facts.phoneTitle}
                theme={facts.theme}
                saving={saving}
                isKept={facts.storage !== 'blocked'}
                onSaveLine={facts.partnership === undefined ? undefined : () => setListOpen(true)}
              >
                {start.state === 'starting' && <LoadingRows what="your partnership" />}
                {start.state === 'failed' && (
                  <StartProblem kind={start.kind} message={start.message} linkBase={configuration.linkBase} />
                )}
                {start.state === 'started' && (
                  <ErrorBoundary place={address.screen}>
                    <Suspense fallback={<LoadingRows what="your partnership" />}>
                      <Connected host={start.host} configuration={configuration} address={address} />
                    </Suspense>
                  </ErrorBoundary>
                )}
              </Shell>
            </FrameContext>
          </DraftsContext>
        </LiveRegion>
      </ColoursContext>
    </FluentProvider>
  );
}
