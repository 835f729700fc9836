import type { Keys } from '../graph/token.ts';
import type { State } from '../state/state.ts';
import { authorize, forgetCookie, isRegistered } from './authorize.ts';
import { page } from './page.ts';
import { SignInRefusal, toSignInError } from './refusal.ts';
import { answerToken } from './token-endpoint.ts';

export type SignInParts = {
  readonly state: State;
  readonly keys: Keys;
  /** Whether a silent renewal is to be refused for this person, as when they must prove again who they are. */
  readonly refuses: (person: string) => boolean;
};

/** A look-alike of the part of Entra that signs people in. */
export function startSignIn({ state, keys, refuses }: SignInParts): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    if (url.pathname === '/') return new Response(null, { status: 200 });
    const [, tenant = '', rest = ''] = /^\/([^/]+)\/(.+?)\/?$/.exec(url.pathname) ?? [];
    if (!isTenant(state, tenant)) {
      return open(
        toSignInError(new SignInRefusal('invalid_tenant', 90002, `Tenant '${tenant}' not found.`), state.clock.stamp()),
        400,
      );
    }
    switch (`${request.method} ${rest}`) {
      case 'GET v2.0/.well-known/openid-configuration':
        return open(toConfiguration(state, url.origin, tenant));
      case 'GET discovery/instance':
        return open(toInstances(url));
      case 'GET discovery/v2.0/keys':
        return open(await keys.publicKeys());
      case 'GET oauth2/v2.0/authorize':
        return authorize(state, request);
      case 'OPTIONS oauth2/v2.0/token':
        return new Response(null, { status: 204, headers: tokenCors(state, request) });
      case 'POST oauth2/v2.0/token':
        return token(request);
      case 'GET oauth2/v2.0/logout':
        return signOut(state, url);
      default:
        return open(
          toSignInError(
            new SignInRefusal('invalid_request', 900144, `There is no ${request.method} ${rest}.`),
            state.clock.stamp(),
          ),
          404,
        );
    }
  };

  async function token(request: Request): Promise<Response> {
    const headers = { ...tokenCors(state, request), 'cache-control': 'no-store' };
    try {
      const form = new URLSearchParams(await request.text());
      return Response.json(await answerToken(state, keys, form, refuses), { headers });
    } catch (error) {
      if (!(error instanceof SignInRefusal)) throw error;
      return Response.json(toSignInError(error, state.clock.stamp()), { status: 400, headers });
    }
  }
}

function isTenant(state: State, tenant: string): boolean {
  if (tenant === 'common' || tenant === 'organizations') return true;
  return (
    state.db.get('select 1 from tenant where id = ? or domain = ?', tenant.toLowerCase(), tenant.toLowerCase()) !==
    undefined
  );
}

const open = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { 'access-control-allow-origin': '*' } });

/** Only the app's own pages may ask for tokens from a browser. */
function tokenCors(state: State, request: Request): Record<string, string> {
  const origin = request.headers.get('origin');
  if (!origin || !state.origins.tabs.includes(origin)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'POST, OPTIONS',
    'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? 'content-type',
    vary: 'Origin',
  };
}

function toConfiguration(state: State, origin: string, tenant: string) {
  const at = `${origin}/${tenant}`;
  const issuerTenant = tenant === 'common' || tenant === 'organizations' ? '{tenantid}' : tenant;
  return {
    issuer: `${origin}/${issuerTenant}/v2.0`,
    authorization_endpoint: `${at}/oauth2/v2.0/authorize`,
    token_endpoint: `${at}/oauth2/v2.0/token`,
    jwks_uri: `${at}/discovery/v2.0/keys`,
    end_session_endpoint: `${at}/oauth2/v2.0/logout`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    tenant_region_scope: 'EU',
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: new URL(state.origins.graph).host,
  };
}

/** To clients that do not know the host: it is its own cloud. */
function toInstances(url: URL) {
  const names = { preferred_network: url.host, preferred_cache: url.host, aliases: [url.host] };
  const tenant_discovery_endpoint = `${url.origin}/common/v2.0/.well-known/openid-configuration`;
  return { tenant_discovery_endpoint, 'api-version': '1.1', metadata: [names] };
}

function signOut(state: State, url: URL): Response {
  const back = url.searchParams.get('post_logout_redirect_uri') ?? '';
  const response = isRegistered(state, back)
    ? new Response(null, { status: 302, headers: { location: back } })
    : page('Signed out', '<p>You can close this window.</p>');
  response.headers.set('set-cookie', forgetCookie);
  return response;
}
