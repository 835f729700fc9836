import { forAdministrators } from '../graph/scopes.ts';
import type { Keys } from '../graph/token.ts';
import { hasConsent, type PersonRow, setConsent } from '../state/people.ts';
import type { State } from '../state/state.ts';
import { makeTokens, readScopes } from './tokens.ts';

export type NaaRequest = {
  readonly clientId: string;
  readonly scopes: string;
  readonly interactive: boolean;
  readonly claims?: string | undefined;
};

/** What the Teams host answers to GetToken: `token` and `account`, or `error`, exactly as they go to the tab. */
export async function answerNaa(state: State, keys: Keys, person: PersonRow, request: NaaRequest) {
  if (request.clientId !== state.app.clientId) {
    return toError(
      'PERSISTENT_ERROR',
      'unauthorized_client',
      'AADSTS700016: Application was not found in the directory.',
    );
  }
  const scopes = readScopes(state, person.id, request.scopes);
  const missing = scopes.filter((scope) => !hasConsent(state, scope, person.id));
  const locked = missing.filter((scope) => forAdministrators.has(scope));
  if (missing.length > 0 && !request.interactive) {
    return toError(
      'USER_INTERACTION_REQUIRED',
      'invalid_grant',
      `AADSTS65001: The user or administrator has not consented to use the application. Send an interactive authorization request. Scopes: ${missing.join(' ')}`,
      'consent_required',
    );
  }
  if (locked.length > 0) {
    return toError(
      'USER_CANCEL',
      'access_denied',
      `AADSTS90094: The grant requires administrator permission. Scopes: ${locked.join(' ')}`,
      'admin_consent_required',
    );
  }
  for (const scope of missing) setConsent(state, scope, person.id, true);
  const { claims } = request;
  const tokens = await makeTokens(state, keys, person, request.clientId, scopes, claims ? { claims } : {});
  return {
    token: { ...tokens, properties: null },
    account: {
      environment: 'login.microsoftonline.com',
      homeAccountId: `${person.id}.${person.tenant}`,
      localAccountId: person.id,
      tenantId: person.tenant,
      username: person.user_name,
      name: person.name,
    },
  };
}

const toError = (status: string, code: string, description: string, subError = '') => ({
  error: { status, code, subError, description, properties: {} },
});
