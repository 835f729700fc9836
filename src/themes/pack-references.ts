import type { PackPrompt, ThemePack } from './pack-schema.ts';

/** Something in a pack that points to what is not there, or that is there twice. */
export type LooseEnd = {
  readonly path: readonly PropertyKey[];
  /** `Prompt FD-A3`. */
  readonly subject: string;
  /** `is in the group Z, which is not there`. */
  readonly words: string;
};

export function findLooseEnds(pack: ThemePack): readonly LooseEnd[] {
  const twice = [
    ...findTwice(
      'Prompt',
      'prompts',
      'id',
      pack.prompts.map((prompt) => prompt.id),
    ),
    ...findTwice(
      'Group',
      'groups',
      'id',
      pack.groups.map((group) => group.id),
    ),
    ...findTwice(
      'Kind',
      'kinds',
      'name',
      pack.kinds.map((kind) => kind.name),
    ),
    ...findTwice(
      'Timetable step',
      'timetable',
      'id',
      pack.timetable.map((step) => step.id),
    ),
    ...findTwice(
      'Cohort column',
      'cohort',
      'id',
      pack.cohort.map((column) => column.id),
    ),
  ];
  return [...twice, ...findUnknown(pack)];
}

function findTwice(what: string, part: string, column: string, ids: readonly string[]): readonly LooseEnd[] {
  const repeated = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  return repeated.map((id) => ({
    path: [part, ids.lastIndexOf(id), column],
    subject: `${what} ${id}`,
    words: 'is there twice',
  }));
}

function findUnknown(pack: ThemePack): readonly LooseEnd[] {
  const groups = new Set(pack.groups.map((group) => group.id));
  const kinds = new Set(pack.kinds.map((kind) => kind.name));
  const hasSource = (id: string) => Object.hasOwn(pack.sources, id);
  const inSources = (path: readonly PropertyKey[], subject: string, named: PackPrompt['sources']) =>
    (named ?? [])
      .filter(({ id }) => !hasSource(id))
      .map(({ id }) => ({ path, subject, words: `names the source ${id}, which is not in the list` }));
  return [
    ...(hasSource(pack.guidance)
      ? []
      : [
          {
            path: ['guidance'],
            subject: 'The guidance',
            words: `is the source ${pack.guidance}, which is not in the list`,
          },
        ]),
    ...pack.prompts.flatMap(({ id, group, sources }, at) => [
      ...(groups.has(group)
        ? []
        : [
            {
              path: ['prompts', at, 'group'],
              subject: `Prompt ${id}`,
              words: `is in the group ${group}, which is not there`,
            },
          ]),
      ...inSources(['prompts', at, 'sources'], `Prompt ${id}`, sources),
    ]),
    ...pack.documents.flatMap(({ title, kind }, at) =>
      kind === undefined || kinds.has(kind)
        ? []
        : [
            {
              path: ['documents', at, 'kind'],
              subject: `Document ${title}`,
              words: `is of the kind ${kind}, which is not there`,
            },
          ],
    ),
    ...pack.timetable.flatMap(({ id, from, to, sources }, at) => [
      ...(to !== undefined && to < from
        ? [{ path: ['timetable', at, 'to'], subject: `Timetable step ${id}`, words: 'ends before it begins' }]
        : []),
      ...inSources(['timetable', at, 'sources'], `Timetable step ${id}`, sources),
    ]),
  ];
}
