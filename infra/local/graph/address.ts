import { invalidRequest } from './errors.ts';

/**
 * How an address is read, in three steps. 1: the path is cut into segments; a colon path (`root:/a/b:`), a key form
 * (`items('7')`) and a function (`search(q='x')`) each become one thing. 2: what has several names gets one
 * (`me/drive/root` → `drives/…/items/root`). 3: `routes.ts` compares the result with the templates of the endpoints.
 * Nothing here knows whether a thing exists.
 */

export type SiteRef =
  | { by: 'id'; id: string; path?: string[] }
  | { by: 'group'; id: string }
  | { by: 'drive'; drive: DriveRef };
export type ListRef = { by: 'id'; id: string } | { by: 'drive'; drive: DriveRef };
export type DriveRef =
  | { by: 'id'; id: string }
  | { by: 'me' }
  | { by: 'user'; id: string }
  | { by: 'group'; id: string }
  | { by: 'site'; site: SiteRef }
  | { by: 'list'; site: SiteRef; list: string };
/** `path` is relative to `id`, one entry a folder, decoded; `id` may be `root`. */
export type ItemRef = { id: string; path: string[] };
export type ChannelRef = { by: 'id'; id: string } | { by: 'primary' };

export type Segment =
  | { kind: 'text'; text: string; path?: string[] }
  | { kind: 'function'; name: string; args: Readonly<Record<string, string>> }
  | { kind: 'site'; ref: SiteRef }
  | { kind: 'list'; ref: ListRef }
  | { kind: 'drive'; ref: DriveRef }
  | { kind: 'item'; ref: ItemRef }
  | { kind: 'channel'; ref: ChannelRef };

/** Words that may be followed by a key in brackets. */
const COLLECTIONS = new Set(
  'items drives lists sites users groups teams channels messages replies columns versions permissions children subscriptions'.split(
    ' ',
  ),
);
const FUNCTIONS = new Set(['delta', 'search', 'microsoft.graph.delta', 'microsoft.graph.search']);

export function readAddress(pathname: string): Segment[] {
  return rename(cut(pathname));
}

function cut(pathname: string): Segment[] {
  const raw = pathname.split('/').filter((part) => part !== '');
  const segments: Segment[] = [];
  for (let i = 0; i < raw.length; i += 1) {
    let part = raw[i] as string;
    if (startsColonPath(part, segments.at(-1))) {
      const [head, rest] = splitOnce(part, ':');
      const pieces = [rest];
      while (!pieces.at(-1)?.endsWith(':') && i + 1 < raw.length) {
        i += 1;
        pieces.push(raw[i] as string);
      }
      segments.push({ kind: 'text', text: decode(head), path: toPath(pieces) });
      continue;
    }
    // A slash that somebody put into a search text as it is.
    while (/^search\(/i.test(part) && !part.endsWith(')') && i + 1 < raw.length) {
      i += 1;
      part += `/${raw[i]}`;
    }
    segments.push(...readSegment(decode(part)));
  }
  return segments;
}

function startsColonPath(part: string, before: Segment | undefined): boolean {
  if (!part.includes(':')) return false;
  if (/^root:/i.test(part)) return true;
  const word = before?.kind === 'text' ? before.text.toLowerCase() : '';
  return word === 'items' || word === 'sites';
}

/** An encoded slash separates like a plain one; a leading `./` says nothing. */
function toPath(pieces: string[]): string[] {
  return pieces
    .flatMap((piece) => decode(piece.endsWith(':') ? piece.slice(0, -1) : piece).split('/'))
    .filter((name) => name !== '' && name !== '.');
}

function readSegment(text: string): Segment[] {
  const form = /^([A-Za-z.]+)\((.*)\)$/s.exec(text);
  if (!form) return [{ kind: 'text', text }];
  const [, name = '', inside = ''] = form;
  if (FUNCTIONS.has(name.toLowerCase())) return [{ kind: 'function', name: lastWord(name), args: readArgs(inside) }];
  const key = /^'(.*)'$/s.exec(inside);
  if (key && COLLECTIONS.has(name.toLowerCase())) {
    return [
      { kind: 'text', text: name },
      { kind: 'text', text: (key[1] ?? '').replaceAll("''", "'") },
    ];
  }
  return [{ kind: 'text', text }];
}

function readArgs(inside: string): Record<string, string> {
  const args: Record<string, string> = {};
  for (const [, name = '', value = ''] of inside.matchAll(/([A-Za-z]+)\s*=\s*'((?:[^']|'')*)'/g)) {
    args[name] = value.replaceAll("''", "'");
  }
  return args;
}

