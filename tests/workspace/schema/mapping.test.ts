import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListItem } from '../../../src/graph/items.ts';
import { defineList, type NewRowOf } from '../../../src/workspace/schema/define-list.ts';
import { workspaceLists, workspaces } from '../../../src/workspace/schema/lists.ts';
import {
  fromItem,
  isSameValue,
  toColumnSpecs,
  toFieldNames,
  toNewFields,
  toPatchFields,
} from '../../../src/workspace/schema/mapping.ts';

const things = defineList({
  name: 'things',
  title: 'JTAI Things',
  version: 1,
  columns: {
    title: { kind: 'text', title: 'Thing', required: true, max: 255 },
    note: { kind: 'text', title: 'Note', long: true },
    state: { kind: 'choice', title: 'State', choices: ['open', 'shut'] },
    kinds: { kind: 'choices', title: 'Kinds', choices: ['a', 'b', 'c'] },
    size: { kind: 'number', title: 'Size' },
    isPolicy: { kind: 'boolean', title: 'Policy' },
    dueOn: { kind: 'day', title: 'Due', indexed: true },
    seenAt: { kind: 'instant', title: 'Seen' },
    owner: { kind: 'person', title: 'Owner', indexed: true },
    partner: { kind: 'lookup', title: 'Partner', list: 'partners', indexed: true },
    source: { kind: 'link', title: 'Source' },
  },
});

function toItem(fields: { readonly [name: string]: unknown }): ListItem {
  const stamp = { at: '2026-11-23T09:00:00Z', by: 'Bea Thistledown' };
  return { id: '7', version: '"g,1"', created: stamp, changed: stamp, fields };
}

/** What SharePoint gives back of what it was given: nothing for an empty field. */
function store(fields: { readonly [name: string]: unknown }): ListItem {
  return toItem(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)));
}

describe('the columns of a list', () => {
  it('begin with our own key, hidden, unique and indexed', () => {
    expect(toColumnSpecs(things)[0]).toEqual({
      name: 'Uid',
      title: 'Uid',
      type: 'text',
      indexed: true,
      unique: true,
      hidden: true,
    });
  });

  it('a person and a link are two each; Title is not made, every list has it', () => {
    expect(toColumnSpecs(things).map((spec) => `${spec.name} ${spec.type}${spec.indexed ? ' indexed' : ''}`)).toEqual([
      'Uid text indexed',
      'Edits text',
      'Note long-text',
      'State choice',
      'Kinds choices',
      'Size number',
      'IsPolicy boolean',
      'DueOn day indexed',
      'SeenAt instant',
      'OwnerId text indexed',
      'OwnerName text',
      'Partner text indexed',
      'SourceUrl long-text',
      'SourceText text',
    ]);
  });

  it('every field that is read is made, and the other way round', () => {
    for (const list of [...workspaceLists, workspaces, things]) {
      const made = [...toColumnSpecs(list).map((spec) => spec.name), 'Title'];
      expect(made.toSorted()).toEqual([...toFieldNames(list)].toSorted());
    }
  });
});

describe('a row', () => {
  const person = fc.record({ id: fc.string({ minLength: 1 }), name: fc.string() });
  const link = fc.record({ url: fc.string({ minLength: 1 }), text: fc.string() });
  const day = fc
    .date({ min: new Date('1990-01-01T12:00:00Z'), max: new Date('2090-01-01T12:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const row: fc.Arbitrary<NewRowOf<typeof things>> = fc.record(
    {
      uid: fc.string({ minLength: 1 }),
      title: fc.string({ minLength: 1 }),
      note: fc.string({ minLength: 1 }),
      state: fc.constantFrom('open', 'shut'),
      kinds: fc.subarray(['a', 'b', 'c'] as const, { minLength: 1 }),
      size: fc.double({ noNaN: true, noDefaultInfinity: true }),
      isPolicy: fc.boolean(),
      dueOn: day,
      seenAt: day.map((text) => `${text}T08:30:00Z`),
      owner: person,
      partner: fc.string({ minLength: 1 }),
      source: link,
    },
    { requiredKeys: ['uid', 'title'] },
  );

  it('comes back as it was sent', () => {
    fc.assert(
      fc.property(row, (sent) => {
        const { version, created, changed, ...back } = fromItem(things, store(toNewFields(things, sent))) ?? {};
        expect(version).toBe('"g,1"');
        expect(back).toEqual(sent);
      }),
    );
  });

  it.each([
    ['2026-11-30T00:00:00Z', '2026-11-30'],
    // In summer SharePoint gives the midnight with which a day begins in England as eleven the evening before.
    ['2026-06-29T23:00:00Z', '2026-06-30'],
    ['2026-06-30T07:00:00Z', '2026-06-30'],
  ])('a day that SharePoint gives as %s is %s', (given, day) => {
    expect(fromItem(things, toItem({ Uid: 'u', Title: 't', DueOn: given }))?.dueOn).toBe(day);
  });

  it('that somebody made by hand in SharePoint has no key of ours and is left out', () => {
    expect(fromItem(things, toItem({ Title: 'by hand' }))).toBeUndefined();
  });

  it('a choice that this version does not know is as if nothing were chosen', () => {
    const row = fromItem(things, toItem({ Uid: 'u', Title: 't', State: 'ajar' }));
    expect(row).not.toHaveProperty('state');
  });

  it('a required value that is missing does not make a hole', () => {
    expect(fromItem(things, toItem({ Uid: 'u' }))?.title).toBe('');
  });
});

describe('a change', () => {
  it('holds only what changes, and empties what is null', () => {
    expect(toPatchFields(things, { note: null, owner: null, dueOn: '2026-12-01' })).toEqual({
      Note: null,
      OwnerId: null,
      OwnerName: null,
      DueOn: '2026-12-01T12:00:00Z',
    });
  });

  it('refuses a day that does not exist', () => {
    expect(() => toPatchFields(things, { dueOn: '2026-02-30' })).toThrow(RangeError);
  });
});

it.each([
  [undefined, '', true],
  [null, undefined, true],
  ['a', 'b', false],
  [{ id: '1', name: 'x' }, { name: 'x', id: '1' }, true],
  [['a', 'b'], ['a', 'b'], true],
  [0, undefined, false],
  [false, undefined, false],
])('%j and %j are the same value: %j', (one, other, isSame) => {
  expect(isSameValue(one, other)).toBe(isSame);
});
