/** Something in a pack that points to what is not there, or that is there twice. */
export type LooseEnd = {
  readonly path: readonly PropertyKey[];
  /** `Prompt FD-A3`. */
  readonly subject: string;
  /** `is in the group Z, which is not there`. */
  readonly words: string;
};

type Item = { readonly [field: string]: unknown };

/** Parts of a pack whose members are known by one of their fields. */
const KEYED = [
  ['Prompt', 'prompts', 'id'],
  ['Group', 'groups', 'id'],
  ['Kind', 'kinds', 'name'],
  ['Timetable step', 'timetable', 'id'],
  ['Cohort column', 'cohort', 'id'],
] as const;

/**
 * Looks in whatever is there, also in a value that is no whole pack yet, so that all that is wrong can be said at once.
 * Nothing is said of references to a part that cannot be read itself.
 */
export function findLooseEnds(value: unknown): readonly LooseEnd[] {
  const pack = isItem(value) ? value : {};
  return [...KEYED.flatMap(([what, part, column]) => findTwice(what, part, column, pack)), ...findUnknown(pack)];
}

function findTwice(what: string, part: string, column: string, pack: Item): readonly LooseEnd[] {
  const ids = itemsOf(pack, part).map((item) => item[column]);
  const repeated = [...new Set(ids.filter((id, index) => isFilled(id) && ids.indexOf(id) !== index))];
  return repeated.map((id) => ({
    path: [part, ids.lastIndexOf(id), column],
    subject: `${what} ${id}`,
    words: 'is there twice',
  }));
}

function findUnknown(pack: Item): readonly LooseEnd[] {
  const groups = keysOf(pack, 'groups', 'id');
  const kinds = keysOf(pack, 'kinds', 'name');
  const sources = isItem(pack.sources) ? new Set(Object.keys(pack.sources)) : undefined;
  const isUnknown = (known: ReadonlySet<unknown> | undefined, key: unknown) =>
    known !== undefined && isFilled(key) && !known.has(key);
  const inSources = (part: string, at: number, subject: string, item: Item) =>
    itemsOf(item, 'sources')
      .filter(({ id }) => isUnknown(sources, id))
      .map(({ id }) => ({
        path: [part, at, 'sources'],
        subject,
        words: `names the source ${id}, which is not in the list`,
      }));
  return [
    ...(isUnknown(sources, pack.guidance)
      ? [
          {
            path: ['guidance'],
            subject: 'The guidance',
            words: `is the source ${pack.guidance}, which is not in the list`,
          },
        ]
      : []),
    ...itemsOf(pack, 'prompts').flatMap((prompt, at) => {
      const { id, group } = prompt;
      const subject = `Prompt ${isFilled(id) ? id : at + 1}`;
      const words = `is in the group ${group}, which is not there`;
      const lost = isUnknown(groups, group) ? [{ path: ['prompts', at, 'group'], subject, words }] : [];
      return [...lost, ...inSources('prompts', at, subject, prompt)];
    }),
    ...itemsOf(pack, 'documents').flatMap(({ title, kind }, at) => {
      const subject = `Document ${isFilled(title) ? title : at + 1}`;
      const words = `is of the kind ${kind}, which is not there`;
      return isUnknown(kinds, kind) ? [{ path: ['documents', at, 'kind'], subject, words }] : [];
    }),
    ...itemsOf(pack, 'timetable').flatMap((step, at) => {
      const { id, from, to } = step;
      const subject = `Timetable step ${isFilled(id) ? id : at + 1}`;
      const isTurned = typeof from === 'number' && typeof to === 'number' && to < from;
      return [
        ...(isTurned ? [{ path: ['timetable', at, 'to'], subject, words: 'ends before it begins' }] : []),
        ...inSources('timetable', at, subject, step),
      ];
    }),
  ];
}

/** In their places, so that whoever is told can find them. */
function itemsOf(pack: Item, part: string): readonly Item[] {
  const list = pack[part];
  return Array.isArray(list) ? list.map((item) => (isItem(item) ? item : {})) : [];
}

/** Undefined where not all of them can be read: then nobody knows what is missing. */
function keysOf(pack: Item, part: string, column: string): ReadonlySet<unknown> | undefined {
  const keys = itemsOf(pack, part).map((item) => item[column]);
  return Array.isArray(pack[part]) && keys.every(isFilled) ? new Set(keys) : undefined;
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null;
}
