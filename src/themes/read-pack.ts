import type * as z from 'zod/mini';
import { findLooseEnds } from './pack-references.ts';
import { packSchema, type ThemePack } from './pack-schema.ts';

/** One thing that is wrong, and where: `['prompts', 2, 'text']`. */
export type PackFault = {
  readonly path: readonly PropertyKey[];
  /** Without the place, `must not be empty`. */
  readonly words: string;
  /** What does not fit together with the rest, by its name: `Prompt FD-A3`. */
  readonly subject?: string;
};

export type PackReading =
  | { readonly ok: true; readonly pack: ThemePack }
  /** What is wrong and where, each in a sentence; and the same for whoever knows the places by other names. */
  | { readonly ok: false; readonly faults: readonly string[]; readonly found: readonly PackFault[] };

/** Checks that a value is a theme pack, down to the references between its parts. */
export function readPack(value: unknown): PackReading {
  const shape = packSchema.safeParse(value);
  const ends = findLooseEnds(value);
  if (shape.success && ends.length === 0) return { ok: true, pack: shape.data };
  // A group that is not there is said to be that, not to be too long for one.
  const isSaid = (path: readonly PropertyKey[]) => ends.some((end) => end.path.join() === path.map(String).join());
  const issues = (shape.error?.issues ?? [])
    .filter((issue) => !isSaid(issue.path))
    .map((issue) => ({ path: issue.path, words: describe(issue, value) }));
  return {
    ok: false,
    faults: [
      ...issues.map((fault) => `${describePlace(fault.path, value)}: ${fault.words}.`),
      ...ends.map((end) => `${end.subject} ${end.words}.`),
    ],
    found: [...issues, ...ends],
  };
}

function describe(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'unrecognized_keys') return `${issue.keys.join(', ')} is not a part of a pack`;
  if (issue.code === 'invalid_key') return 'must be letters, digits, dots and hyphens';
  const isTyped = issue.code === 'invalid_value' || issue.code === 'invalid_type';
  if (isTyped && valueAt(issue.path, value) === undefined) return 'is missing';
  if (issue.code === 'invalid_value') {
    return `must be ${issue.values.length > 1 ? 'one of: ' : ''}${issue.values.join(', ')}`;
  }
  if (issue.code === 'invalid_type') return `must be ${nameOf(issue.expected)}`;
  return issue.message;
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
