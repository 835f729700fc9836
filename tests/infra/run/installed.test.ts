import { describe, expect, it } from 'vitest';
import { isInstalled } from '../../../infra/run/installed.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/react': { version: '19.3.1' },
    'node_modules/biome-win32': { version: '2.5.15', optional: true },
  },
};

describe('an install', () => {
  it('is there when npm lists all that the lock wants, whatever the platform left out', () => {
    expect(isInstalled(lock, { packages: { 'node_modules/react': { version: '19.3.1' } } })).toBe(true);
  });

  it('is missing when npm has never finished', () => {
    expect(isInstalled(lock, undefined)).toBe(false);
  });

  it('is old when the lock wants another version, or one package more', () => {
    expect(isInstalled(lock, { packages: { 'node_modules/react': { version: '19.3.0' } } })).toBe(false);
    expect(isInstalled(lock, { packages: {} })).toBe(false);
  });
});
