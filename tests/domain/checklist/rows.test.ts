import { expect, it } from 'vitest';
import { noFilter } from '../../../src/domain/checklist/filter.ts';
import { BROUGHT, RATED } from '../../../src/domain/checklist/roll-up.ts';
import { rowsFilter } from '../../../src/domain/checklist/rows.ts';
import { verdicts } from '../../../src/domain/checklist/verdict.ts';

it('a number is opened by its verdict, its progress or its mark, for one partner or for all', () => {
  expect(rowsFilter({ list: 'red' })).toEqual({ ...noFilter, verdicts: ['red'] });
  expect(rowsFilter({ list: 'agreed', partner: 'icb' })).toEqual({
    ...noFilter,
    progress: ['agreed'],
    partners: ['icb'],
  });
  expect(rowsFilter({ list: 'no-action' })).toEqual({ ...noFilter, marks: ['no-action'] });
});

it('what is rated has any verdict; what of it was brought forward waits to be confirmed as well', () => {
  expect(rowsFilter({ list: RATED })).toEqual({ ...noFilter, verdicts });
  expect(rowsFilter({ list: BROUGHT })).toEqual({ ...noFilter, verdicts, marks: ['to-confirm'] });
});

it('a list that nobody knows leaves nothing out', () => {
  expect(rowsFilter({ list: 'purple' })).toEqual(noFilter);
});
