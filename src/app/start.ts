import { useEffect, useState } from 'react';
import type { Configuration } from '../host/configuration.ts';
import type { Theme } from '../host/facts.ts';
import type { HostError, HostErrorKind } from '../host/host-error.ts';
import type { Host } from '../host/start-host.ts';
import { firstHash } from '../session/href.ts';
import { guessTheme } from './use-fluent-theme.ts';

const HOST_LIMIT_MS = 10_000;

export type Start =
  | { readonly state: 'starting' }
  | { readonly state: 'failed'; readonly kind: HostErrorKind | 'page'; readonly message: string }
  | { readonly state: 'started'; readonly host: Host };

/** Loads what talks to Teams only after the frame is on the screen, and greets Teams once. */
export function useStart(configuration: Configuration): { readonly start: Start; readonly theme: Theme } {
  const [start, setStart] = useState<Start>({ state: 'starting' });
  const [theme, setTheme] = useState<Theme>(guessTheme);
  useEffect(() => {
    let isCurrent = true;
    openHost(configuration).then(
      (host) => {
        if (!isCurrent) return;
        const hash = firstHash(location.hash, host.facts.subPageId);
        if (hash !== location.hash) location.replace(hash);
        setTheme(host.facts.theme);
        host.onTheme(setTheme);
        host.ready();
        setStart({ state: 'started', host });
      },
      (error: unknown) => {
        if (isCurrent) setStart(toFailure(error));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [configuration]);
  return { start, theme };
}

async function openHost(configuration: Configuration): Promise<Host> {
  const { startHost } = await import('../host/start-host.ts');
  return startHost({
    clientId: configuration.clientId,
    authority: configuration.authority,
    trustedOrigins: configuration.trustedOrigins,
    timeLimitMs: HOST_LIMIT_MS,
  });
}

function toFailure(error: unknown): Start {
  if (isHostError(error)) return { state: 'failed', kind: error.kind, message: error.message };
  return { state: 'failed', kind: 'page', message: 'A part of this page could not be loaded.' };
}

/** By name, not by class: the class arrives in a part of the program that may not have been loaded. */
export function isHostError(error: unknown): error is HostError {
  return error instanceof Error && error.name === 'HostError';
}
