import { app, pages } from '@microsoft/teams-js';
import { type HostFacts, type Theme, toFacts, toTheme } from './facts.ts';
import { HostError } from './host-error.ts';
import type { SignIn, TokenOptions } from './sign-in.ts';
import { greetTeams, howToSignIn } from './teams.ts';

export type HostOptions = {
  readonly clientId: string;
  readonly authority: string;
  readonly trustedOrigins: readonly string[];
  /** How long to wait for Teams, and for each silent sign-in. */
  readonly timeLimitMs: number;
};

export type Host = {
  readonly facts: HostFacts;
  onTheme(listener: (theme: Theme) => void): void;
  /** Tells Teams that the first screen is drawn, so that it takes its own waiting picture away. */
  ready(): void;
  fail(reason: string): void;
  /** A token for Graph. With `interactive`, called from a click, the person may be asked. Throws `HostError`. */
  getToken(scopes: readonly string[], options?: TokenOptions): Promise<string>;
  openLink(url: string): Promise<void>;
  /** Offers the person the address of a record, to send to others. */
  shareLink(subPageId: string, label: string): void;
};

/** Starts the tab in its host. Throws `HostError`: `outside-teams` at once, `no-answer` after the time limit. */
export async function startHost(options: HostOptions): Promise<Host> {
  const context = await greetTeams(options.trustedOrigins, options.timeLimitMs);
  const facts = toFacts(context, howToSignIn());
  return {
    facts,
    onTheme: (listener) => app.registerOnThemeChangeHandler((name) => listener(toTheme(name))),
    ready: () => void app.notifySuccess(),
    fail: (message) => app.notifyFailure({ reason: app.FailedReason.Other, message }),
    getToken: makeGetToken(options, facts),
    openLink: (url) => app.openLink(url),
    shareLink: (subPageId, label) => pages.shareDeepLink({ subPageId, subPageLabel: label }),
  };
}

/** Loads sign-in at the first call. A start that failed is forgotten, so that trying again begins afresh. */
function makeGetToken(options: HostOptions, facts: HostFacts): Host['getToken'] {
  let signIn: Promise<SignIn> | undefined;
  return async (scopes, tokenOptions = {}) => {
    if (facts.signIn === 'none') {
      throw new HostError('no-teams-sign-in', 'Sign-in through Microsoft Teams is not possible here.', scopes);
    }
    signIn ??= startSignIn(options).catch((error: unknown) => {
      signIn = undefined;
      throw error;
    });
    return (await signIn).getToken(scopes, tokenOptions);
  };
}

async function startSignIn(options: HostOptions): Promise<SignIn> {
  const { openSignIn } = await import('./sign-in.ts').catch(() => {
    throw new HostError('offline', 'A part of the app could not be loaded.');
  });
  return openSignIn(options.clientId, options.authority, options.timeLimitMs);
}
