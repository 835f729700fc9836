/** What the choice depends on, so that it can be tried without a machine of each kind. */
export type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  readonly isDebian: boolean;
  /** The environment variable CHROMIUM, if set. */
  readonly named: string | undefined;
  readonly exists: (path: string) => boolean;
  /** Ways of installing that have been tried already and left no browser. */
  readonly tried: readonly Installing[];
};

export type Installing = 'debian-package' | 'playwright';

export type BrowserChoice =
  | { readonly kind: 'use'; readonly path: string }
  | { readonly kind: 'install'; readonly how: Installing }
  | { readonly kind: 'none'; readonly sentence: string };

const CHROMIUM: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'],
  darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
};

const CHROME: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/opt/google/chrome/chrome'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

const EDGE: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/microsoft-edge', '/opt/microsoft/msedge/msedge'],
  darwin: ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  win32: [
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const SENTENCE =
  'There is no browser for the tests: install Chromium, Chrome or Edge, or name one in the environment variable CHROMIUM.';

/**
 * Which browser runs the tests: the one that is named, else Chromium, Chrome or Edge of this computer, else one that is
 * installed for it. A named browser that is not there is said, and not replaced by another.
 */
export function chooseBrowser({ platform, isRoot, isDebian, named, exists, tried }: Surroundings): BrowserChoice {
  if (named) {
    if (exists(named)) return { kind: 'use', path: named };
    return { kind: 'none', sentence: `The environment variable CHROMIUM names ${named}, and there is no such file.` };
  }
  const here = [CHROMIUM, CHROME, EDGE].flatMap((places) => places[platform] ?? []).find(exists);
  if (here) return { kind: 'use', path: here };
  if (tried.includes('playwright')) return { kind: 'none', sentence: SENTENCE };
  if (isDebian && isRoot && !tried.includes('debian-package')) return { kind: 'install', how: 'debian-package' };
  return { kind: 'install', how: 'playwright' };
}
