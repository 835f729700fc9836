import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './planted.ts';
import { rooms } from './rooms.ts';

const hooksFile = 'src/workspace/hooks.ts';

describe('the configuration', () => {
  type Override = { includes: string[]; linter?: { rules?: { style?: { noRestrictedImports?: unknown } } } };
  const config: { overrides: Override[] } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
  const withRooms = config.overrides.filter((override) => override.linter?.rules?.style?.noRestrictedImports);

  it('gives every file one set of rooms, since a later one would silently replace it', () => {
    for (const path of globSync('{src,infra}/**/*.{ts,tsx}', { cwd: root })) {
      const matching = withRooms.filter(({ includes }) => includes.some((glob) => matchesGlob(path, glob)));
      expect(matching.length, path).toBe(path === hooksFile ? 2 : path.startsWith('infra/run/') ? 0 : 1);
    }
  });

  it('knows every room there is', () => {
    const known = Object.values(rooms).map(({ folder }) => folder.split('/').slice(0, 2).join('/'));
    const there = ['src', 'infra'].flatMap((top) =>
      readdirSync(join(root, top), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => `${top}/${entry.name}`),
    );
    expect(there.filter((folder) => !known.includes(folder)).toSorted()).toEqual(['infra/lint', 'infra/run']);
  });

  it('has no path alias, which would slip past the rules', () => {
    const tsconfig = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
    expect(tsconfig.compilerOptions).not.toHaveProperty('paths');
    expect(tsconfig.compilerOptions).not.toHaveProperty('baseUrl');
    for (const name of ['vite.config.ts', 'vitest.config.ts']) {
      if (existsSync(join(root, name))) expect(readFileSync(join(root, name), 'utf8')).not.toMatch(/\balias\b/);
    }
    expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).not.toHaveProperty('imports');
  });
});
