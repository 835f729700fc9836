import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { toPackJsonSchema } from '../../src/themes/pack-json-schema.ts';
import { readPack } from '../../src/themes/read-pack.ts';

const folder = new URL('../../src/themes/', import.meta.url);
const open = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const published = open('pack.schema.json');
const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'pack.schema.json');
const validate = new Ajv2020({ strict: false }).compile(published);

describe('the published schema of a pack', () => {
  it('is the one that packs are checked by', () => {
    // To publish a changed one: write what `toPackJsonSchema` gives into `pack.schema.json`.
    expect(published).toEqual(JSON.parse(JSON.stringify(toPackJsonSchema())));
  });

  it.each(files)('takes %s', (name) => {
    expect(validate(open(name)), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    ['a part that is missing', { kinds: undefined }],
    ['a part too many', { extra: 1 }],
    ['a text of two lines', { title: 'Two\nlines' }],
    ['another label', { label: 'criteria' }],
    ['an address that is not safe', { sources: { G: { title: 'x', url: 'http://x' } } }],
    ['a prompt without trust', { prompts: [{ id: 'A', group: 'A', text: 'x', trust: [] }] }],
    [
      'half a working day',
      { timetable: [{ id: 'T', anchor: 'notified', from: 0.5, text: 'x', who: 'x', trust: ['derived'] }] },
    ],
  ])('turns down %s, as the product does', (_, change) => {
    const pack = JSON.parse(JSON.stringify({ ...open('front-door.json'), ...change }));
    expect(validate(pack)).toBe(false);
    expect(readPack(pack).ok).toBe(false);
  });
});
