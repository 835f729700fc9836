import { type Segment, toDriveRef, toSiteRef } from './address.ts';
import type { Endpoint, Params } from './endpoint.ts';
import { UnknownAddress } from './errors.ts';

type Node = {
  readonly words: Map<string, Node>;
  key?: { readonly name: string; readonly node: Node };
  readonly methods: Map<string, Endpoint>;
};

type Mutable = { -readonly [K in keyof Params]: Params[K] } & {
  args: Record<string, string>;
  keys: Record<string, string>;
};

export type Route = { readonly endpoint: Endpoint; readonly params: Params };

const newNode = (): Node => ({ words: new Map(), methods: new Map() });

/** Puts the endpoints' templates into a tree; the answer finds the endpoint of an address, or names what is unknown. */
export function buildRoutes(endpoints: readonly Endpoint[]): (method: string, segments: readonly Segment[]) => Route {
  const root = newNode();
  for (const endpoint of endpoints) {
    let node = root;
    for (const part of endpoint.path.split('/').slice(1)) node = step(node, part);
    node.methods.set(endpoint.method, endpoint);
  }
  return (method, segments) => {
    const params: Mutable = { args: {}, keys: {} };
    let node = root;
    for (const segment of segments) node = follow(node, segment, params);
    const endpoint = node.methods.get(method);
    if (endpoint) return { endpoint, params };
    const known = [...node.methods.keys()].join(', ');
    throw new UnknownAddress(
      known
        ? `The method ${method} is not supported here; ${known} is.`
        : `Resource not found: nothing is answered at '${nameOf(segments.at(-1))}' itself.`,
    );
  };
}

function step(node: Node, part: string): Node {
  if (part.startsWith('{')) {
    const name = part.slice(1, -1);
    node.key ??= { name, node: newNode() };
    if (node.key.name !== name)
      throw new Error(`Two names for one place in the addresses: ${node.key.name} and ${name}.`);
    return node.key.node;
  }
  const next = node.words.get(part.toLowerCase()) ?? newNode();
  node.words.set(part.toLowerCase(), next);
  return next;
}

function follow(node: Node, segment: Segment, params: Mutable): Node {
  if (segment.kind === 'function') {
    const next = node.words.get(segment.name);
    if (next) {
      Object.assign(params.args, segment.args);
      return next;
    }
  }
  if (segment.kind === 'text' && !segment.path) {
    const next = node.words.get(segment.text.toLowerCase());
    if (next) return next;
  }
  if (node.key && segment.kind !== 'function') {
    bind(params, node.key.name, segment);
    return node.key.node;
  }
  throw new UnknownAddress(`Resource not found for the segment '${nameOf(segment)}'.`);
}

function bind(params: Mutable, name: string, segment: Segment): void {
  const site = name === 'site' ? toSiteRef(segment) : undefined;
  const drive = name === 'drive' ? toDriveRef(segment) : undefined;
  if (site) params.site = site;
  else if (drive) params.drive = drive;
  else if (segment.kind === 'list') params.list = segment.ref;
  else if (segment.kind === 'channel') params.channel = segment.ref;
  else if (segment.kind === 'item') params.item = segment.ref;
  else if (segment.kind === 'text' && name === 'list') params.list = { by: 'id', id: segment.text };
  else if (segment.kind === 'text' && name === 'channel') params.channel = { by: 'id', id: segment.text };
  else if (segment.kind === 'text' && name === 'item') params.item = { id: segment.text, path: segment.path ?? [] };
  else if (segment.kind === 'text' && !segment.path) params.keys[name] = segment.text;
  else throw new UnknownAddress(`Resource not found for the segment '${nameOf(segment)}'.`);
}

function nameOf(segment: Segment | undefined): string {
  if (!segment) return '/';
  if (segment.kind === 'text') return segment.path ? `${segment.text}:/${segment.path.join('/')}` : segment.text;
  return segment.kind === 'function' ? segment.name : segment.kind;
}
