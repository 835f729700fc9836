import { type Browser, chromium } from 'playwright';
import { findBrowser } from '../../../infra/run/find-browser.ts';

/**
 * What Playwright 1.65 switches off, without `ThirdPartyStoragePartitioning`: with that off, storage in a cross-site
 * frame throws, which no person's browser does. The last list on the command line wins. After an upgrade of Playwright
 * compare with its own list; the test of storage in the tab's frame fails if this stops working.
 */
const SWITCHED_OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

export type NameMap = Readonly<Record<string, number>>;

/** A Chromium that finds these host names at ports of this computer, and nothing else anywhere. */
export function launchBrowser(names: NameMap): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser(() => undefined), args: browserArguments(names) });
}

export function browserArguments(names: NameMap): string[] {
  const rules = [
    ...Object.entries(names).map(([name, port]) => `MAP ${name} 127.0.0.1:${port}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE localhost',
  ];
  return [
    `--host-resolver-rules=${rules.join(', ')}`,
    `--disable-features=${SWITCHED_OFF.join(',')}`,
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    // Chromium refuses its own sandbox to root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}
