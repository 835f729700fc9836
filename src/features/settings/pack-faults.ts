import type { ListPart } from '../../themes/pack-edit.ts';
import type { ThemePack } from '../../themes/pack-schema.ts';
import { type PackFault, readPack } from '../../themes/read-pack.ts';

export type PackPart = 'facts' | 'prompts' | ListPart;

export const packPartNames: Readonly<Record<PackPart, string>> = {
  facts: 'About',
  prompts: 'Prompts',
  documents: 'Documents',
  kinds: 'Kinds of evidence',
  sources: 'Sources',
  timetable: 'Timetable',
  cohort: 'Cohort list',
};

/** What keeps a pack from being saved, in the words of its editor; `part` is the tab where it is put right. */
export type EditorFault = {
  readonly part: PackPart | undefined;
  /** In the pack: `['prompts', 2, 'text']`. */
  readonly path: readonly PropertyKey[];
  readonly sentence: string;
};

export function findEditorFaults(pack: ThemePack): readonly EditorFault[] {
  const reading = readPack(pack);
  if (reading.ok) return [];
  const all = reading.found.map((fault) => ({
    part: partOf(fault, pack),
    path: fault.path,
    sentence: toSentence(fault, pack),
  }));
  return all.filter((one, at) => all.findIndex(({ sentence }) => sentence === one.sentence) === at);
}

/** What is wrong with a field, to be said in its place. */
export function sayFault(faults: readonly EditorFault[], ...path: readonly PropertyKey[]) {
  const fault = faults.find((one) => path.every((step, at) => one.path[at] === step));
  return fault && { validationMessage: fault.sentence };
}

function partOf({ path: [name, at] }: PackFault, pack: ThemePack): PackPart {
  if (name === 'groups') return 'prompts';
  // The guidance is named where the pack is described.
  if (name === 'sources' && at === pack.guidance) return 'facts';
  return typeof name === 'string' && Object.hasOwn(packPartNames, name) ? (name as PackPart) : 'facts';
}

const NONE: Readonly<Record<string, string>> = {
  prompts: 'Add at least one prompt.',
  groups: 'Add at least one group.',
  inspectorates: 'Name at least one inspectorate.',
  partners: 'Choose at least one partner.',
  title: 'The pack has no title yet.',
  version: 'The pack has no version yet.',
  date: 'The pack has no date yet.',
};

function toSentence({ path, words, subject }: PackFault, pack: ThemePack): string {
  const value = valueAt(pack, path);
  const isNothing = value === '' || (Array.isArray(value) && value.length === 0);
  const whole = path.length === 1 ? NONE[String(path[0])] : undefined;
  if (isNothing && whole !== undefined) return whole;
  if (subject !== undefined) return `${subject} ${words}.`;
  const [whose, what] = namesOf(path, pack);
  if (isNothing) return `${whose} has no ${what} yet.`;
  const [, max] = /^must have at most (\d+) characters$/.exec(words) ?? [];
  const place =
    what === undefined
      ? whose
      : `The ${what} of ${whose.charAt(0).toLowerCase() === 't' ? `t${whose.slice(1)}` : whose}`;
  return max !== undefined && typeof value === 'string'
    ? `${place} has ${value.length} characters, and ${max} fit.`
    : `${place} ${words}.`;
}

const FACTS: Readonly<Record<string, string>> = {
  title: 'title',
  version: 'version',
  date: 'date',
  ageBand: 'age band',
};
const FIELDS: Readonly<Record<string, string>> = {
  name: 'name',
  title: 'title',
  kind: 'kind',
  group: 'group',
  url: 'address',
  id: 'id',
  note: 'note',
  who: '"who"',
  from: 'first day',
  to: 'last day',
};

/** Whose it is, and what of it: `DA-A2` and `text`. */
function namesOf([name, at, ...rest]: PackFault['path'], pack: ThemePack): readonly [string, string | undefined] {
  const field = FIELDS[String(rest[0])] ?? 'text';
  const number = typeof at === 'number' ? at + 1 : 0;
  switch (name) {
    case 'prompts':
      return [pack.prompts[number - 1]?.id ?? `Prompt ${number}`, rest[0] === 'sources' ? 'paragraph' : field];
    case 'groups':
      return [`Group ${pack.groups[number - 1]?.id ?? number}`, field];
    case 'documents':
      return [`Document ${number}`, field];
    case 'kinds':
      return [`Kind ${number}`, field];
    case 'sources':
      return [
        at === pack.guidance ? 'The guidance' : `The source ${String(at)}`,
        rest.length === 0 ? 'id' : rest[0] === 'url' ? 'address' : 'name',
      ];
    case 'timetable':
      return [`Step ${pack.timetable[number - 1]?.id ?? number}`, rest[0] === 'sources' ? 'paragraph' : field];
    case 'cohort':
      return [`Column ${pack.cohort[number - 1]?.id ?? number}`, field];
    case 'inspectorates':
      return [`Inspectorate ${number}`, undefined];
    case 'notVerified':
      return [`Line ${number} of what is not verified`, undefined];
    default:
      return at === undefined
        ? ['The pack', FACTS[String(name)] ?? String(name)]
        : [`${String(name)} ${number}`, undefined];
  }
}

function valueAt(pack: ThemePack, path: PackFault['path']): unknown {
  return path.reduce<unknown>((at, step) => (at === undefined ? undefined : Reflect.get(Object(at), step)), pack);
}
