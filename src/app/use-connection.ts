import { useCallback, useEffect, useMemo, useState } from 'react';
import { createGraph, type Graph } from '../graph/client.ts';
import { getMe, type Me } from '../graph/people.ts';
import type { Configuration } from '../host/configuration.ts';
import type { Host } from '../host/start-host.ts';
import { type Found, findWorkspaces, type WorkspaceInfo } from '../workspace/find.ts';
import type { Place } from '../workspace/place.ts';
import type { Consent } from './consent.ts';

export type Connection =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly error: unknown }
  /** `found` is missing in the personal tab, which stands in no channel. */
  | { readonly state: 'connected'; readonly me: Me; readonly found: Found | undefined };

/** Where the tab stands: a channel of a team; undefined in the personal tab. */
export function toPlace({ team, channel }: Host['facts']): Place | undefined {
  if (team === undefined || channel === undefined) return undefined;
  return { teamId: team.id, channelId: channel.id, channelName: channel.name };
}

/** Signs in, asks who I am, and looks for the channel's workspace. */
export function useConnection(host: Host, configuration: Configuration, consent: Consent) {
  const [connection, setConnection] = useState<Connection>({ state: 'waiting' });
  const [attempt, setAttempt] = useState(0);
  const graph = useMemo(
    () =>
      createGraph({
        baseUrl: configuration.graphBaseUrl,
        fileOrigins: configuration.fileOrigins,
        getToken: consent.getToken,
      }),
    [configuration, consent],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is the reason to run again
  useEffect(() => {
    let isCurrent = true;
    setConnection({ state: 'waiting' });
    connect(graph, toPlace(host.facts)).then(
      (next) => isCurrent && setConnection(next),
      (error: unknown) => isCurrent && setConnection({ state: 'failed', error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [graph, host, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  /** The workspace has been made, joined or repaired. */
  const opened = useCallback((info: WorkspaceInfo) => {
    setConnection((before) =>
      before.state === 'connected' && before.found?.state === 'found'
        ? { ...before, found: { ...before.found, here: info } }
        : before,
    );
  }, []);
  return { connection, graph, retry, opened };
}

async function connect(graph: Graph, place: Place | undefined): Promise<Connection> {
  const [me, found] = await Promise.all([getMe(graph), place && findWorkspaces(graph, place)]);
  return { state: 'connected', me, found };
}
