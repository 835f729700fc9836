import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { toItemList, toPromptFields } from '../../../src/features/settings/pack-fields.ts';
import { itemsOf, type ListPart } from '../../../src/themes/pack-edit.ts';
import { readPack } from '../../../src/themes/read-pack.ts';
import { buildPack } from '../../themes/build-pack.ts';

type Shape = { readonly properties: Readonly<Record<string, unknown>>; readonly required: readonly string[] };
type Part = { readonly items: Shape; readonly additionalProperties: Shape };

const published = JSON.parse(readFileSync('src/themes/pack.schema.json', 'utf8')) as {
  readonly properties: Readonly<Record<string, Part>>;
};
const pack = buildPack({ documents: [{ title: 'Letter', trust: ['derived'] }] });
const LISTS = ['documents', 'kinds', 'sources', 'timetable', 'cohort'] as const satisfies readonly ListPart[];

it.each(LISTS)('offers every field that the published schema has in %s', (part) => {
  const shape =
    part === 'sources' ? published.properties[part]?.additionalProperties : published.properties[part]?.items;
  const [first = {}] = itemsOf(pack, part);
  const fields = toItemList(part, pack, []).fields(first);
  const own = part === 'sources' ? ['id'] : [];
  expect(fields.map(({ field }) => field).toSorted()).toEqual(
    [...Object.keys(shape?.properties ?? {}), ...own].toSorted(),
  );
  const optional = fields.flatMap((field) =>
    ('optional' in field && field.optional) || ('none' in field && field.none) || field.kind === 'sources'
      ? field.field
      : [],
  );
  expect([...(shape?.required ?? []), ...own, ...optional].toSorted()).toEqual(
    fields.map(({ field }) => field).toSorted(),
  );
});

it('offers every field of a prompt, and its id only while nobody has used it', () => {
  const [prompt] = pack.prompts;
  if (!prompt) throw new RangeError('No prompt');
  const fields = (used: readonly string[]) => toPromptFields(prompt, pack, new Set(used)).map(({ field }) => field);
  expect(fields([]).toSorted()).toEqual(Object.keys(published.properties.prompts?.items.properties ?? {}).toSorted());
  expect(fields([prompt.id])).not.toContain('id');
});

it.each(LISTS)('adds to %s something that only has to be filled in', (part) => {
  const list = toItemList(part, pack, []);
  const filled = Object.fromEntries(
    Object.entries(list.toNew()).map(([field, value]) => [field, value === '' ? 'Filled' : value]),
  );
  const value = part === 'sources' ? { ...pack.sources, [String(filled.id)]: { title: filled.title } } : [filled];
  expect(readPack({ ...pack, [part]: value }).ok).toBe(true);
});
