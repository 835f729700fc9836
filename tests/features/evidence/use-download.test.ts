import { describe, expect, it } from 'vitest';
import { toFileSentence } from '../../../src/features/evidence/use-download.ts';
import { GraphError } from '../../../src/graph/errors.ts';

describe('a file that could not be read', () => {
  it('says whom to ask where it may not be opened', () => {
    const closed = new GraphError('forbidden', 'x');
    expect(toFileSentence(closed, 'Dorian Hexwell')).toBe('You may not open this file. Ask Dorian Hexwell.');
    expect(toFileSentence(closed, undefined)).toBe('You may not open this file. Ask the lead of the partner.');
    expect(toFileSentence(new GraphError('not-found', 'x'), 'Dorian Hexwell')).toBe(
      'The file is not there any more, or you may not open it. Ask Dorian Hexwell.',
    );
  });

  it('says in words what else went wrong', () => {
    const locked = new GraphError('locked', 'Somebody has the file open or checked out.');
    expect(toFileSentence(locked, undefined)).toBe('Somebody has the file open or checked out.');
  });
});
