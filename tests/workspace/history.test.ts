import { describe, expect, it } from 'vitest';
import type { ItemVersion } from '../../src/graph/items.ts';
import { getRowHistory, sayValue, toHistory } from '../../src/workspace/history.ts';
import { defineList, type RowOf } from '../../src/workspace/schema/define-list.ts';
import { assessments, evidence } from '../../src/workspace/schema/lists.ts';
import { openAtWork } from './support/northbridge-at-work.ts';
import { rowOf } from './support/rows.ts';

const KEY = 'front-door-2026.FD-A1.police';

describe('the history of an answer', () => {
  it('says who changed what from what to what and when, newest first, readable by everyone who may read the row', async () => {
    const atWork = await openAtWork();
    const info = await atWork.setUp();
    const dorian = await atWork.sit('Dorian', info);
    const wanted = { uid: KEY, title: 'FD-A1, Police', prompt: 'front-door-2026.FD-A1', partner: 'police' };
    await dorian.create(assessments, { ...wanted, verdict: 'amber', reason: 'Night contacts wait.' });
    await atWork.network.wait(60_000);
    const bea = await atWork.sit('Bea', info);
    await bea.save(assessments, KEY, { verdict: 'red', impact: 'Children wait.' }, rowOf(bea, assessments, KEY));
    const seen = rowOf(bea, assessments, KEY);
    await bea.save(assessments, KEY, { reason: null, ratedAt: '2026-11-23T09:05:00Z' }, seen);

    const kit = await atWork.sit('Kit', info);
    const { entries, isWhole } = await getRowHistory(kit.graph, info, assessments, rowOf(kit, assessments, KEY));
    expect(isWhole).toBe(true);
    expect(entries.map(({ by, at, isFirst }) => [by, at, isFirst])).toEqual([
      ['Bea Thistledown', '2026-11-23T09:01:00Z', false],
      ['Bea Thistledown', '2026-11-23T09:01:00Z', false],
      ['Dorian Hexwell', '2026-11-23T09:00:00Z', true],
    ]);
    expect(entries[0]?.changes).toEqual([
      { column: 'reason', title: 'Reason', from: 'Night contacts wait.', to: undefined },
    ]);
    expect(entries[1]?.changes).toEqual([
      { column: 'verdict', title: 'Own verdict', from: 'amber', to: 'red' },
      { column: 'impact', title: 'Impact on children', from: undefined, to: 'Children wait.' },
    ]);
    expect(entries[2]?.changes.map(({ column, to }) => [column, to])).toEqual([
      ['title', 'FD-A1, Police'],
      ['prompt', 'front-door-2026.FD-A1'],
      ['partner', 'police'],
      ['verdict', 'amber'],
      ['reason', 'Night contacts wait.'],
    ]);
  });

  it('of a row that has not arrived is empty, and asks nothing', async () => {
    const atWork = await openAtWork();
    const info = await atWork.setUp();
    atWork.sent.length = 0;
    const row = { uid: KEY, held: { item: '', edits: [] } } as unknown as RowOf<typeof assessments>;
    expect(await getRowHistory(atWork.graphOf('Bea'), info, assessments, row)).toEqual({ entries: [], isWhole: true });
    expect(atWork.sent).toEqual([]);
  });
});

function version(id: string, fields: ItemVersion['fields']): ItemVersion {
  return { id, at: `2026-11-2${id.slice(0, 1)}T09:00:00Z`, by: 'Bea Thistledown', fields };
}

describe('versions', () => {
  it('that changed nothing people see are left out', () => {
    const { entries } = toHistory(evidence, [
      version('3.0', { Title: 'Policy', Edits: 'b', Uid: 'e' }),
      version('2.0', { Title: 'Policy', Edits: 'a', Uid: 'e' }),
      version('1.0', { Title: 'Draft', Uid: 'e' }),
    ]);
    expect(entries.map((entry) => entry.id)).toEqual(['2.0', '1.0']);
  });

  it('of which SharePoint has given up the oldest do not make the oldest left look like the first', () => {
    const history = toHistory(evidence, [version('8.0', { Title: 'B' }), version('7.0', { Title: 'A' })]);
    expect(history.isWhole).toBe(false);
    expect(history.entries.map((entry) => entry.id)).toEqual(['8.0']);
    expect(history.entries[0]?.changes).toMatchObject([{ column: 'title', from: 'A', to: 'B' }]);
  });
});

it('values are said in words', () => {
  const { columns } = defineList({
    name: 'things',
    title: 'JTAI Things',
    version: 1,
    columns: {
      title: { kind: 'text', title: 'Thing', required: true },
      kinds: { kind: 'choices', title: 'Kinds', choices: ['a', 'b'] },
      size: { kind: 'number', title: 'Size' },
      isPolicy: { kind: 'boolean', title: 'Policy' },
      dueOn: { kind: 'day', title: 'Due' },
      seenAt: { kind: 'instant', title: 'Seen' },
      owner: { kind: 'person', title: 'Owner' },
      source: { kind: 'link', title: 'Source' },
    },
  });
  expect(sayValue(columns.title, undefined)).toBe('');
  expect(sayValue(columns.title, 'Plain')).toBe('Plain');
  expect(sayValue(columns.kinds, ['a', 'b'])).toBe('a, b');
  expect(sayValue(columns.size, 12_000)).toBe('12,000');
  expect(sayValue(columns.isPolicy, false)).toBe('No');
  expect(sayValue(columns.dueOn, '2026-11-30')).toBe('Mon 30 Nov 2026');
  expect(sayValue(columns.seenAt, '2026-11-30T09:20:00Z')).toBe('Mon 30 Nov 2026, 9.20 am');
  expect(sayValue(columns.owner, { id: 'p1', name: 'Bea Thistledown' })).toBe('Bea Thistledown');
  expect(sayValue(columns.source, { url: 'https://a.example', text: '' })).toBe('https://a.example');
});
