import { expect, it } from 'vitest';
import { findEditorFaults } from '../../../src/features/settings/pack-faults.ts';
import { sayLimit } from '../../../src/features/settings/pack-limit.ts';
import { toEmptyPack } from '../../../src/themes/pack-edit.ts';
import type { ThemePack } from '../../../src/themes/pack-schema.ts';
import { loadPack } from '../../../src/themes/packs.ts';
import { buildPack } from '../../themes/build-pack.ts';

const prompt = { id: 'S-A1', group: 'A', text: 'One thing', trust: ['derived' as const] };

it('says of a pack that is still empty what is to be filled in, and on which tab', async () => {
  const empty = toEmptyPack(await loadPack('front-door'), { version: '1', date: '2026-11-30' });
  expect(findEditorFaults(empty)).toEqual([
    { part: 'facts', sentence: 'The pack has no title yet.' },
    { part: 'facts', sentence: 'The guidance has no name yet.' },
    { part: 'prompts', sentence: 'Add at least one prompt.' },
  ]);
});

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
  ['a long line', { notVerified: [long] }, 'Line 1 of what is not verified has 300 characters, and 255 fit.'],
];

it.each(cases)('says of %s what is wrong', (_, change, sentence) => {
  expect(findEditorFaults(buildPack(change)).map((fault) => fault.sentence)).toEqual([sentence]);
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
