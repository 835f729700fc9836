import { expect, it } from 'vitest';
import { assessments, evidence, prompts, workspaceLists } from '../../../src/workspace/schema/lists.ts';
import { toSheetColumns } from '../../../src/workspace/schema/spreadsheet.ts';

const columnOf = (list: Parameters<typeof toSheetColumns>[0], key: string) =>
  toSheetColumns(list).find((column) => column.key === key);

it('a sheet begins with the key of the row, which people leave alone', () => {
  for (const list of workspaceLists) {
    expect(toSheetColumns(list)[0]).toMatchObject({ key: 'uid', title: 'Key', isFixed: true });
    expect(toSheetColumns(list).map((column) => column.key)).toEqual(['uid', ...Object.keys(list.columns)]);
  }
});

it('a choice brings its choices, a long text wraps, and who and when is not for people to change', () => {
  expect(columnOf(assessments, 'verdict')).toEqual({
    key: 'verdict',
    title: 'Own verdict',
    kind: 'choice',
    width: 16,
    choices: ['red', 'amber', 'green', 'not-applicable'],
  });
  expect(columnOf(assessments, 'reason')).toEqual({
    key: 'reason',
    title: 'Reason',
    kind: 'text',
    width: 60,
    wraps: true,
  });
  expect(columnOf(assessments, 'ratedAt')).toMatchObject({ kind: 'moment', isFixed: true });
  expect(columnOf(evidence, 'title')).toMatchObject({ required: true, max: 255, width: 40 });
});

it('a person and a link are one column each', () => {
  expect(columnOf(evidence, 'owner')).toMatchObject({ title: 'Owner', kind: 'person' });
  expect(columnOf(prompts, 'source')).toMatchObject({ title: 'Source', kind: 'link' });
  expect(columnOf(evidence, 'dueOn')).toMatchObject({ kind: 'day' });
});

it('every column is wide enough for its title', () => {
  for (const list of workspaceLists) {
    for (const column of toSheetColumns(list)) expect(column.width).toBeGreaterThan(column.title.length);
  }
});
