import { Button } from '@fluentui/react-components';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Address } from '../domain/address.ts';
import type { Configuration } from '../host/configuration.ts';
import type { Host } from '../host/start-host.ts';
import { isClosed, toReadFailure, toReference } from '../session/sentence.ts';
import { SessionContext } from '../session/session.ts';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { makeConsent } from './consent.ts';
import { ConsentQuestion } from './consent-question.tsx';
import { MyWorkspaces, preload, SetUp } from './lazy-screens.ts';
import { makeSession } from './make-session.ts';
import { OpenedWorkspace } from './opened-workspace.tsx';
import { useConnection } from './use-connection.ts';
import { useServerTime } from './use-server-time.ts';

type Props = { readonly host: Host; readonly configuration: Configuration; readonly address: Address };

/** From here on the host has answered: signs in, finds the workspace of this channel, and shows what there is. */
export function Connected({ host, configuration, address }: Props) {
  const consent = useMemo(() => makeConsent(host), [host]);
  const question = useSyncExternalStore(consent.subscribe, consent.question);
  const { connection, graph, retry, opened } = useConnection(host, configuration, consent);
  const now = useServerTime();
  const me = connection.state === 'connected' ? connection.me : undefined;
  const session = useMemo(
    () => (me === undefined ? undefined : makeSession({ host, configuration, consent, graph, me, now })),
    [host, configuration, consent, graph, me, now],
  );
  useEffect(() => preload(address.screen), [address.screen]);

  return (
    <>
      {question !== undefined && <ConsentQuestion question={question} consent={consent} />}
      {connection.state === 'waiting' && <LoadingRows what="your partnership" />}
      {connection.state === 'failed' && (
        <StateMessage
          kind="failed"
          title={isClosed(connection.error) ? 'You cannot open this workspace' : 'Your partnership did not load'}
          smallPrint={toReference(connection.error)}
          actions={
            <Button appearance="primary" onClick={retry}>
              Try again
            </Button>
          }
        >
          {isClosed(connection.error)
            ? 'Only people who are in the team and its channel can, and you are not among them, or the channel is gone. ' +
              "The partnership's coordinator or an owner of the team can add you in Teams. Then try again."
            : toReadFailure(connection.error)}
        </StateMessage>
      )}
      {connection.state === 'connected' && session !== undefined && (
        <SessionContext value={session}>
          {connection.found === undefined ? (
            <MyWorkspaces />
          ) : connection.found.state === 'not-ready' ? (
            <StateMessage
              kind="empty"
              title="This channel has no folder yet"
              actions={
                <Button appearance="primary" onClick={retry}>
                  Try again
                </Button>
              }
            >
              Teams makes it when somebody first opens the channel's Files tab. Open Files once, then come back and try
              again.
            </StateMessage>
          ) : connection.found.here === undefined || connection.found.here.unfinished !== undefined ? (
            <SetUp found={connection.found} onDone={opened} />
          ) : (
            <OpenedWorkspace info={connection.found.here} address={address} onRepaired={opened} />
          )}
        </SessionContext>
      )}
    </>
  );
}
