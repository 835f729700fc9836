import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { State } from '../state/state.ts';
import { Refusal } from './errors.ts';

export const GRAPH_AUDIENCE = '00000003-0000-0000-c000-000000000000';
const GRAPH_AUDIENCES = [GRAPH_AUDIENCE, 'https://graph.microsoft.com', 'https://graph.microsoft.com/'];

/** Whoever calls: a person through an app, or an app alone. */
export type Caller = Who & {
  readonly app: string;
  readonly scopes: readonly string[];
  /** Only a Selected scope opened this address: what the app has been granted on the site is the most there is. */
  readonly selected?: 'use' | 'manage';
};

type Who =
  | { readonly kind: 'person'; readonly id: string; readonly tenant: string }
  | { readonly kind: 'app'; readonly id: string };

export type Keys = {
  /** What `discovery/v2.0/keys` shows. */
  publicKeys(): Promise<{ readonly keys: readonly JWK[] }>;
  sign(claims: JWTPayload, audience: string, lifetimeSeconds: number): Promise<string>;
  /** The claims of a token of ours that is valid now for Graph. */
  verify(token: string): Promise<JWTPayload>;
};

/** One RSA key pair, made when it is first needed and kept with the data, so that tokens outlive a restart. */
export function startKeys(state: State): Keys {
  let pair: Promise<Pair> | undefined;
  const checked = new Map<string, JWTPayload>();
  const load = () => {
    pair ??= loadPair(state);
    return pair;
  };
  return {
    publicKeys: async () => ({ keys: [(await load()).publicJwk] }),
    sign: async (claims, audience, lifetimeSeconds) => {
      const { privateKey, publicJwk } = await load();
      const now = Math.floor(state.clock.now() / 1000);
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: String(publicJwk.kid), typ: 'JWT' })
        .setAudience(audience)
        .setIssuedAt(now)
        .setNotBefore(now)
        .setExpirationTime(now + lifetimeSeconds)
        .sign(privateKey);
    },
    verify: async (token) => {
      const now = state.clock.now() / 1000;
      const known = checked.get(token);
      if (known && (known.exp ?? 0) > now && (known.nbf ?? 0) <= now) return known;
      const { payload } = await jwtVerify(token, (await load()).keySet, {
        audience: GRAPH_AUDIENCES,
        algorithms: ['RS256'],
        requiredClaims: ['exp', 'nbf', 'tid', 'oid'],
        currentDate: new Date(state.clock.now()),
      });
      if (checked.size > 2000) checked.clear();
      checked.set(token, payload);
      return payload;
    },
  };
}

type Pair = {
  readonly privateKey: CryptoKey | Uint8Array;
  readonly publicJwk: JWK;
  readonly keySet: ReturnType<typeof createLocalJWKSet>;
};

async function loadPair(state: State): Promise<Pair> {
  const kept = state.db.get<{ value: string }>("select value from setting where key = 'signing'")?.value;
  const { privateJwk, publicJwk } = kept ? (JSON.parse(kept) as { privateJwk: JWK; publicJwk: JWK }) : await newPair();
  if (!kept) {
    state.db.run("insert into setting (key, value) values ('signing', ?)", JSON.stringify({ privateJwk, publicJwk }));
  }
  return {
    privateKey: await importJWK(privateJwk, 'RS256'),
    publicJwk,
    keySet: createLocalJWKSet({ keys: [publicJwk] }),
  };
}

/** Making a pair is slow, so stand-ins that begin in one process begin with one pair. */
let made: Promise<{ privateJwk: JWK; publicJwk: JWK }> | undefined;
function newPair() {
  made ??= makePair();
  return made;
}

async function makePair() {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = Buffer.from(crypto.getRandomValues(new Uint8Array(12))).toString('base64url');
  const marks = { kid, use: 'sig', alg: 'RS256' };
  return {
    privateJwk: { ...(await exportJWK(privateKey)), ...marks },
    publicJwk: { ...(await exportJWK(publicKey)), ...marks },
  };
}

/** Who calls, from the Authorization header: signature, audience, tenant and times are checked here and only here. */
export async function readCaller(state: State, keys: Keys, headers: Headers): Promise<Caller> {
  const [scheme, token] = (headers.get('authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw unauthenticated(state, 'Access token is empty.');
  let claims: JWTPayload;
  try {
    claims = await keys.verify(token);
  } catch (error) {
    const expired = error instanceof Error && 'code' in error && error.code === 'ERR_JWT_EXPIRED';
    throw unauthenticated(
      state,
      expired ? 'Lifetime validation failed, the token is expired.' : 'Access token validation failure.',
    );
  }
  const tenant = String(claims.tid ?? '');
  if (!state.db.get('select 1 from tenant where id = ?', tenant)) {
    throw unauthenticated(state, 'The token was issued for an unknown tenant.');
  }
  const app = String(claims.azp ?? claims.appid ?? '');
  const id = String(claims.oid ?? '');
  if (typeof claims.scp === 'string')
    return { kind: 'person', id, tenant, app, scopes: claims.scp.split(' ').filter(Boolean) };
  const roles = Array.isArray(claims.roles) ? claims.roles.map(String) : [];
  return { kind: 'app', id, app, scopes: roles };
}

export function unauthenticated(state: State, message: string, claims?: string): Refusal {
  const authority = `${state.origins.login}/common/oauth2/authorize`;
  const challenge = [
    'Bearer realm=""',
    `authorization_uri="${authority}"`,
    `client_id="${GRAPH_AUDIENCE}"`,
    ...(claims ? ['error="insufficient_claims"', `claims="${claims}"`] : ['error="invalid_token"']),
  ].join(', ');
  return new Refusal(401, 'InvalidAuthenticationToken', message, { headers: { 'www-authenticate': challenge } });
}
