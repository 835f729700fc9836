import type { NamedPartner } from '../../domain/partners.ts';
import { freeId, type ListPart, type PackItem } from '../../themes/pack-edit.ts';
import type { PackPrompt, PackStep, ThemePack, Trust } from '../../themes/pack-schema.ts';

type Choice = { readonly value: string; readonly words: string };

/** One field of a thing in a pack, as its form shows it. */
export type ItemField = { readonly field: string; readonly label: string; readonly hint?: string } & (
  | { readonly kind: 'line' | 'lines'; readonly max: number; readonly optional?: true }
  /** What others name it by: never empty, and never like one of `taken`. */
  | {
      readonly kind: 'key';
      readonly max: number;
      readonly taken: ReadonlySet<string>;
      /** Of what it is the key. */
      readonly of: 'groups' | 'prompts' | ListPart;
    }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly none?: string }
  | { readonly kind: 'whole'; readonly optional?: true }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'sources'; readonly choices: readonly Choice[] }
);

/** A list of alike things in a pack: what it is called, what a line of it says, and the fields of its form. */
export type ItemList = {
  readonly add: string;
  readonly hint?: string;
  readonly nameOf: (item: PackItem) => string;
  readonly aboutOf: (item: PackItem) => string;
  readonly fields: (item: PackItem) => readonly ItemField[];
  readonly toNew: () => PackItem;
  readonly mayRemove?: (item: PackItem) => boolean;
  /** Their order says nothing. */
  readonly isUnordered?: true;
};

export const ANCHORS: Readonly<Record<PackStep['anchor'], string>> = {
  notified: 'the call',
  'fieldwork-start': 'the first day on site',
  'fieldwork-end': 'the last day on site',
  'report-received': 'the report',
};

const NEEDS = { required: 'Asked for', optional: 'May be left empty', off: 'Not asked for' } as const;

/** How sure we are, as a person chooses it; a pack may hold other combinations, which then stay. */
const TRUSTS: readonly { readonly trust: readonly Trust[]; readonly words: string }[] = [
  { trust: ['verified'], words: 'Verified: the named source raises it' },
  { trust: ['verified', 'derived'], words: 'The source raises it, the detail is ours' },
  { trust: ['derived'], words: 'Our suggestion, from findings and practice' },
  { trust: ['derived', 'remembered'], words: 'Our suggestion, not verified' },
  { trust: ['computed'], words: 'Worked out from dated inspections or statute' },
  { trust: ['remembered'], words: 'Not verified: check against current guidance' },
];

function trustField(item: PackItem): ItemField {
  const trust = toTrustValue(item.trust);
  const known = TRUSTS.map((one) => ({ value: one.trust.join(' '), words: one.words }));
  const other = known.some(({ value }) => value === trust)
    ? []
    : [{ value: trust, words: trust.replaceAll(' ', ', ') }];
  return { kind: 'choice', field: 'trust', label: 'How sure we are', choices: [...other, ...known] };
}

export function toTrustValue(trust: unknown): string {
  return (trust as readonly string[]).join(' ');
}

function sourcesField(pack: ThemePack): ItemField {
  const choices = Object.entries(pack.sources).map(([value, { title }]) => ({ value, words: title || value }));
  return { kind: 'sources', field: 'sources', label: 'Sources', choices };
}

/** An id that was `used` stays: answers stand under it. */
export function toPromptFields(prompt: PackPrompt, pack: ThemePack, used: ReadonlySet<string>): readonly ItemField[] {
  const taken = new Set([...used, ...pack.prompts.flatMap(({ id }) => (id === prompt.id ? [] : id))]);
  return [
    { kind: 'lines', field: 'text', label: 'Prompt', max: 255 },
    {
      kind: 'choice',
      field: 'group',
      label: 'Group',
      choices: pack.groups.map(({ id, name }) => ({ value: id, words: name })),
    },
    trustField(prompt),
    sourcesField(pack),
    { kind: 'line', field: 'note', label: 'Note', max: 120, optional: true },
    ...(used.has(prompt.id) ? [] : [{ kind: 'key', of: 'prompts', field: 'id', label: 'Id', max: 30, taken } as const]),
  ];
}

