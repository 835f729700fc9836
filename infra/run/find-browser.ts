import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { ROOT } from './build-parts.ts';
import { chooseBrowser, type Installing } from './choose-browser.ts';

/** Thrown with the sentence that says what to do. */
export class NoBrowser extends Error {}

/** The path of a browser for the tests, installing one if there is none. Throws `NoBrowser`. */
export function findBrowser(say: (sentence: string) => void): string {
  const tried: Installing[] = [];
  for (;;) {
    const choice = chooseBrowser({
      platform: process.platform,
      isRoot: process.getuid?.() === 0,
      isDebian: existsSync('/etc/debian_version'),
      named: process.env.CHROMIUM,
      exists: existsSync,
      tried,
    });
    if (choice.kind === 'use') return choice.path;
    if (choice.kind === 'none') throw new NoBrowser(choice.sentence);
    // An earlier run may have installed Playwright's own.
    if (choice.how === 'playwright' && existsSync(chromium.executablePath())) return chromium.executablePath();
    say(`No browser was found. Installing ${choice.how === 'playwright' ? "Playwright's" : "Debian's"} Chromium.`);
    install(choice.how);
    tried.push(choice.how);
    if (choice.how === 'playwright' && existsSync(chromium.executablePath())) return chromium.executablePath();
  }
}

function install(how: Installing): void {
  if (how === 'debian-package') {
    const quiet = { stdio: 'ignore' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
    return;
  }
  spawnSync(process.execPath, [join(ROOT, 'node_modules/playwright/cli.js'), 'install', 'chromium'], {
    stdio: 'ignore',
  });
}
