import { describe, expect, it } from 'vitest';
import { getColumns, type ListColumn, saveColumn, saveListDescription } from '../../src/graph/lists.ts';
import { json, openAnswering } from './answering.ts';

const at = { site: 'host,1,2', list: 'l' };
const base = 'http://localhost:5302/v1.0/sites/host%2C1%2C2/lists/l';

describe('the columns of a list', () => {
  it('come with their types, hidden ones too, which are asked for by name', async () => {
    const { graph, seen } = openAnswering(() =>
      json({
        value: [
          { id: '1', name: 'Uid', hidden: true, indexed: true, enforceUniqueValues: true, text: {} },
          { id: '2', name: 'Reason', displayName: 'Why', text: { allowMultipleLines: true } },
          { id: '3', name: 'State', choice: { choices: ['a', 'b'], displayAs: 'radioButtons' } },
          { id: '4', name: 'Kinds', choice: { choices: ['a'], displayAs: 'checkBoxes' } },
          { id: '5', name: 'DueOn', dateTime: { format: 'dateOnly' } },
          { id: '6', name: 'SeenAt', dateTime: { format: 'dateTime' } },
          { id: '7', name: 'Size', number: {}, text: null },
          { id: '8', name: 'IsPolicy', boolean: {} },
          { id: '9', name: 'Editor', personOrGroup: {} },
        ],
      }),
    );
    const columns = await getColumns(graph, at);
    expect(columns.map((column) => `${column.name} ${column.type}`)).toEqual([
      'Uid text',
      'Reason long-text',
      'State choice',
      'Kinds choices',
      'DueOn day',
      'SeenAt instant',
      'Size number',
      'IsPolicy boolean',
      'Editor other',
    ]);
    expect(columns[0]).toEqual({
      id: '1',
      name: 'Uid',
      title: 'Uid',
      type: 'text',
      indexed: true,
      unique: true,
      choices: [],
    });
    expect(columns[1]?.title).toBe('Why');
    expect(columns[2]?.choices).toEqual(['a', 'b']);
    expect(seen[0]?.url).toContain('hidden');
  });

  it('are changed by what changes alone', async () => {
    const column: ListColumn = {
      id: 'c 1',
      name: 'State',
      title: 'State',
      type: 'choice',
      indexed: false,
      unique: false,
      choices: ['a'],
    };
    const { graph, seen } = openAnswering(() => json({}));
    await saveColumn(graph, at, column, { indexed: true });
    await saveColumn(graph, at, column, { unique: true });
    await saveColumn(graph, at, { ...column, type: 'choices' }, { choices: ['a', 'b'] });
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual(Array(3).fill(`PATCH ${base}/columns/c%201`));
    expect(seen.map(({ body }) => JSON.parse(body))).toEqual([
      { indexed: true },
      { indexed: true, enforceUniqueValues: true },
      { choice: { allowTextEntry: false, choices: ['a', 'b'], displayAs: 'checkBoxes' } },
    ]);
  });
});

it('a list says anew what it is', async () => {
  const { graph, seen } = openAnswering(() => json({ id: 'l' }));
  await saveListDescription(graph, at, 'JTAI Ready');
  expect(seen[0]).toMatchObject({ method: 'PATCH', url: base, body: '{"description":"JTAI Ready"}' });
});
