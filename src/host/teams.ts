import { app } from '@microsoft/teams-js';
import { HostError } from './host-error.ts';
import { withTimeLimit } from './time-limit.ts';

declare global {
  interface Window {
    /** Made by the Teams SDK when the host offers Nested App Auth. */
    nestedAppAuthBridge?: unknown;
    /** Present in Teams' own apps, where the page is not in a frame. */
    nativeInterface?: unknown;
  }
}

/** Greets the host. The SDK itself waits 60 s for a host that does not know us; nobody else should have to. */
export async function greetTeams(trustedOrigins: readonly string[], timeLimitMs: number): Promise<app.Context> {
  if (window.parent === window && !window.nativeInterface) {
    throw new HostError('outside-teams', 'This page is not open in Microsoft Teams.');
  }
  const late = () => new HostError('no-answer', 'Microsoft Teams did not answer.');
  const greeting = app.initialize([...trustedOrigins]).then(
    () => app.getContext(),
    (error: unknown) => {
      if (String(error).includes('No Parent window found')) {
        throw new HostError('outside-teams', 'This page is not open in Microsoft Teams.');
      }
      throw new HostError(
        'no-answer',
        `Microsoft Teams did not answer: ${error instanceof Error ? error.message : ''}`,
      );
    },
  );
  return withTimeLimit(greeting, timeLimitMs, late);
}

/**
 * How this page can sign in. A window needs an https page, since MSAL takes only https authorities and a page on plain
 * http is a laptop's, where the host always signs in.
 */
export function howToSignIn(): 'teams' | 'window' | 'none' {
  if (window.nestedAppAuthBridge) return 'teams';
  return window.location.protocol === 'https:' ? 'window' : 'none';
}
