import type { Call, Graph } from './client.ts';
import { isRecord, refusal } from './refusals.ts';

export type Page<Value> = {
  readonly values: readonly Value[];
  readonly nextLink?: string | undefined;
  readonly deltaLink?: string | undefined;
};

export function toPage<Value>(body: unknown): Page<Value> {
  if (!isRecord(body) || !Array.isArray(body.value)) throw refusal('unreadable');
  return {
    values: body.value as readonly Value[],
    nextLink: readLink(body, '@odata.nextLink'),
    deltaLink: readLink(body, '@odata.deltaLink'),
  };
}

/**
 * Reads a collection page by page. A page may be short, or empty and still have a next one; only a missing link ends it.
 */
export async function* getPages<Value>(graph: Graph, call: Call): AsyncGenerator<Page<Value>> {
  let path: string | undefined = call.path;
  const seen = new Set<string>();
  while (path !== undefined) {
    if (seen.has(path)) throw refusal('unreadable');
    seen.add(path);
    const page: Page<Value> = toPage<Value>(await graph.send<unknown>({ ...call, path }));
    yield page;
    path = page.nextLink;
  }
}

/** All of a collection. */
export async function getAll<Value>(graph: Graph, call: Call): Promise<readonly Value[]> {
  const all: Value[] = [];
  for await (const page of getPages<Value>(graph, call)) all.push(...page.values);
  return all;
}

function readLink(body: { readonly [key: string]: unknown }, name: string): string | undefined {
  const link = body[name];
  return typeof link === 'string' ? link : undefined;
}
