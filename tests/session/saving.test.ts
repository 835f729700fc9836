import { describe, expect, it } from 'vitest';
import { makeDrafts } from '../../src/session/drafts.ts';
import { toSaving } from '../../src/session/saving.ts';

const nothing = { state: 'saved' } as const;

describe('whether all is saved', () => {
  it('says so when nothing is typed and nothing is on its way', () => {
    expect(toSaving([], nothing)).toEqual({ state: 'saved', count: 0 });
    // Before the workspace is open nobody knows what an earlier visit has left.
    expect(toSaving([], undefined)).toEqual({ state: 'unknown', count: 0 });
    expect(toSaving(['typed'], undefined)).toEqual({ state: 'waiting', count: 1 });
  });

  it('counts what is typed and not saved yet, and what waits for Microsoft 365', () => {
    expect(toSaving([], { state: 'not-saved', count: 3 })).toEqual({ state: 'waiting', count: 3 });
    expect(toSaving(['typed', 'typed'], nothing)).toEqual({ state: 'waiting', count: 2 });
  });

  it('counts a change once that the form and the workspace both know', () => {
    expect(toSaving(['sending'], { state: 'saving', count: 1 })).toEqual({ state: 'saving', count: 1 });
  });

  it('puts what needs a person before all else', () => {
    expect(toSaving(['typed', 'sending', 'held'], nothing)).toEqual({ state: 'needs-you', count: 1 });
    expect(toSaving(['typed'], { state: 'needs-you', count: 2 })).toEqual({ state: 'needs-you', count: 2 });
  });
});

describe('files among the changes', () => {
  it('are called files where all that is counted are files', () => {
    expect(toSaving(['held', 'held'], nothing, ['held', 'held'])).toEqual({
      state: 'needs-you',
      count: 2,
      of: 'files',
    });
    expect(toSaving(['typed', 'held'], nothing, ['held'])).toEqual({ state: 'needs-you', count: 1, of: 'files' });
    expect(toSaving(['held', 'held'], nothing, ['held'])).toEqual({ state: 'needs-you', count: 2 });
    expect(toSaving(['typed'], { state: 'not-saved', count: 1 }, ['typed'])).toEqual({ state: 'waiting', count: 2 });
  });
});

describe('drafts', () => {
  it('keep what is typed until it is dropped, and tell who listens', () => {
    const drafts = makeDrafts();
    let told = 0;
    const stop = drafts.subscribe(() => {
      told += 1;
    });
    drafts.set('a', { values: 'words', state: 'typed' });
    expect(drafts.get('a')?.values).toBe('words');
    expect(drafts.states()).toEqual(['typed']);
    drafts.drop('a');
    drafts.drop('a');
    stop();
    drafts.set('b', { values: 'more', state: 'held' });
    expect(drafts.get('a')).toBeUndefined();
    expect(told).toBe(2);
  });

  it('give the same list of states until something changes, as React asks', () => {
    const drafts = makeDrafts();
    drafts.set('a', { values: 1, state: 'typed' });
    expect(drafts.states()).toBe(drafts.states());
  });
});