/** One name for each thing: rewrites until nothing more applies. */
function rename(segments: Segment[]): Segment[] {
  let current = segments;
  for (;;) {
    const next = renameOnce(current);
    if (next === current) return current;
    current = next;
  }
}

function renameOnce(s: Segment[]): Segment[] {
  const word = (i: number) => wordOf(s[i]);
  const second = s[1];
  if (word(0) === 'me' && word(1) === 'drive') return [drives, drive({ by: 'me' }), ...s.slice(2)];
  if (second?.kind === 'text') {
    const id = second.text;
    if (word(0) === 'users' && word(2) === 'drive') return [drives, drive({ by: 'user', id }), ...s.slice(3)];
    if (word(0) === 'groups' && word(2) === 'drive') return [drives, drive({ by: 'group', id }), ...s.slice(3)];
    if (word(0) === 'groups' && word(2) === 'sites' && word(3) === 'root') {
      return [sites, { kind: 'site', ref: { by: 'group', id } }, ...s.slice(4)];
    }
  }
  if (word(0) === 'sites' && s[1]) return renameInSite(s, toSiteRef(s[1]));
  if (word(0) === 'drives' && s[1]) return renameInDrive(s, toDriveRef(s[1]));
  if (word(0) === 'teams' && word(2) === 'primarychannel') {
    return [...s.slice(0, 2), text('channels'), { kind: 'channel', ref: { by: 'primary' } }, ...s.slice(3)];
  }
  return s;
}

function renameInSite(s: Segment[], site: SiteRef | undefined): Segment[] {
  if (!site) return s;
  if (wordOf(s[2]) === 'drive') return [drives, drive({ by: 'site', site }), ...s.slice(3)];
  if (wordOf(s[2]) === 'drives' && s[3]) return [drives, ...s.slice(3)];
  if (wordOf(s[2]) === 'lists' && s[3]?.kind === 'text' && wordOf(s[4]) === 'drive') {
    return [drives, drive({ by: 'list', site, list: s[3].text }), ...s.slice(5)];
  }
  return s;
}

function renameInDrive(s: Segment[], ref: DriveRef | undefined): Segment[] {
  if (!ref) return s;
  const third = s[2];
  if (third?.kind === 'text' && third.text.toLowerCase() === 'root') {
    const item: Segment = { kind: 'item', ref: { id: 'root', path: third.path ?? [] } };
    return [...s.slice(0, 2), text('items'), item, ...s.slice(3)];
  }
  if (wordOf(third) === 'list') {
    return [
      sites,
      { kind: 'site', ref: { by: 'drive', drive: ref } },
      text('lists'),
      { kind: 'list', ref: { by: 'drive', drive: ref } },
      ...s.slice(3),
    ];
  }
  return s;
}

export function toSiteRef(segment: Segment): SiteRef | undefined {
  if (segment.kind === 'site') return segment.ref;
  if (segment.kind !== 'text') return undefined;
  return segment.path ? { by: 'id', id: segment.text, path: segment.path } : { by: 'id', id: segment.text };
}

export function toDriveRef(segment: Segment): DriveRef | undefined {
  if (segment.kind === 'drive') return segment.ref;
  return segment.kind === 'text' ? { by: 'id', id: segment.text } : undefined;
}

const text = (word: string): Segment => ({ kind: 'text', text: word });
const drives = text('drives');
const sites = text('sites');
const drive = (ref: DriveRef): Segment => ({ kind: 'drive', ref });

const wordOf = (segment: Segment | undefined): string =>
  segment?.kind === 'text' && !segment.path ? segment.text.toLowerCase() : '';

const lastWord = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

function splitOnce(value: string, at: string): [string, string] {
  const index = value.indexOf(at);
  return [value.slice(0, index), value.slice(index + 1)];
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw invalidRequest(`The address holds a wrong percent sign: ${value.slice(0, 80)}`);
  }
}