/** The parts of a pack that are lists, and how each is edited. */
export function toItemList(part: ListPart, pack: ThemePack, partners: readonly NamedPartner[]): ItemList {
  const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  const taken = (ids: readonly string[], own: unknown) => new Set(ids.filter((id) => id !== own));
  const optional = true;
  switch (part) {
    case 'documents':
      return {
        add: 'Add a document',
        hint: 'What partners have usually been asked for. Each that is not in the register can be made a gap there.',
        nameOf: (item) => textOf(item.title),
        aboutOf: ({ partner, kind }) => {
          const whose = partners.find(({ uid }) => uid === partner)?.title ?? textOf(partner);
          return `${whose || 'The partnership'}, ${textOf(kind) || 'no kind'}`;
        },
        fields: (item) => [
          { kind: 'line', field: 'title', label: 'Document', max: 255 },
          {
            kind: 'choice',
            field: 'partner',
            label: 'Asked of',
            none: 'The partnership',
            choices: partners.map(({ uid, title }) => ({ value: uid, words: title })),
          },
          {
            kind: 'choice',
            field: 'kind',
            label: 'Kind',
            none: 'No kind',
            choices: pack.kinds.map(({ name }) => ({ value: name, words: name })),
          },
          trustField(item),
        ],
        toNew: () => ({ title: '', trust: ['derived'] }),
      };
    case 'kinds':
      return {
        add: 'Add a kind',
        hint: 'They are offered in this order.',
        nameOf: (item) => textOf(item.name),
        aboutOf: (item) => (item.untilReview === true ? 'Holds until its review' : 'Ages with the period it covers'),
        fields: (item) => [
          {
            kind: 'key',
            of: part,
            field: 'name',
            label: 'Kind',
            max: 120,
            taken: taken(
              pack.kinds.map((kind) => kind.name),
              item.name,
            ),
          },
          { kind: 'yes-no', field: 'untilReview', label: 'Holds until its review' },
          trustField(item),
        ],
        toNew: () => ({ name: '', untilReview: false, trust: ['derived'] }),
      };
    case 'sources':
      return {
        add: 'Add a source',
        hint: 'Prompts and steps of the timetable name them as their basis.',
        nameOf: (item) => textOf(item.title) || textOf(item.id),
        aboutOf: ({ id, url }) =>
          [id, id === pack.guidance ? 'the guidance' : [], textOf(url) || 'not on the web'].flat().join(', '),
        fields: (item) => [
          { kind: 'line', field: 'title', label: 'Title', max: 60 },
          { kind: 'line', field: 'url', label: 'Address', max: 255, optional, hint: 'Begins with https://' },
          {
            kind: 'key',
            of: part,
            field: 'id',
            label: 'Id',
            max: 40,
            taken: taken(Object.keys(pack.sources), item.id),
          },
        ],
        toNew: () => ({
          id: freeId(
            Object.keys(pack.sources).map((id) => ({ id })),
            'S',
          ),
          title: '',
        }),
        mayRemove: (item) => item.id !== pack.guidance,
        isUnordered: true,
      };
    case 'timetable':
      return {
        add: 'Add a step',
        hint: 'A template. Days are working days; the day itself is 0.',
        nameOf: (item) => textOf(item.text),
        aboutOf: ({ id, anchor, from, to, who }) => {
          const days =
            to === undefined || to === from ? `day ${textOf(from)}` : `days ${textOf(from)} to ${textOf(to)}`;
          return [textOf(id), `${days} after ${ANCHORS[anchor as PackStep['anchor']]}`, textOf(who) || []]
            .flat()
            .join(', ');
        },
        fields: (item) => [
          { kind: 'lines', field: 'text', label: 'Step', max: 255 },
          { kind: 'line', field: 'who', label: 'Who', max: 120 },
          {
            kind: 'choice',
            field: 'anchor',
            label: 'Counted from',
            choices: Object.entries(ANCHORS).map(([value, words]) => ({ value, words })),
          },
          { kind: 'whole', field: 'from', label: 'First day' },
          { kind: 'whole', field: 'to', label: 'Last day', optional, hint: 'Empty: one day' },
          trustField(item),
          sourcesField(pack),
          {
            kind: 'key',
            of: part,
            field: 'id',
            label: 'Id',
            max: 40,
            taken: taken(
              pack.timetable.map((one) => one.id),
              item.id,
            ),
          },
        ],
        toNew: () => ({
          id: freeId(pack.timetable, 'T'),
          anchor: 'notified',
          from: 0,
          text: '',
          who: '',
          trust: ['derived'],
        }),
      };
    case 'cohort':
      return {
        add: 'Add a column',
        hint: "The columns of the list of the theme's children, in this order.",
        nameOf: (item) => textOf(item.title),
        aboutOf: ({ id, need }) => `${textOf(id)}, ${NEEDS[need as keyof typeof NEEDS].toLowerCase()}`,
        fields: (item) => [
          { kind: 'line', field: 'title', label: 'Column', max: 120 },
          {
            kind: 'choice',
            field: 'need',
            label: 'Needed',
            choices: Object.entries(NEEDS).map(([value, words]) => ({ value, words })),
          },
          trustField(item),
          {
            kind: 'key',
            of: part,
            field: 'id',
            label: 'Id',
            max: 40,
            taken: taken(
              pack.cohort.map((one) => one.id),
              item.id,
            ),
          },
        ],
        toNew: () => ({ id: freeId(pack.cohort, 'column-'), title: '', need: 'optional', trust: ['derived'] }),
      };
  }
}
