import { forAdministrators } from '../graph/scopes.ts';
import { allPeople, findPerson, hasConsent, type PersonRow, setConsent } from '../state/people.ts';
import type { State } from '../state/state.ts';
import { keepGrant } from './grants.ts';
import { choices, escapeHtml, page } from './page.ts';
import { SignInRefusal } from './refusal.ts';
import { readScopes } from './tokens.ts';

const COOKIE = 'local-sign-in';

/** The page that people see: who they are, then what the app may do; it leads back with a code. */
export function authorize(state: State, request: Request): Response {
  const url = new URL(request.url);
  const options = url.searchParams;
  const redirect = options.get('redirect_uri') ?? '';
  if (options.get('client_id') !== state.app.clientId) {
    return page('Sign-in is not possible', '<p>AADSTS700016: this application is not registered here.</p>', 400);
  }
  if (!isRegistered(state, redirect)) {
    return page(
      'Sign-in is not possible',
      '<p>AADSTS50011: this redirect address is not registered for the application.</p>',
      400,
    );
  }
  try {
    return decide(state, request, options);
  } catch (error) {
    if (!(error instanceof SignInRefusal)) throw error;
    return lead(state, options, {
      error: error.error,
      error_description: error.message,
      ...(error.suberror ? { suberror: error.suberror } : {}),
    });
  }
}

/** The app's own pages are registered, whatever their path. */
export function isRegistered(state: State, address: string): boolean {
  return URL.canParse(address) && state.origins.tabs.includes(new URL(address).origin);
}

function decide(state: State, request: Request, options: URLSearchParams): Response {
  const silent = options.get('prompt') === 'none';
  const picked = silent ? signedIn(state, request) : findPerson(state, options.get('pick') ?? '');
  if (options.get('code_challenge_method') !== 'S256' || !options.get('code_challenge')) {
    throw new SignInRefusal(
      'invalid_request',
      9002313,
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    );
  }
  if (!picked) {
    if (silent)
      throw new SignInRefusal('login_required', 50058, 'A silent sign-in request was sent but no user is signed in.');
    return showPeople(state, options);
  }
  const scopes = readScopes(state, picked.id, options.get('scope') ?? '');
  const missing = scopes.filter((scope) => !hasConsent(state, scope, picked.id));
  if (missing.length > 0) {
    if (silent)
      throw new SignInRefusal(
        'interaction_required',
        65001,
        'The user has not consented to use the application.',
        'consent_required',
      );
    const answer = options.get('answer');
    if (answer === 'cancel')
      throw new SignInRefusal('access_denied', 65004, 'The user declined to consent to access the app.');
    if (missing.some((scope) => forAdministrators.has(scope))) return showLocked(options, missing);
    if (answer !== 'accept') return showConsent(state, options, missing);
    for (const scope of missing) setConsent(state, scope, picked.id, true);
  }
  return leadWithCode(state, options, picked, scopes);
}

function showPeople(state: State, options: URLSearchParams): Response {
  const hint = options.get('login_hint')?.toLowerCase();
  const people = allPeople(state).sort((a, b) => Number(b.user_name === hint) - Number(a.user_name === hint));
  const entries = people.map((person) => ({ value: person.id, label: person.name, detail: person.user_name }));
  return page('Pick an account', choices(options, 'pick', entries));
}

function showConsent(state: State, options: URLSearchParams, missing: readonly string[]): Response {
  const wishes = missing.map((scope) => `<li>${escapeHtml(scope)}</li>`).join('');
  const entries = [
    { value: 'accept', label: 'Accept' },
    { value: 'cancel', label: 'Cancel' },
  ];
  return page(
    'Permissions requested',
    `<p>${escapeHtml(state.app.name)} would like to use:</p><ul>${wishes}</ul>${choices(options, 'answer', entries)}`,
  );
}

function showLocked(options: URLSearchParams, missing: readonly string[]): Response {
  const locked = missing
    .filter((scope) => forAdministrators.has(scope))
    .map((scope) => `<li>${escapeHtml(scope)}</li>`);
  const body = `<p>AADSTS90094: only an administrator can grant these:</p><ul>${locked.join('')}</ul>`;
  return page(
    'Need admin approval',
    body + choices(options, 'answer', [{ value: 'cancel', label: 'Return to the application' }]),
  );
}

function leadWithCode(state: State, options: URLSearchParams, person: PersonRow, scopes: readonly string[]): Response {
  const code = keepGrant(state, 'code', person.id, {
    client: state.app.clientId,
    scopes,
    redirect: options.get('redirect_uri') ?? '',
    challenge: options.get('code_challenge') ?? '',
    ...(options.get('nonce') ? { nonce: options.get('nonce') as string } : {}),
    ...(options.get('claims') ? { claims: options.get('claims') as string } : {}),
  });
  const response = lead(state, options, { code, client_info: toClientInfo(person), session_state: person.id });
  response.headers.set('set-cookie', `${COOKIE}=${person.id}; Path=/; HttpOnly; Secure; SameSite=None`);
  return response;
}

export const toClientInfo = (person: PersonRow): string =>
  Buffer.from(JSON.stringify({ uid: person.id, utid: person.tenant })).toString('base64url');

function signedIn(state: State, request: Request): PersonRow | undefined {
  const [, id = ''] = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]+)`).exec(request.headers.get('cookie') ?? '') ?? [];
  return findPerson(state, id);
}

export const forgetCookie = `${COOKIE}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=None`;

/** Back to the app, in the way it asked for; the state goes back unchanged. */
function lead(_state: State, options: URLSearchParams, facts: Record<string, string>): Response {
  const redirect = options.get('redirect_uri') ?? '';
  const answer = new URLSearchParams(facts);
  const given = options.get('state');
  if (given !== null) answer.set('state', given);
  const mode = options.get('response_mode') ?? 'query';
  if (mode === 'form_post') {
    const fields = [...answer]
      .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
      .join('');
    return page(
      'Continue',
      `<form method="post" action="${escapeHtml(redirect)}">${fields}<button>Continue</button></form>`,
    );
  }
  const target = new URL(redirect);
  if (mode === 'fragment') target.hash = answer.toString();
  else for (const [name, value] of answer) target.searchParams.set(name, value);
  return new Response(null, { status: 302, headers: { location: target.href, 'cache-control': 'no-store' } });
}
