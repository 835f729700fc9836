import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DriveItemRow } from '../state/drive-items.ts';
import type { SiteRow } from '../state/sites.ts';
import type { State } from '../state/state.ts';

/** How long a download address works: an hour, the longer of the two lives that are told of it. */
const LIFE_MS = 60 * 60 * 1000;
const PREVIEW_LIFE_MS = 10 * 60 * 1000;

type Ticket = { readonly item: string; readonly version: number; readonly until: number };

/** An address that needs no token: who holds it may read this one content until it ends, whatever rights change. */
export function downloadUrl(
  state: State,
  site: SiteRow,
  item: Pick<DriveItemRow, 'id' | 'guid' | 'content_version'>,
): string {
  // To the minute, so that two reads of one item give the same answer.
  const until = Math.floor((state.clock.now() + LIFE_MS) / 60_000);
  const ticket = sign(state, { item: item.id, version: item.content_version, until });
  const place = site.path === '' ? '' : site.path;
  return `${state.origins.files}${place}/_layouts/15/download.aspx?UniqueId=${item.guid}&Translate=false&tempauth=v1.${ticket}`;
}

/** A page for a frame that shows the file, for a short while. */
export function previewUrl(state: State, site: SiteRow, item: Pick<DriveItemRow, 'id' | 'content_version'>): string {
  const until = Math.floor((state.clock.now() + PREVIEW_LIFE_MS) / 60_000);
  const ticket = sign(state, { item: item.id, version: item.content_version, until });
  return `${state.origins.files}${site.path}/_layouts/15/embed.aspx?tempauth=v1.${ticket}`;
}

export function readTicket(state: State, tempauth: string): Ticket | undefined {
  const [, body = '', seal = ''] = /^v1\.([\w-]+)\.([\w-]+)$/.exec(tempauth) ?? [];
  const expected = Buffer.from(sealOf(state, body));
  const given = Buffer.from(seal);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
  const ticket = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Ticket;
  return ticket.until * 60_000 > state.clock.now() ? ticket : undefined;
}

function sign(state: State, ticket: Ticket): string {
  const body = Buffer.from(JSON.stringify(ticket)).toString('base64url');
  return `${body}.${sealOf(state, body)}`;
}

const sealOf = (state: State, body: string): string =>
  createHmac('sha256', state.secret).update(body).digest('base64url').slice(0, 22);
