import type { Call } from './endpoint.ts';
import { invalidRequest, Refusal } from './errors.ts';
import { linkWith, type Page } from './paging.ts';

/**
 * Where a delta feed stands. `after` is the last change number that was sent. `since` is the change number at which
 * the feed began: what was deleted before it was never sent, so its deletion is not either.
 */
export type Place = { readonly of: string; readonly after: number; readonly since: number };

const DEFAULT_PAGE = 200;

export type Feed<R extends { readonly seq: number }> = {
  /** The list or drive the feed is about. */
  readonly of: string;
  /** Rows with `seq > after`, in order, without those that were deleted at or before `since`. */
  changes(after: number, since: number, most: number): R[];
  /** The change number up to which everything happened at or before that moment. */
  seqAt(stamp: string): number;
  toEntities(rows: readonly R[]): object[];
};

export function answerDelta<R extends { readonly seq: number }>(call: Call, feed: Feed<R>): Page<object> {
  const { state } = call;
  const token = call.params.args.token ?? call.query.token;
  if (token?.toLowerCase() === 'latest') {
    const now = state.ids.lastSeq();
    return { '@odata.deltaLink': link(call, { of: feed.of, after: now, since: now }), value: [] };
  }
  const place = readPlace(call, feed, token);
  const size = call.query.top ?? DEFAULT_PAGE;
  const rows = feed.changes(place.after, place.since, size + 1);
  const shown = rows.slice(0, size);
  const value = feed.toEntities(shown);
  const after = shown.at(-1)?.seq ?? place.after;
  if (rows.length > size) return { '@odata.nextLink': link(call, { ...place, after }), value };
  const end = Math.max(after, place.after);
  return { '@odata.deltaLink': link(call, { of: feed.of, after: end, since: end }), value };
}

/** The pages of a first crawl cost two units, whatever follows from its link one. */
export function deltaUnits(call: Call): number {
  const token = call.params.args.token ?? call.query.token;
  const place = token ? fromToken(token) : undefined;
  return token === undefined || (place !== undefined && place.after < place.since) ? 2 : 1;
}

function readPlace<R extends { readonly seq: number }>(call: Call, feed: Feed<R>, token: string | undefined): Place {
  if (token === undefined || token === '') return { of: feed.of, after: 0, since: call.state.ids.lastSeq() };
  if (/^\d{4}-\d\d-\d\dT/.test(token)) {
    const moment = new Date(token);
    if (Number.isNaN(moment.getTime())) throw invalidRequest('The delta token is not a moment.');
    const after = feed.seqAt(`${moment.toISOString().slice(0, 19)}Z`);
    return { of: feed.of, after, since: after };
  }
  const place = fromToken(token);
  if (place?.of !== feed.of) throw invalidRequest('The delta token is not one of this resource.');
  if (place.after > call.state.ids.lastSeq()) throw resync(call, 'resyncChangesApplyDifferences');
  return place;
}

/** The token is of no more use: read everything again from the link, then compare as the code says. */
function resync(call: Call, code: 'resyncChangesApplyDifferences' | 'resyncChangesUploadDifferences'): Refusal {
  const options = new URLSearchParams(call.query.all);
  for (const key of [...options.keys()]) if (/^\$?(skiptoken|token|deltatoken)$/i.test(key)) options.delete(key);
  const query = options.size > 0 ? `?${options}` : '';
  return new Refusal(410, code, 'The delta token is no longer valid; the app must start again.', {
    headers: { location: `${call.base}${call.path.replace(/\(.*\)$/, '')}${query}` },
  });
}

const link = (call: Call, place: Place): string =>
  linkWith({ ...call, path: call.path.replace(/\(token=.*\)$/i, '') }, 'token', toToken(place));

const toToken = (place: Place): string =>
  Buffer.from(`${place.after};${place.since};${place.of}`).toString('base64url');

function fromToken(token: string): Place | undefined {
  const [, after = '', since = '', of = ''] =
    /^(\d+);(\d+);(.+)$/.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? [];
  return of === '' ? undefined : { of, after: Number(after), since: Number(since) };
}
