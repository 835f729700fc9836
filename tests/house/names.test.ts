import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './planted.ts';

const files = globSync('{src,infra,tests}/**/*.{ts,tsx,mjs}', { cwd: root });

describe('names', () => {
  it('say what is inside', () => {
    const vague = /^(?:utils?|helpers?|lib|common|types|misc|shared)$/;
    const found = files.filter((path) =>
      path.split('/').some((part) => vague.test(part.replace(/\.(?:test\.)?(?:tsx?|mjs)$/, ''))),
    );
    expect(found).toEqual([]);
  });

  it('are never those of a barrel', () => {
    expect(files.filter((path) => /^index\.(?:tsx?|mjs)$/.test(basename(path)))).toEqual([]);
  });

  it('of tests stand where the source stands', () => {
    const mirrored = files.filter((path) =>
      /^tests\/(?:domain|themes|graph|workspace|services|session|host|ui|features|app|infra)\/.*\.test\.tsx?$/.test(
        path,
      ),
    );
    const sources = new Set(files.map((path) => path.replace(/\.(?:tsx?|mjs)$/, '')));
    const astray = mirrored.filter((path) => {
      const inside = path.replace(/^tests\//, '').replace(/\.test\.tsx?$/, '');
      return !sources.has(inside) && !sources.has(`src/${inside}`);
    });
    expect(astray).toEqual([]);
  });
});

describe('what is written', () => {
  it('mutes no checker', () => {
    // A single `biome-ignore` with its reason may stand; the rules on rooms and types are never set aside.
    const mute =
      /biome-ignore(?:-all|-start)|biome-ignore lint\/(?:style\/noRestricted|suspicious\/noExplicitAny)|@ts-(?:ignore|nocheck|expect-error)/;
    const muted = files.filter(
      (path) => !path.startsWith('tests/house/') && mute.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(muted).toEqual([]);
  });
});
