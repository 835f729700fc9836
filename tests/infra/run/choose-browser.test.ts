import { describe, expect, it } from 'vitest';
import { chooseBrowser, type Surroundings } from '../../../infra/run/choose-browser.ts';

const bare: Surroundings = {
  platform: 'linux',
  isRoot: false,
  isDebian: false,
  named: undefined,
  exists: () => false,
  tried: [],
};
const has = (...paths: string[]) => ({ exists: (path: string) => paths.includes(path) });

describe('the browser of the tests', () => {
  it('is the one that is named', () => {
    const named = { ...bare, named: '/opt/mine', ...has('/opt/mine', '/usr/bin/chromium') };
    expect(chooseBrowser(named)).toEqual({ kind: 'use', path: '/opt/mine' });
  });

  it('is missed in words when the named one is not there, though another is', () => {
    const wrong = { ...bare, named: '/opt/mine', ...has('/usr/bin/chromium') };
    expect(chooseBrowser(wrong)).toEqual({
      kind: 'none',
      sentence: 'The environment variable CHROMIUM names /opt/mine, and there is no such file.',
    });
  });

  it('is Chromium before Chrome, and Chrome before Edge', () => {
    const all = has('/usr/bin/microsoft-edge', '/usr/bin/google-chrome', '/usr/bin/chromium');
    expect(chooseBrowser({ ...bare, ...all })).toEqual({ kind: 'use', path: '/usr/bin/chromium' });
    const two = has('/usr/bin/microsoft-edge', '/usr/bin/google-chrome');
    expect(chooseBrowser({ ...bare, ...two })).toEqual({ kind: 'use', path: '/usr/bin/google-chrome' });
    expect(chooseBrowser({ ...bare, ...has('/usr/bin/microsoft-edge') })).toMatchObject({ kind: 'use' });
  });

  it('is looked for where Windows and macOS keep it', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    expect(chooseBrowser({ ...bare, platform: 'win32', ...has(edge) })).toEqual({ kind: 'use', path: edge });
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(chooseBrowser({ ...bare, platform: 'darwin', ...has(chrome) })).toEqual({ kind: 'use', path: chrome });
  });

  it("is Debian's package for root on Debian, and Playwright's own for everybody else", () => {
    expect(chooseBrowser({ ...bare, isRoot: true, isDebian: true })).toEqual({
      kind: 'install',
      how: 'debian-package',
    });
    expect(chooseBrowser({ ...bare, isDebian: true })).toEqual({ kind: 'install', how: 'playwright' });
    expect(chooseBrowser({ ...bare, isRoot: true })).toEqual({ kind: 'install', how: 'playwright' });
  });

  it("is Playwright's own when Debian's package did not come", () => {
    const tried = { ...bare, isRoot: true, isDebian: true, tried: ['debian-package' as const] };
    expect(chooseBrowser(tried)).toEqual({ kind: 'install', how: 'playwright' });
  });

  it('is asked for in one sentence when nothing helped', () => {
    const choice = chooseBrowser({ ...bare, tried: ['playwright'] });
    expect(choice).toMatchObject({ kind: 'none', sentence: expect.stringContaining('CHROMIUM') });
  });
});
