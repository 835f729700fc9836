import { expect, it } from 'vitest';
import { findEditorFaults, sayFault } from '../../../src/features/settings/pack-faults.ts';
import { sayLimit } from '../../../src/features/settings/pack-limit.ts';
import { toEmptyPack } from '../../../src/themes/pack-edit.ts';
import type { ThemePack } from '../../../src/themes/pack-schema.ts';
import { loadPack } from '../../../src/themes/packs.ts';
import { buildPack } from '../../themes/build-pack.ts';

const prompt = { id: 'S-A1', group: 'A', text: 'One thing', trust: ['derived' as const] };

it('says of a pack that is still empty what is to be filled in, and on which tab', async () => {
  const empty = toEmptyPack(await loadPack('front-door'), { version: '1', date: '2026-11-30' });
  expect(findEditorFaults(empty)).toEqual([
    { part: 'facts', path: ['title'], sentence: 'The pack has no title yet.' },
    { part: 'facts', path: ['sources', 'G', 'title'], sentence: 'The guidance has no name yet.' },
    { part: 'prompts', path: ['prompts'], sentence: 'Add at least one prompt.' },
  ]);
});

const step = { id: 'T1', anchor: 'notified' as const, from: 1, text: 'One', who: 'All', trust: ['derived' as const] };
const long = 'x'.repeat(300);
const cases: readonly (readonly [string, Partial<ThemePack>, string])[] = [
  ['a prompt without text', { prompts: [{ ...prompt, text: '' }] }, 'S-A1 has no text yet.'],
  [
    'a prompt that is too long',
    { prompts: [{ ...prompt, text: long }] },
    'The text of S-A1 has 300 characters, and 255 fit.',
  ],
  [
    'a paragraph with a semicolon',
    { prompts: [{ ...prompt, sources: [{ id: 'G', paragraph: '1; 2' }] }] },
    'The paragraph of S-A1 must not hold a semicolon.',
  ],
  ['a group without a name', { groups: [{ id: 'A', name: '' }] }, 'Group A has no name yet.'],
  ['no inspectorate', { inspectorates: [] }, 'Name at least one inspectorate.'],
  ['no partner', { partners: [] }, 'Choose at least one partner.'],
  ['no date', { date: '' }, 'The pack has no date yet.'],
  ['a title that is too long', { title: long }, 'The title of the pack has 300 characters, and 80 fit.'],
  [
    'an address that is none',
    { sources: { G: { title: 'Guidance', url: 'gov.uk' } } },
    'The address of the guidance must be an https address.',
  ],
  ['a document without a title', { documents: [{ title: '', trust: ['derived'] }] }, 'Document 1 has no title yet.'],
  [
    'two kinds of one name',
    { kinds: ['Policy', 'Policy'].map((name) => ({ name, untilReview: true, trust: ['derived' as const] })) },
    'Kind Policy is there twice.',
  ],
  [
    'an id of a source that is none',
    { sources: { G: { title: 'Guidance' }, 'a b': { title: 'B' } } },
    'The id of the source a b must be letters, digits, dots and hyphens.',
  ],
  ['a step that is not filled in', { timetable: [{ ...step, who: '' }] }, 'Step T1 has no "who" yet.'],
  [
    'a day that is no number',
    { timetable: [{ ...step, from: 'ten' as never }] },
    'The first day of Step T1 must be a number.',
  ],
  ['a step that ends too early', { timetable: [{ ...step, to: 0 }] }, 'Timetable step T1 ends before it begins.'],
  [
    'a column without a title',
    { cohort: [{ id: 'age', title: '', need: 'required', trust: ['derived'] }] },
    'Column age has no title yet.',
  ],
  ['a long line', { notVerified: [long] }, 'Line 1 of what is not verified has 300 characters, and 255 fit.'],
];

it.each(cases)('says of %s what is wrong', (_, change, sentence) => {
  expect(findEditorFaults(buildPack(change)).map((fault) => fault.sentence)).toEqual([sentence]);
});

it('says on which tab and at which field each thing is put right', () => {
  const pack = buildPack({ timetable: [{ ...step, who: '' }], sources: { G: { title: 'G' }, H: { title: '' } } });
  const faults = findEditorFaults(pack);
  expect(faults.map(({ part, path }) => [part, ...path])).toEqual([
    ['sources', 'sources', 'H', 'title'],
    ['timetable', 'timetable', 0, 'who'],
  ]);
  expect(sayFault(faults, 'timetable', 0, 'who')).toEqual({ validationMessage: 'Step T1 has no "who" yet.' });
  expect(sayFault(faults, 'timetable', 0, 'text')).toBeUndefined();
});

it('finds nothing in a pack that is whole', () => {
  expect(findEditorFaults(buildPack())).toEqual([]);
});

it('counts where little is left, and says what does not fit', () => {
  expect(sayLimit('abc', 10)).toEqual({});
  expect(sayLimit('abc', 10, 'One line')).toEqual({ hint: 'One line' });
  expect(sayLimit('abcdefgh', 10, 'One line')).toEqual({ hint: 'One line. 8 of 10 characters' });
  expect(sayLimit('abcdefghijkl', 10)).toEqual({
    hint: '12 of 10 characters',
    validationMessage: 'Too long: at most 10 characters fit.',
  });
});
