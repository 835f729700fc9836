import { describe, expect, it } from 'vitest';
import { type Columns, defineList } from '../../../src/workspace/schema/define-list.ts';
import { workspaceLists, workspaces } from '../../../src/workspace/schema/lists.ts';

const title = { kind: 'text', title: 'Thing', required: true } as const;

function declare(columns: Columns, more: { readonly name?: string; readonly version?: number } = {}) {
  return () =>
    defineList({ name: 'things', title: 'JTAI Things', version: 1, columns: { title, ...columns }, ...more });
}

describe('a declaration is refused', () => {
  it.each(['uid', 'version', 'created', 'changed', 'held', 'edits', 'id', 'author', 'modified', 'contentType'])(
    'when a column takes the reserved name %s',
    (name) => {
      expect(declare({ [name]: { kind: 'text', title: 'Mine' } })).toThrow(`the name ${name} is reserved`);
    },
  );

  it('when a person or a link would be kept under a name that is taken', () => {
    const owner = { kind: 'person', title: 'Owner' } as const;
    expect(declare({ owner, ownerId: { kind: 'text', title: 'Owner' } })).toThrow(
      'two columns would be kept as OwnerId',
    );
  });

  it.each<[string, Columns, string]>([
    ['is not camel case', { DueOn: { kind: 'day', title: 'Due' } }, 'not in camel case'],
    ['is too long for SharePoint', { ['a'.repeat(33)]: { kind: 'day', title: 'Due' } }, 'longer than 32 characters'],
    [
      'is long and indexed',
      { note: { kind: 'text', title: 'Note', long: true, indexed: true } },
      'too long to be indexed',
    ],
    ['is unique and not indexed', { code: { kind: 'text', title: 'Id', unique: true } }, 'is unique, so indexed'],
    ['has no choices', { state: { kind: 'choice', title: 'State', choices: [] } }, 'has no choices'],
    ['has a choice twice', { state: { kind: 'choices', title: 'State', choices: ['a', 'a'] } }, 'has a choice twice'],
  ])('when a column %s', (_, columns, why) => {
    expect(declare(columns)).toThrow(why);
  });

  it('when its title is no text, its name not ours, its version no whole number, or it has too many indexes', () => {
    expect(declare({ title: { kind: 'number', title: 'Title' } })).toThrow('title is text');
    expect(declare({}, { name: 'Things' })).toThrow('small letters');
    expect(declare({}, { version: 0 })).toThrow('version');
    const many = Array.from(
      { length: 20 },
      (_, at) => [`c${at}`, { kind: 'day', title: 'Day', indexed: true }] as const,
    );
    expect(declare(Object.fromEntries(many))).toThrow('more than 20 indexes');
    expect(declare(Object.fromEntries(many.slice(1)))).not.toThrow();
  });
});

it('every lookup of the product leads to a list that there is', () => {
  const names = workspaceLists.map((list) => list.name);
  for (const list of [workspaces, ...workspaceLists]) {
    for (const column of Object.values(list.columns)) {
      if (column.kind === 'lookup') expect(names, `${list.name}: ${column.title}`).toContain(column.list);
    }
  }
});
