import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './planted.ts';

const files = globSync('{src,infra,tests}/**/*.{ts,tsx,mjs}', { cwd: root });

/** Tests of more than one file: journeys, the house itself, faults, long runs, and the data layer at play. */
const OF_THE_WHOLE = /^tests\/(?:e2e|house|manifest|soak|faults|bench|workspace\/simulation)\//;

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

  it('of tests stand in the folder of what they test', () => {
    const folders = new Set(files.map((path) => dirname(path)));
    const astray = files
      .filter((path) => /^tests\/.*\.test\.tsx?$/.test(path) && !OF_THE_WHOLE.test(path))
      .map((path) => dirname(path).replace(/^tests\//, ''))
      .filter((folder) => !folders.has(folder) && !folders.has(`src/${folder}`));
    expect([...new Set(astray)]).toEqual([]);
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
