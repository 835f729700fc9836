import type { Faults } from '../faults/faults.ts';
import type { Action } from '../faults/rules.ts';
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

/** A fault that was asked for: an error status of the host, or a silent renewal that needs the person. */
export function naaFault(faults: Faults, person: string, interactive: boolean) {
  const sight = { on: 'naa', method: 'POST', path: '/naa', user: person, lastFragment: false } as const;
  const wanted = (action: Action) => action.kind === 'naa' || (action.kind === 'interaction' && !interactive);
  const [action] = faults.hits(sight, 'naa', wanted);
  if (action?.kind === 'naa')
    return toError(action.status, action.code ?? 'local_fault', `A fault that was asked for: ${action.status}`);
  if (action)
    return toError(
      'USER_INTERACTION_REQUIRED',
      'interaction_required',
      'AADSTS50076: Multi-factor authentication is needed.',
      'basic_action',
    );
  return undefined;
}

const toError = (status: string, code: string, description: string, subError = '') => ({
  error: { status, code, subError, description, properties: {} },
});
