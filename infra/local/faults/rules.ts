import { isObject } from '../graph/body.ts';

/**
 * A fault on demand. `where` says which requests it may hit, `nth` and `times` which of those it does hit; with
 * `probability` a seeded chance decides instead. `does` says what goes wrong.
 */
export type Rule = {
  readonly id: number;
  readonly where: {
    readonly on?: 'graph' | 'files' | 'sign-in' | 'naa';
    readonly method?: string;
    /** A regular expression over the decoded path, `/v1.0` left out. */
    readonly path?: string;
    /** A person's id. */
    readonly user?: string;
    /** Only the fragment with which an upload ends. */
    readonly lastFragment?: boolean;
  };
  /** The first matching request that is hit, counted from 1. */
  readonly nth: number;
  /** How many matching requests are hit from there on. */
  readonly times: number;
  readonly probability?: number;
  readonly seed?: number;
  readonly does: Action;
};

export type Call = { readonly method: string; readonly path: string; readonly body?: unknown; readonly user?: string };

export type Action =
  /** An answer instead of the work. `location: 'start'` leads back to the address without its token. */
  | {
      readonly kind: 'refuse';
      readonly status: number;
      readonly code?: string;
      readonly inner?: string;
      readonly retryAfter?: string;
      readonly location?: 'start';
    }
  /** The connection breaks, before or after the work has been done. */
  | { readonly kind: 'drop'; readonly when: 'before' | 'after' }
  /** The connection breaks after that many bytes of the answer. */
  | { readonly kind: 'cut'; readonly bytes: number }
  /** A 200 whose body is only that many bytes long, as if it were whole. */
  | { readonly kind: 'truncate'; readonly bytes: number }
  /** A 200 with somebody's sign-in page in it. */
  | { readonly kind: 'html' }
  | { readonly kind: 'delay'; readonly ms: number; readonly jitterMs?: number }
  | { readonly kind: 'slow'; readonly bytesPerSecond: number }
  /** From the first hit on, nothing comes through for that long. */
  | { readonly kind: 'offline'; readonly seconds: number }
  /** 401 until the token answers the claims challenge. */
  | { readonly kind: 'claims' }
  /** Silent renewal needs the person. */
  | { readonly kind: 'interaction' }
  /** An error status of nested sign-in. */
  | { readonly kind: 'naa'; readonly status: string; readonly code?: string }
  /** What these requests create stays unseen for a while. */
  | { readonly kind: 'lag'; readonly seconds: number }
  /** A delta page as nobody likes it. */
  | { readonly kind: 'delta'; readonly repeat?: boolean; readonly reverse?: boolean; readonly empty?: boolean }
  /** The name is changed and the move is not, and the answer says that nothing was found. */
  | { readonly kind: 'half-move' }
  /** The upload session is gone when the request comes. */
  | { readonly kind: 'end-session' }
  /** The service changes the file after it has come in, as it does with Office files. */
  | { readonly kind: 'rewrite' }
  /** Somebody else does something just before. */
  | { readonly kind: 'meanwhile'; readonly calls: readonly Call[] };

const KINDS = new Set(
  'refuse drop cut truncate html delay slow offline claims interaction naa lag delta half-move end-session rewrite meanwhile'.split(
    ' ',
  ),
);

/** Reads a rule from the control address; says what is wrong with it. */
export function readRule(id: number, body: Readonly<Record<string, unknown>>): Rule {
  const { where = {}, does, nth = 1, times = 1, probability, seed } = body;
  if (!isObject(where)) throw new RuleError('where is an object.');
  if (!isObject(does) || !KINDS.has(String(does.kind)))
    throw new RuleError(`does.kind is one of ${[...KINDS].join(', ')}.`);
  const limit = times === 'all' ? Number.POSITIVE_INFINITY : times;
  if (typeof nth !== 'number' || typeof limit !== 'number')
    throw new RuleError("nth is a number; times a number or 'all'.");
  if (typeof where.path === 'string') new RegExp(where.path);
  return {
    id,
    where: where as Rule['where'],
    does: does as unknown as Action,
    nth,
    times: does.kind === 'offline' ? Number.POSITIVE_INFINITY : limit,
    ...(typeof probability === 'number' ? { probability } : {}),
    ...(typeof seed === 'number' ? { seed } : {}),
  };
}

export class RuleError extends Error {}

/** What a request looks like to the rules. */
export type Sight = {
  readonly on: 'graph' | 'files' | 'sign-in' | 'naa';
  readonly method: string;
  readonly path: string;
  readonly user: string | undefined;
  readonly lastFragment: boolean;
};

export function fits({ where }: Rule, sight: Sight): boolean {
  if (where.on !== undefined && where.on !== sight.on) return false;
  if (where.method !== undefined && where.method.toUpperCase() !== sight.method) return false;
  if (where.user !== undefined && where.user.toLowerCase() !== sight.user?.toLowerCase()) return false;
  if (where.lastFragment === true && !sight.lastFragment) return false;
  return where.path === undefined || new RegExp(where.path, 'i').test(sight.path);
}
