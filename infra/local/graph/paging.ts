import type { Call } from './endpoint.ts';
import { invalidRequest } from './errors.ts';
import type { Query } from './query.ts';

export type Page<T> = { '@odata.count'?: number; '@odata.nextLink'?: string; '@odata.deltaLink'?: string; value: T[] };

export const pageSize = (query: Query, usual = 200): number => query.top ?? usual;

/** Where a page goes on; opaque to callers. */
export const toSkipToken = (place: object): string => Buffer.from(JSON.stringify(place)).toString('base64url');

export function fromSkipToken<T>(token: string): T {
  try {
    const place: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (typeof place === 'object' && place !== null) return place as T;
  } catch {
    throw invalidRequest('The skip token is not one of ours.');
  }
  throw invalidRequest('The skip token is not one of ours.');
}

/** The call's own address again, its options kept, with a place to go on from. */
export function linkWith(call: Call, option: string, value: string): string {
  const options = new URLSearchParams(call.query.all);
  for (const key of [...options.keys()]) if (/^\$?(skiptoken|token|deltatoken)$/i.test(key)) options.delete(key);
  options.set(option, value);
  // Graph writes its options with a plain dollar sign.
  return `${call.base}${call.path}?${options.toString().replaceAll('%24', '$')}`;
}

/** A page out of rows that are all at hand. */
export function pageOf<R, T>(call: Call, rows: readonly R[], toEntity: (row: R) => T, usual = 200): Page<T> {
  const { skipToken } = call.query;
  const from = skipToken ? Number(fromSkipToken<{ from: number }>(skipToken).from) || 0 : 0;
  const to = from + pageSize(call.query, usual);
  return {
    ...(call.query.count ? { '@odata.count': rows.length } : {}),
    ...(to < rows.length ? { '@odata.nextLink': linkWith(call, '$skiptoken', toSkipToken({ from: to })) } : {}),
    value: rows.slice(from, to).map(toEntity),
  };
}
