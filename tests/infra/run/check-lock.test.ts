import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkLock, type Lock, missingOptionalPackages } from '../../../infra/run/check-lock.ts';

const lock: Lock = {
  packages: {
    '': {},
    'node_modules/tool': { optionalDependencies: { '@tool/linux-x64': '1.0.0', '@tool/darwin-arm64': '1.0.0' } },
    'node_modules/@tool/linux-x64': {},
    'node_modules/other': { optionalDependencies: { nested: '2.0.0' } },
    'node_modules/other/node_modules/nested': {},
  },
};

describe('the lock file', () => {
  it('of this project has an entry for every optional package', () => {
    const ours = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8'));
    expect(checkLock(ours)).toBeUndefined();
    // The check has something to check: the tools here do come with one package for each platform.
    expect(
      missingOptionalPackages({ packages: { '': {}, a: ours.packages['node_modules/@biomejs/biome'] } }),
    ).toContain('@biomejs/cli-linux-x64');
  });

  it('lacks what no entry stands for', () => {
    expect(missingOptionalPackages(lock)).toEqual(['@tool/darwin-arm64']);
    expect(checkLock(lock)).toMatch(/^package-lock\.json lacks @tool\/darwin-arm64, so a clean "npm ci" will fail\./);
  });

  it('finds entries nested below another package', () => {
    expect(missingOptionalPackages(lock)).not.toContain('nested');
  });

  it('with no packages lacks nothing', () => {
    expect(checkLock({})).toBeUndefined();
  });
});
