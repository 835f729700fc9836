import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type BrowserContext, chromium } from 'playwright';
import { findBrowser } from '../../../infra/run/find-browser.ts';
import { browserArguments, type NameMap } from './browser.ts';

export type MortalBrowser = {
  readonly context: BrowserContext;
  /** Ends all its processes at once, as a crash or a flat battery does: nothing is tidied up. */
  kill(): Promise<void>;
};

/** A browser on a profile that outlives it. Playwright ends its own browsers politely, so this one is started by hand. */
export async function openMortalBrowser(profile: string, names: NameMap): Promise<MortalBrowser> {
  const child = spawn(
    findBrowser(() => undefined),
    [
      ...browserArguments(names),
      '--headless',
      '--window-size=1280,800',
      '--ignore-certificate-errors',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--lang=en-GB',
      'about:blank',
    ],
    // A group of its own, so that its children die with it.
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const browser = await chromium.connectOverCDP(await findAddress(child));
  const [context] = browser.contexts();
  if (!context) throw new Error('The browser has no profile open.');
  return {
    context,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await gone;
    },
  };
}

async function findAddress(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('The browser says nothing.');
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address) {
      child.stderr.resume();
      return address;
    }
  }
  throw new Error('The browser did not start.');
}
