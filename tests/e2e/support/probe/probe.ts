import { createNestablePublicClientApplication } from '@azure/msal-browser';
import { app, dialog, pages } from '@microsoft/teams-js';
import { readConfiguration } from '../../../../src/host/configuration.ts';
import { HostError } from '../../../../src/host/host-error.ts';
import { type Host, startHost } from '../../../../src/host/start-host.ts';
import { withTimeLimit } from '../../../../src/host/time-limit.ts';

// A page in the tab's place that shows what the product has no screen for: what the host said, and each call by itself.

export type Probe = {
  getToken(scopes: string[], options?: { claims?: string; interactive?: boolean }): Promise<string>;
  /** Signs in by a window without the relay page between; gives up after 5 s. */
  getTokenWithoutRelay(): Promise<string>;
  openLink(url: string): Promise<string>;
  share(subPageId: string): void;
  goTo(subPageId: string): Promise<string>;
  openDialog(url: string): Promise<string>;
  endDialog(result: string): void;
  resizeDialog(width: number, height: number): void;
  /** Says something that no host knows. */
  saySomethingUnknown(): void;
};

declare global {
  interface Window {
    probe?: Probe;
  }
}

const root = document.getElementById('root');

function show(id: string, text: string): void {
  const line = document.getElementById(id) ?? document.createElement('pre');
  line.id = id;
  line.textContent = text;
  root?.append(line);
}

/** The outcome in one word or the name of what went wrong, so that a test reads it without knowing classes. */
async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    const result = await work;
    return result === undefined ? 'done' : String(result);
  } catch (error) {
    return error instanceof HostError ? `${error.kind}: ${error.message}` : `failed: ${toWords(error)}`;
  }
}

function toWords(error: unknown): string {
  return error instanceof Error ? error.message : JSON.stringify(error);
}

function makeProbe(host: Host): Probe {
  return {
    getToken: (scopes, options) => outcome(host.getToken(scopes, options)),
    getTokenWithoutRelay: () => outcome(withTimeLimit(askWithoutRelay(), 5000, () => new Error('no answer'))),
    openLink: (url) => outcome(host.openLink(url)),
    share: (subPageId) => host.shareLink(subPageId, 'A record'),
    goTo: (subPageId) => outcome(pages.currentApp.navigateTo({ pageId: 'home', subPageId })),
    openDialog: (url) =>
      new Promise((resolve) =>
        dialog.url.open({ url, title: 'A dialog', size: { width: 500, height: 300 } }, ({ err, result }) =>
          resolve(err ? `failed: ${err}` : String(result)),
        ),
      ),
    endDialog: (result) => dialog.url.submit(result),
    resizeDialog: (width, height) => dialog.update.resize({ width, height }),
    saySomethingUnknown: () =>
      window.parent.postMessage(
        { id: 9001, func: 'somethingUnknown', args: [], timestamp: 0 },
        document.referrer || '*',
      ),
  };
}

const configuration = readConfiguration(document);

async function askWithoutRelay(): Promise<string> {
  const client = await createNestablePublicClientApplication({
    auth: {
      clientId: configuration.clientId,
      authority: configuration.authority,
      knownAuthorities: [new URL(configuration.authority).host],
      redirectUri: new URL('/sign-in.html', window.location.origin).href,
    },
    cache: { cacheLocation: 'memoryStorage' },
  });
  const result = await client.acquireTokenPopup({ scopes: ['User.Read'] });
  return result.accessToken;
}

const limit = Number(new URLSearchParams(window.location.search).get('limit') ?? '3000');

startHost({ ...configuration, timeLimitMs: limit }).then(
  (host) => {
    show('facts', JSON.stringify(host.facts));
    show('theme', host.facts.theme);
    host.onTheme((theme) => show('theme', theme));
    window.probe = makeProbe(host);
    host.ready();
    show('bridge', window.nestedAppAuthBridge ? 'there' : 'missing');
    show('initialized', String(app.isInitialized()));
  },
  (error: unknown) => show('problem', error instanceof HostError ? `${error.kind}: ${error.message}` : toWords(error)),
);
