import type * as z from 'zod/mini';
import { type PackPrompt, packSchema, type ThemePack } from './pack-schema.ts';

export type PackReading =
  | { readonly ok: true; readonly pack: ThemePack }
  /** What is wrong and where, each in a sentence. */
  | { readonly ok: false; readonly faults: readonly string[] };

/** Checks that a value is a theme pack, down to the references between its parts. */
export function readPack(value: unknown): PackReading {
  const shape = packSchema.safeParse(value);
  if (!shape.success) return { ok: false, faults: shape.error.issues.map((issue) => describe(issue, value)) };
  const pack = shape.data;
  const faults = [...repeated(pack), ...unknownReferences(pack)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, pack };
}

function repeated(pack: ThemePack): string[] {
  const twice = (kind: string, ids: readonly string[]) =>
    [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => `${kind} ${id} is there twice.`);
  return [
    ...twice(
      'Prompt',
      pack.prompts.map((prompt) => prompt.id),
    ),
    ...twice(
      'Group',
      pack.groups.map((group) => group.id),
    ),
    ...twice(
      'Kind',
      pack.kinds.map((kind) => kind.name),
    ),
    ...twice(
      'Timetable step',
      pack.timetable.map((step) => step.id),
    ),
    ...twice(
      'Cohort column',
      pack.cohort.map((column) => column.id),
    ),
  ];
}

function unknownReferences(pack: ThemePack): string[] {
  const groups = new Set(pack.groups.map((group) => group.id));
  const kinds = new Set(pack.kinds.map((kind) => kind.name));
  const hasSource = (id: string) => Object.hasOwn(pack.sources, id);
  const unknownSources = (what: string, named: PackPrompt['sources']) =>
    (named ?? [])
      .filter(({ id }) => !hasSource(id))
      .map(({ id }) => `${what} names the source ${id}, which is not in the list.`);
  return [
    ...(hasSource(pack.guidance) ? [] : [`The guidance is the source ${pack.guidance}, which is not in the list.`]),
    ...pack.prompts.flatMap((prompt) => [
      ...(groups.has(prompt.group) ? [] : [`Prompt ${prompt.id} is in the group ${prompt.group}, which is not there.`]),
      ...unknownSources(`Prompt ${prompt.id}`, prompt.sources),
    ]),
    ...pack.documents.flatMap(({ title, kind }) =>
      kind === undefined || kinds.has(kind) ? [] : [`Document ${title} is of the kind ${kind}, which is not there.`],
    ),
    ...pack.timetable.flatMap((step) => [
      ...(step.to !== undefined && step.to < step.from ? [`Timetable step ${step.id} ends before it begins.`] : []),
      ...unknownSources(`Timetable step ${step.id}`, step.sources),
    ]),
  ];
}

function describe(issue: z.core.$ZodIssue, value: unknown): string {
  const place = describePlace(issue.path, value);
  if (issue.code === 'unrecognized_keys') return `${place}: ${issue.keys.join(', ')} is not a part of a pack.`;
  if (issue.code === 'invalid_value') return `${place}: must be ${issue.values.join(', ')}.`;
  if (issue.code === 'invalid_type') {
    return `${place}: ${valueAt(issue.path, value) === undefined ? 'is missing' : `must be ${nameOf(issue.expected)}`}.`;
  }
  return `${place}: ${issue.message}.`;
}

/** `Prompt 3 (FD-A3), text`: by number for who reads the file, by id for who knows the pack. */
function describePlace(path: readonly PropertyKey[], value: unknown): string {
  const [part, index, ...rest] = path;
  if (part === undefined) return 'The pack';
  if (typeof index !== 'number') return path.map(String).join(', ');
  const id = valueAt([part, index, 'id'], value);
  const item = `${singular(String(part))} ${index + 1}${typeof id === 'string' ? ` (${id})` : ''}`;
  return [item, ...rest.map((step) => (typeof step === 'number' ? String(step + 1) : String(step)))].join(', ');
}

function singular(part: string): string {
  return `${part.charAt(0).toUpperCase()}${part.slice(1).replace(/s$/, '')}`;
}

function valueAt(path: readonly PropertyKey[], value: unknown): unknown {
  return path.reduce<unknown>(
    (at, step) => (at === null || at === undefined ? undefined : Reflect.get(Object(at), step)),
    value,
  );
}

function nameOf(type: string): string {
  return (
    {
      string: 'text',
      number: 'a number',
      int: 'a whole number',
      boolean: 'true or false',
      array: 'a list',
      object: 'a group of values',
    }[type] ?? type
  );
}
