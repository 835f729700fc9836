import { GRAPH_AUDIENCE, type Keys } from '../graph/token.ts';
import { hasConsent, type PersonRow } from '../state/people.ts';
import type { State } from '../state/state.ts';

/** These are for the id token and the refresh token; they are never part of `scp`. */
const ABOUT_SIGN_IN = new Set(['openid', 'profile', 'offline_access', 'email']);
const LIFETIME_SECONDS = 3600;

/** `User.Read`, `https://graph.microsoft.com/User.Read` and `.default` all name scopes. */
export function readScopes(state: State, person: string, text: string): string[] {
  const bare = text
    .split(/\s+/)
    .map((scope) => scope.replace(/^https:\/\/graph\.microsoft\.com\/+/, ''))
    .filter((scope) => scope !== '' && !ABOUT_SIGN_IN.has(scope));
  if (!bare.includes('.default')) return [...new Set(bare)];
  const granted = state.db.all<{ scope: string }>(
    "select distinct scope from consent where person in (?, '*') order by scope",
    person,
  );
  return granted.map((row) => row.scope).filter((scope) => hasConsent(state, scope, person));
}

export async function makeTokens(
  state: State,
  keys: Keys,
  person: PersonRow,
  app: string,
  scopes: readonly string[],
  more: { lifetimeSeconds?: number; nonce?: string; claims?: string } = {},
) {
  const seconds = more.lifetimeSeconds ?? LIFETIME_SECONDS;
  const issuer = `${state.origins.login}/${person.tenant}/v2.0`;
  const common = { iss: issuer, oid: person.id, tid: person.tenant, sub: person.id, name: person.name, ver: '2.0' };
  const extra = more.claims ? { xms_cc: ['cp1'], acrs: [more.claims] } : {};
  return {
    access_token: await keys.sign(
      { ...common, ...extra, ...toAppClaims(state, app), ...toNames(person), scp: scopes.join(' ') },
      GRAPH_AUDIENCE,
      seconds,
    ),
    id_token: await keys.sign(
      { ...common, preferred_username: person.user_name, ...(more.nonce ? { nonce: more.nonce } : {}) },
      app,
      Math.max(seconds, 1),
    ),
    expires_in: seconds,
    scope: scopes.join(' '),
  };
}

/** The token of an app that acts for nobody: it has roles and no scopes. */
export function makeAppToken(state: State, keys: Keys, roles: readonly string[], seconds: number): Promise<string> {
  const { clientId } = state.app;
  const tenant = state.tenant.id;
  const claims = {
    iss: `${state.origins.login}/${tenant}/v2.0`,
    tid: tenant,
    oid: clientId,
    sub: clientId,
    idtyp: 'app',
    ...toAppClaims(state, clientId),
    roles: [...roles],
  };
  return keys.sign(claims, GRAPH_AUDIENCE, seconds);
}

/**
 * What command-line clients read out of an access token to say who is signed in, though nobody promises its form. Our
 * own product never looks inside.
 */
function toAppClaims(state: State, app: string) {
  return { azp: app, appid: app, app_displayname: app === state.app.clientId ? state.app.name : app };
}

function toNames(person: PersonRow) {
  return { idtyp: 'user', upn: person.user_name, unique_name: person.user_name };
}
