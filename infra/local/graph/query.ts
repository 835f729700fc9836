import { invalidRequest } from './errors.ts';

/** The OData options of a request; each may come with or without its `$`. */
export type Query = {
  readonly select: readonly string[] | undefined;
  readonly expand: readonly Expansion[];
  readonly filter: string | undefined;
  readonly orderby: string | undefined;
  readonly top: number | undefined;
  readonly search: string | undefined;
  readonly count: boolean;
  readonly token: string | undefined;
  readonly skipToken: string | undefined;
  /** Any other option, `@microsoft.graph.conflictBehavior` for one. */
  other(name: string): string | undefined;
  /** The options as they came, for next links. */
  readonly all: URLSearchParams;
};

export type Expansion = {
  readonly name: string;
  readonly select: readonly string[] | undefined;
  readonly expand: readonly Expansion[];
  readonly top: number | undefined;
};

export function readQuery(all: URLSearchParams): Query {
  const named = (name: string): string | undefined => {
    for (const [key, value] of all) {
      const plain = key.startsWith('$') ? key.slice(1) : key;
      if (plain.toLowerCase() === name.toLowerCase()) return value;
    }
    return undefined;
  };
  const select = named('select');
  return {
    select: select ? splitOutside(select, ',') : undefined,
    expand: readExpand(named('expand') ?? ''),
    filter: named('filter'),
    orderby: named('orderby'),
    top: readTop(named('top')),
    search: named('search'),
    count: named('count') === 'true',
    token: named('token') ?? named('deltatoken'),
    skipToken: named('skiptoken'),
    other: named,
    all,
  };
}

function readTop(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const top = Number(text);
  if (!Number.isInteger(top) || top < 1) throw invalidRequest(`Invalid value '${text}' for $top.`);
  return Math.min(top, 1000);
}

/** `fields($select=A,B),children` and the older `fields(select=A,B)`. */
function readExpand(text: string): Expansion[] {
  return splitOutside(text, ',').map((part) => {
    const form = /^([^()]+)\((.*)\)$/s.exec(part);
    if (!form) return { name: part.trim(), select: undefined, expand: [], top: undefined };
    const options = new URLSearchParams(splitOutside(form[2] ?? '', ';').map((option) => splitOption(option)));
    const inside = readQuery(options);
    return { name: (form[1] ?? '').trim(), select: inside.select, expand: inside.expand, top: inside.top };
  });
}

function splitOption(option: string): [string, string] {
  const index = option.indexOf('=');
  return index < 0 ? [option, ''] : [option.slice(0, index), option.slice(index + 1)];
}

function splitOutside(text: string, at: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === at && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else part += letter;
  }
  parts.push(part.trim());
  return parts.filter((each) => each !== '');
}

export function expands(query: Pick<Query, 'expand'>, name: string): Expansion | undefined {
  return query.expand.find((each) => each.name.toLowerCase() === name.toLowerCase());
}

export const selects = (query: Pick<Query, 'select'>, name: string): boolean =>
  query.select?.some((each) => each.toLowerCase() === name.toLowerCase()) ?? false;

/**
 * Only the selected members, in the order of the entity; annotations (`@odata.etag`) stay. A path (`file/hashes`)
 * keeps the whole member it starts with.
 */
export function pick<T extends object>(
  entity: T,
  select: readonly string[] | undefined,
  keep: readonly string[] = [],
): T {
  if (!select || select.includes('*')) return entity;
  const wanted = new Set([...select, ...keep].map((name) => (name.split('/')[0] ?? name).toLowerCase()));
  const kept = Object.entries(entity).filter(
    ([name]) =>
      name.startsWith('@odata.') ||
      wanted.has(name.toLowerCase()) ||
      (name === DOWNLOAD && wanted.has('content.downloadurl')),
  );
  return Object.fromEntries(kept) as T;
}

const DOWNLOAD = '@microsoft.graph.downloadUrl';
