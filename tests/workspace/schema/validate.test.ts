import { describe, expect, it } from 'vitest';
import { defineList } from '../../../src/workspace/schema/define-list.ts';
import { validate, validateChange } from '../../../src/workspace/schema/validate.ts';

const things = defineList({
  name: 'things',
  title: 'JTAI Things',
  version: 1,
  columns: {
    title: { kind: 'text', title: 'Thing', required: true, max: 10 },
    note: { kind: 'text', title: 'Note', long: true },
    state: { kind: 'choice', title: 'State', choices: ['open', 'shut'], required: true },
    kinds: { kind: 'choices', title: 'Kinds', choices: ['a', 'b'] },
    size: { kind: 'number', title: 'Size' },
    isPolicy: { kind: 'boolean', title: 'Policy' },
    dueOn: { kind: 'day', title: 'Due' },
    seenAt: { kind: 'instant', title: 'Seen' },
    owner: { kind: 'person', title: 'Owner' },
    partner: { kind: 'lookup', title: 'Partner', list: 'partners' },
    source: { kind: 'link', title: 'Source' },
  },
});

const whole = {
  title: 'A thing',
  note: 'x'.repeat(63_999),
  state: 'open',
  kinds: ['a', 'b'],
  size: 0,
  isPolicy: false,
  dueOn: '2026-11-30',
  seenAt: '2026-11-30T09:20:00Z',
  owner: { id: 'p1', name: 'Bea Thistledown' },
  partner: 'police',
  source: { url: 'https://example.org/a', text: 'A page' },
};

const codes = (values: { readonly [column: string]: unknown }) =>
  validate(things, values).map(({ column, code }) => `${column} ${code}`);

describe('the values of a row', () => {
  it('are taken as declared, and with nothing where nothing is needed', () => {
    expect(codes(whole)).toEqual([]);
    expect(codes({ title: 'A', state: 'shut', note: '', kinds: [], size: null, dueOn: undefined })).toEqual([]);
  });

  it('are needed where the list says so', () => {
    expect(codes({ title: '', note: 'n' })).toEqual(['title required', 'state required']);
  });

  it.each<[string, unknown, string]>([
    ['title', 'longer than ten', 'too-long'],
    ['title', 7, 'not-text'],
    ['note', 'x'.repeat(64_000), 'too-long'],
    ['state', 'ajar', 'not-a-choice'],
    ['kinds', ['a', 'z'], 'not-a-choice'],
    ['kinds', 'a', 'not-a-choice'],
    ['size', '7', 'not-a-number'],
    ['size', Number.NaN, 'not-a-number'],
    ['size', Number.POSITIVE_INFINITY, 'not-a-number'],
    ['isPolicy', 'yes', 'not-yes-or-no'],
    ['dueOn', '2026-02-30', 'not-a-day'],
    ['dueOn', '30/11/2026', 'not-a-day'],
    ['dueOn', 20261130, 'not-a-day'],
    ['seenAt', '2026-11-30', 'not-a-moment'],
    ['seenAt', 'yesterday', 'not-a-moment'],
    ['owner', 'Bea', 'not-a-person'],
    ['owner', { id: '', name: 'Bea' }, 'not-a-person'],
    ['owner', { id: 'p1', name: 'n'.repeat(256) }, 'too-long'],
    ['partner', 'p'.repeat(256), 'too-long'],
    ['source', { url: 'javascript:alert(1)', text: 'A page' }, 'not-a-link'],
    ['source', { url: 'https://', text: 'A page' }, 'not-a-link'],
    ['source', 'https://example.org', 'not-a-link'],
    ['colour', 'blue', 'unknown-column'],
    ['constructor', 'blue', 'unknown-column'],
  ])('%s of %j is %s', (column, value, code) => {
    expect(codes({ ...whole, [column]: value })).toEqual([`${column} ${code}`]);
  });

  it('are turned down in sentences for the person who gave them', () => {
    const say = (values: object) => validate(things, { ...whole, ...values }).map((problem) => problem.sentence);
    expect(say({ title: undefined })).toEqual(['Thing is needed.']);
    expect(say({ note: 'x'.repeat(64_000) })).toEqual(['Note may have 63,999 characters at most.']);
    expect(say({ state: 'ajar' })).toEqual(['State is one of: open, shut.']);
    expect(say({ dueOn: 'soon' })).toEqual(['Due is a day, such as 2026-11-30.']);
    expect(say({ source: { url: 'ftp://x', text: '' } })).toEqual(['Source is a web address that begins with https.']);
  });
});

describe('a change', () => {
  it('is judged by the columns that it names', () => {
    expect(validateChange(things, { note: null, size: 3 })).toEqual([]);
    expect(validateChange(things, { title: null })).toMatchObject([{ column: 'title', code: 'required' }]);
    expect(validateChange(things, { size: 'many' })).toMatchObject([{ column: 'size', code: 'not-a-number' }]);
  });

  it('may keep a choice that somebody else, or a newer version, has added', () => {
    expect(validateChange(things, { kinds: ['a', 'newer'] }, { kinds: ['newer'] })).toEqual([]);
    expect(validateChange(things, { kinds: ['a', 'newer'] }, { kinds: ['a'] })).toMatchObject([
      { code: 'not-a-choice' },
    ]);
  });
});
