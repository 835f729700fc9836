import { expect, it } from 'vitest';
import type { ListColumn } from '../../../src/graph/lists.ts';
import { compareColumns } from '../../../src/workspace/provision/compare-columns.ts';
import { defineList } from '../../../src/workspace/schema/define-list.ts';
import { toColumnSpecs } from '../../../src/workspace/schema/mapping.ts';

const things = defineList({
  name: 'things',
  title: 'JTAI Things',
  version: 2,
  columns: {
    title: { kind: 'text', title: 'Thing', required: true },
    code: { kind: 'text', title: 'Id', indexed: true },
    remark: { kind: 'text', title: 'Remark' },
    note: { kind: 'text', title: 'Note', long: true },
    state: { kind: 'choice', title: 'State', choices: ['open', 'shut'] },
    dueOn: { kind: 'day', title: 'Due' },
    seenAt: { kind: 'instant', title: 'Seen' },
    size: { kind: 'number', title: 'Size' },
  },
});

const whole: readonly ListColumn[] = toColumnSpecs(things).map((spec) => ({
  id: spec.name,
  name: spec.name,
  title: spec.title,
  type: spec.type,
  indexed: spec.indexed ?? false,
  unique: spec.unique ?? false,
  choices: spec.choices ?? [],
}));

const compare = (columns: readonly ListColumn[]) =>
  compareColumns(things, columns).map((fault) => `${fault.spec.name} ${fault.is}`);
const having = (name: string, change: Partial<ListColumn>) =>
  compare(whole.map((column) => (column.name === name ? { ...column, ...change } : column)));

it('a list as it was declared has no faults, whatever others have added to it', () => {
  const added: ListColumn = {
    id: 'x',
    name: 'Newer',
    title: 'Newer',
    type: 'other',
    indexed: false,
    unique: false,
    choices: [],
  };
  expect(compare([...whole, added])).toEqual([]);
  expect(having('State', { choices: ['newer', 'open', 'shut'] })).toEqual([]);
});

it('a name is the same in capitals and in small letters, as it is to SharePoint', () => {
  expect(having('DueOn', { name: 'dueon' })).toEqual([]);
});

it.each<[string, Partial<ListColumn>, string[]]>([
  ['Code', { indexed: false }, ['Code not-indexed']],
  ['Uid', { unique: false }, ['Uid not-unique']],
  ['Uid', { unique: false, indexed: false }, ['Uid not-unique']],
  ['State', { choices: ['open'] }, ['State lacks-choices']],
  ['Remark', { title: 'Comment' }, ['Remark retitled']],
  ['Uid', { title: 'Anything' }, []],
  ['Size', { type: 'text' }, ['Size wrong-type']],
  ['Note', { type: 'text' }, ['Note wrong-type']],
  ['SeenAt', { type: 'day' }, ['SeenAt wrong-type']],
  ['Code', { type: 'long-text' }, ['Code wrong-type']],
  ['State', { type: 'choices' }, ['State wrong-type']],
])('%s with %j: %j', (name, change, faults) => {
  expect(having(name, change)).toEqual(faults);
});

it('a column that holds all that ours would is no fault', () => {
  expect(having('Remark', { type: 'long-text' })).toEqual([]);
  expect(having('DueOn', { type: 'instant' })).toEqual([]);
});

it('one of our title under another name is the namesake of ours that is missing, and nobody else', () => {
  const without = whole.filter((column) => column.name !== 'Note');
  expect(compareColumns(things, without)).toMatchObject([{ is: 'missing', namesake: undefined }]);
  const namesake: ListColumn = {
    id: 'n',
    name: 'Note0',
    title: 'Note',
    type: 'text',
    indexed: false,
    unique: false,
    choices: [],
  };
  expect(compareColumns(things, [...without, namesake])).toMatchObject([
    { is: 'missing', namesake: { name: 'Note0' } },
  ]);
});
