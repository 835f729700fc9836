import { expect, it } from 'vitest';
import { GraphError } from '../../src/graph/errors.ts';
import { isClosed } from '../../src/session/sentence.ts';

it('a channel that is closed to somebody is told from one that could not be read', () => {
  expect(isClosed(new GraphError('forbidden', 'x'))).toBe(true);
  expect(isClosed(new GraphError('not-found', 'x'))).toBe(true);
  expect(isClosed(new GraphError('offline', 'x'))).toBe(false);
  expect(isClosed(new Error('x'))).toBe(false);
});
