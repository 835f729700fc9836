import { describe, expect, it } from 'vitest';
import { lintPlanted } from './planted.ts';

const impure = [
  'new Date()',
  'Date()',
  'Date.now()',
  'Date.now',
  "Date['now']()",
  'Math.random()',
  "Math['random']()",
  'crypto.randomUUID()',
  'crypto.getRandomValues(new Uint8Array(1))',
  'performance.now()',
  "fetch('https://example.org')",
  'window.name',
  'document.title',
  'process.env',
  'globalThis.fetch',
  'localStorage.length',
  'setTimeout(() => {}, 1)',
  "new Intl.DateTimeFormat('en-GB').format()",
];
const pure = [
  "new Date('2026-11-30T09:20:00Z')",
  'new Date(0)',
  'Date.UTC(2026, 10, 30)',
  "Date.parse('2026-11-30')",
  'Math.floor(1.5)',
  "new Intl.DateTimeFormat('en-GB').format(new Date(0))",
  'encodeURIComponent("a b")',
  "new URL('https://example.org').origin",
];
const statements = (expressions: readonly string[]) =>
  expressions.map((expression, index) => `export const value${index} = ${expression};`).join('\n');

const refusals = lintPlanted({
  'src/domain/nested/impure.ts': statements(impure),
  'src/domain/nested/destructured.ts': 'export const { random } = Math;\nexport const { now } = Date;',
  'src/domain/nested/pure.ts': statements(pure),
  'src/services/impure.ts': statements(impure),
  'src/domain/default.ts': 'export default 1;',
  'src/domain/extension.ts': "import { one } from './default';\nexport const two = one;",
  'src/domain/loose.ts': 'export function loose(value: any) {\n  return value;\n}',
  'src/domain/swallow.ts': "try {\n  Number('1');\n} catch {}\nexport const done = 1;",
  'src/domain/Shouty.ts': 'export const shouty = 1;',
  'src/domain/everything.ts': "export * from './default.ts';",
  'src/domain/barrel.ts': "export { one } from './extension.ts';\nexport { two } from './loose.ts';",
  'src/domain/long.ts': Array.from({ length: 310 }, (_, index) => `export const value${index} = ${index};`).join('\n'),
  'vite.config.ts': 'export default {};',
});
const of = (path: string) => refusals.filter((refusal) => refusal.path === path);

describe('the domain', () => {
  it('has no clock, no chance and no effects', () => {
    const lines = new Set(of('src/domain/nested/impure.ts').map((refusal) => refusal.line));
    expect(impure.filter((_, index) => !lines.has(index + 1))).toEqual([]);
  });

  it('does not take them apart either', () => {
    const lines = of('src/domain/nested/destructured.ts').filter((refusal) => refusal.rule === 'plugin');
    expect(lines.map((refusal) => refusal.line)).toEqual([1, 2]);
  });

  it('may work with moments that it is given', () => {
    expect(of('src/domain/nested/pure.ts').filter((r) => r.rule === 'plugin' || r.rule.includes('Restricted'))).toEqual(
      [],
    );
  });

  it('is the only room that is held to this', () => {
    expect(of('src/services/impure.ts').filter((r) => r.rule === 'plugin' || r.rule.includes('Globals'))).toEqual([]);
  });
});

describe('the house rules on form', () => {
  it.each([
    ['src/domain/default.ts', 'lint/style/noDefaultExport'],
    ['src/domain/extension.ts', 'lint/correctness/useImportExtensions'],
    ['src/domain/loose.ts', 'lint/suspicious/noExplicitAny'],
    ['src/domain/swallow.ts', 'lint/suspicious/noEmptyBlockStatements'],
    ['src/domain/Shouty.ts', 'lint/style/useFilenamingConvention'],
    ['src/domain/everything.ts', 'lint/performance/noReExportAll'],
    ['src/domain/barrel.ts', 'lint/performance/noBarrelFile'],
    ['src/domain/long.ts', 'lint/style/noExcessiveLinesPerFile'],
  ])('%s breaks %s', (path, rule) => {
    expect(of(path).map((refusal) => refusal.rule)).toContain(rule);
  });

  it('let a tool have the default export that it insists on', () => {
    expect(of('vite.config.ts')).toEqual([]);
  });
});
