import { createHash } from 'node:crypto';
import { forPeopleOnly } from '../graph/scopes.ts';
import type { Keys } from '../graph/token.ts';
import { findPerson, hasConsent } from '../state/people.ts';
import type { State } from '../state/state.ts';
import { toClientInfo } from './authorize.ts';
import { type Grant, type GrantFacts, keepGrant, REFRESH_LIFE_SECONDS, takeGrant } from './grants.ts';
import { SignInRefusal } from './refusal.ts';
import { makeAppToken, makeTokens, readScopes } from './tokens.ts';

/** Consent given to the app itself is kept under this name. */
export const APP_ALONE = 'app';

/** `POST /{tid}/oauth2/v2.0/token` */
export async function answerToken(
  state: State,
  keys: Keys,
  form: URLSearchParams,
  refuses: (person: string) => boolean,
) {
  if (form.get('client_id') !== state.app.clientId) {
    throw new SignInRefusal('unauthorized_client', 700016, 'Application was not found in the directory.');
  }
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return redeemCode(state, keys, form);
    case 'refresh_token':
      return refresh(state, keys, form, refuses);
    case 'client_credentials':
      return answerAppAlone(state, keys, form);
    default:
      throw new SignInRefusal('unsupported_grant_type', 70003, 'The app requested an unsupported grant type.');
  }
}

async function redeemCode(state: State, keys: Keys, form: URLSearchParams) {
  const grant = takeGrant(state, 'code', form.get('code') ?? '');
  if (!grant)
    throw new SignInRefusal('invalid_grant', 70008, 'The provided authorization code has expired or has been used.');
  if (grant.facts.redirect !== form.get('redirect_uri')) {
    throw new SignInRefusal(
      'invalid_grant',
      500112,
      'The reply address does not match the one of the authorization request.',
    );
  }
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  if (challenge !== grant.facts.challenge) {
    throw new SignInRefusal('invalid_grant', 501481, 'The Code_Verifier does not match the code_challenge.');
  }
  return answerGrant(state, keys, grant, grant.facts.scopes);
}

async function refresh(state: State, keys: Keys, form: URLSearchParams, refuses: (person: string) => boolean) {
  const grant = takeGrant(state, 'refresh', form.get('refresh_token') ?? '');
  if (!grant) throw new SignInRefusal('invalid_grant', 700082, 'The refresh token has expired due to inactivity.');
  if (refuses(grant.person)) {
    throw new SignInRefusal(
      'interaction_required',
      50076,
      'You must use multi-factor authentication to access this resource.',
      'basic_action',
    );
  }
  const asked = readScopes(state, grant.person, form.get('scope') ?? '');
  const scopes = asked.length > 0 ? asked : grant.facts.scopes;
  const missing = scopes.filter((scope) => !hasConsent(state, scope, grant.person));
  if (missing.length > 0) {
    // The token stays good for what was consented to.
    state.db.run(
      "insert into sign_in_grant (token, kind, person, facts, ends_at) values (?, 'refresh', ?, ?, ?)",
      form.get('refresh_token'),
      grant.person,
      JSON.stringify(grant.facts),
      state.clock.now() + REFRESH_LIFE_SECONDS * 1000,
    );
    throw new SignInRefusal(
      'invalid_grant',
      65001,
      `The user or administrator has not consented to use the application. Scopes: ${missing.join(' ')}`,
      'consent_required',
    );
  }
  const { nonce: _nonce, ...facts } = grant.facts;
  const claims = form.get('claims');
  return answerGrant(state, keys, { ...grant, facts: { ...facts, ...(claims ? { claims } : {}) } }, scopes);
}

async function answerGrant(state: State, keys: Keys, grant: Grant, scopes: readonly string[]) {
  const person = findPerson(state, grant.person);
  if (!person) throw new SignInRefusal('invalid_grant', 50034, 'The user account does not exist in the directory.');
  const { nonce, claims, client } = grant.facts;
  const tokens = await makeTokens(state, keys, person, client, scopes, {
    ...(nonce ? { nonce } : {}),
    ...(claims ? { claims } : {}),
  });
  const kept: GrantFacts = { client, scopes, ...(claims ? { claims } : {}) };
  return {
    token_type: 'Bearer',
    scope: [...scopes, 'openid', 'profile', 'email'].join(' '),
    expires_in: tokens.expires_in,
    ext_expires_in: tokens.expires_in,
    access_token: tokens.access_token,
    refresh_token: keepGrant(state, 'refresh', person.id, kept),
    refresh_token_expires_in: REFRESH_LIFE_SECONDS,
    id_token: tokens.id_token,
    client_info: toClientInfo(person),
  };
}

/** For the scheduled function. Any secret is taken: what is looked at is what the app itself has been granted. */
async function answerAppAlone(state: State, keys: Keys, form: URLSearchParams) {
  if (!form.get('client_secret') && !form.get('client_assertion')) {
    throw new SignInRefusal(
      'invalid_client',
      7000218,
      "The request body must contain 'client_assertion' or 'client_secret'.",
    );
  }
  const roles = state.db
    .all<{ scope: string }>('select scope from consent where person = ? and granted = 1 order by scope', APP_ALONE)
    .map((row) => row.scope)
    .filter((scope) => !forPeopleOnly.has(scope));
  const seconds = 3599;
  return {
    token_type: 'Bearer',
    expires_in: seconds,
    ext_expires_in: seconds,
    access_token: await makeAppToken(state, keys, roles, seconds),
  };
}
