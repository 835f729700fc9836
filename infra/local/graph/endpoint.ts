import type { State } from '../state/state.ts';
import type { ChannelRef, DriveRef, ItemRef, ListRef, SiteRef } from './address.ts';
import type { Query } from './query.ts';
import type { Caller } from './token.ts';

export type Json = Readonly<Record<string, unknown>>;

/** What the address named, by the names in the endpoint's template. */
export type Params = {
  readonly site?: SiteRef;
  readonly list?: ListRef;
  readonly drive?: DriveRef;
  readonly item?: ItemRef;
  readonly channel?: ChannelRef;
  readonly args: Readonly<Record<string, string>>;
  readonly keys: Readonly<Record<string, string>>;
};

export type Call = {
  readonly state: State;
  readonly caller: Caller;
  /** Those of the caller's scopes that this endpoint accepts. */
  readonly granted: readonly string[];
  readonly params: Params;
  readonly query: Query;
  readonly headers: Headers;
  /** `https://host/v1.0`: what links back to Graph begin with. */
  readonly base: string;
  /** The address without its query, for next links. */
  readonly path: string;
  /** The body as a JSON object; refuses anything else. */
  json(): Promise<Json>;
  /** The body as it comes. */
  bytes(): AsyncIterable<Uint8Array>;
};

export type Answer = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Whose limits a call counts against; `units` are SharePoint's resource units. */
export type Service = 'sharepoint' | 'teams' | 'directory' | 'outlook' | 'graph';

export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Any one of these is enough. Empty: no scope is asked for. */
  readonly scopes: readonly string[];
  readonly service: Service;
  readonly units?: number | ((call: Call) => number);
  /** The schema's names for what is answered and taken, for the conformance check. */
  readonly answers?: string;
  readonly takes?: string;
  readonly handle: (call: Call) => Answer | Promise<Answer>;
};

export const ok = (body: unknown, headers?: Record<string, string>): Answer =>
  headers ? { status: 200, body, headers } : { status: 200, body };
export const created = (body: unknown): Answer => ({ status: 201, body });
export const noContent: Answer = { status: 204 };
