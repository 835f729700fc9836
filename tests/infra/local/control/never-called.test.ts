import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const SOURCE = 'src';
/** Words of the control address that no sentence and no Graph address of the product has. */
const WORDS = /['"`/](faults|counters|switches|naa|fill|membership)['"`?]|advanceSeconds|127\.0\.0\.1/;

it('the product never calls the control address', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
  expect(files.length).toBeGreaterThan(50);
  const callers = files.filter((path) => WORDS.test(readFileSync(join(SOURCE, path), 'utf8')));
  expect(callers).toEqual([]);
});
