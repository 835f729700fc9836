import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bugs } from '../../../infra/run/bugs.ts';
import { ROOT } from '../../../infra/run/build-parts.ts';

const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

it('every deliberate bug has one place in the product, and tests that are there', () => {
  const astray = bugs.flatMap(({ name, file, find, replace, tests }) => {
    const places = textOf(file).split(find).length - 1;
    const missing = tests.filter((path) => !existsSync(join(ROOT, path)));
    return places === 1 && missing.length === 0 && find !== replace ? [] : [{ name, places, missing }];
  });
  expect(astray).toEqual([]);
});

it('there are at least thirty of them, and two or more for every rule', () => {
  expect(bugs.length).toBeGreaterThanOrEqual(30);
  const rules = Map.groupBy(bugs, ({ rule }) => rule);
  expect([...rules].filter(([, own]) => own.length < 2).map(([rule]) => rule)).toEqual([]);
  expect(new Set(bugs.map(({ name }) => name)).size).toBe(bugs.length);
});
