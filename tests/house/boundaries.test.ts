import { readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintPlanted, root } from './planted.ts';
import { modules, rooms } from './rooms.ts';

/** The forms that an import can take, one a line: static, type-only, dynamic, re-exporting, and for its effect. */
const forms = [
  (from: string) => `import { one } from '${from}';`,
  (from: string) => `import type { Two } from '${from}';`,
  (from: string) => `export const three = () => import('${from}');`,
  (from: string) => `export { four } from '${from}';`,
  (from: string) => `export type { Five } from '${from}';`,
  (from: string) => `export * from '${from}';`,
  (from: string) => `import '${from}';`,
];
const everyLine = forms.map((_, index) => index + 1);
/** Folders below a room's own. */
const depths = ['', 'nested', 'nested/deeper'];

type Planting = { readonly name: string; readonly targets: Readonly<Record<string, string>> };

/** The same import planted at every depth: which file imports what. */
function plant(folder: string, target: string): Planting {
  const module = modules[target];
  const fileName = `${target.replace(/[^a-z]+/gi, '-').toLowerCase()}-planted.ts`;
  const paths = depths.map((depth) => posix.join(folder, depth, fileName));
  return {
    name: target,
    targets: Object.fromEntries(paths.map((path) => [path, module ? relativePath(path, module) : target])),
  };
}

function relativePath(path: string, to: string): string {
  const relative = posix.relative(dirname(path), to);
  return relative.startsWith('.') ? relative : `./${relative}`;
}

const plantings = Object.entries(rooms).map(([room, { folder, may, never }]) => ({
  room,
  refused: never.map((target) => plant(folder, target)),
  allowed: may.map((target) => plant(folder, target)),
}));

/** Every feature there is, and every one that is to come. */
const features = [
  ...new Set([
    ...'home checklist evidence actions meetings inspection data-checks reports alerts settings'.split(' '),
    ...readdirSync(join(root, 'src/features'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name),
  ]),
];
const islands = features.flatMap((feature) =>
  features
    .filter((other) => other !== feature)
    .map((other) => ({ feature, other, path: `src/features/${feature}/nested/reaches-${other}.ts` })),
);

const hooksFile = 'src/workspace/hooks.ts';
const mainFile = 'src/main.tsx';
const hiddenFile = 'src/services/hidden.ts';

const inEveryForm = (from: string) => forms.map((form) => form(from)).join('\n');
const effects = (...paths: string[]) => paths.map((from) => `import '${from}';`).join('\n');

const refusals = lintPlanted({
  ...Object.fromEntries(
    plantings
      .flatMap(({ refused, allowed }) => [...refused, ...allowed])
      .flatMap(({ targets }) => Object.entries(targets).map(([path, from]) => [path, inEveryForm(from)])),
  ),
  ...Object.fromEntries(islands.map(({ path, other }) => [path, inEveryForm(`../../${other}/screen.tsx`)])),
  [hooksFile]: effects('react', './store/a.ts', '@fluentui/react-components', '../ui/a.tsx', '../services/a.ts'),
  [mainFile]: effects('react-dom/client', './app/app.tsx', './host/a.ts', '../infra/local/a.ts', '../tests/a.ts'),
  [hiddenFile]: [
    'export const one = () => import(`../session/session.ts`);',
    "export type Two = import('../session/session.ts').Session;",
    "export type Three = typeof import('../session/session.ts');",
    'export const four = (path: string) => import(path);',
    "export const five = () => import('../themes/front-door.json', { with: { type: 'json' } });",
  ].join('\n'),
});

function refusedLines(path: string): readonly number[] {
  const lines = refusals
    .filter((refusal) => refusal.path === path && refusal.rule === 'lint/style/noRestrictedImports')
    .map((refusal) => refusal.line);
  return [...new Set(lines)].toSorted((one, other) => one - other);
}

describe.each(plantings)('$room', ({ refused, allowed }) => {
  it.each(refused)('never imports $name, in any form, at any depth', ({ targets }) => {
    for (const path of Object.keys(targets)) expect(refusedLines(path), path).toEqual(everyLine);
  });

  it.each(allowed)('may import $name', ({ targets }) => {
    for (const path of Object.keys(targets)) expect(refusedLines(path), path).toEqual([]);
  });
});

describe('features', () => {
  it.each(islands)('$feature does not import $other', ({ path }) => {
    expect(refusedLines(path)).toEqual(everyLine);
  });
});

describe('single files', () => {
  it('workspace/hooks.ts alone uses React, and nothing more', () => {
    expect(refusedLines(hooksFile)).toEqual([3, 4, 5]);
  });

  it('main.tsx starts everything, but nothing outside the product', () => {
    expect(refusedLines(mainFile)).toEqual([4, 5]);
  });
});

describe('imports that the rules could not read', () => {
  it('are refused as such', () => {
    const lines = refusals.filter((refusal) => refusal.path === hiddenFile && refusal.rule === 'plugin');
    expect(lines.map((refusal) => refusal.line).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
  });
});
