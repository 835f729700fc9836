import {
  type AccountInfo,
  AuthError,
  createNestablePublicClientApplication,
  InteractionRequiredAuthError,
  type IPublicClientApplication,
} from '@azure/msal-browser';
import { HostError } from './host-error.ts';
import { withTimeLimit } from './time-limit.ts';

// MSAL is two fifths of what the tab weighs. This file is loaded only when the first token is asked for, after the
// screen has been drawn, so nothing outside `start-host.ts` may import it, and that only dynamically.

export type TokenOptions = {
  readonly claims?: string;
  readonly interactive?: boolean;
  /** The token given before was turned down: one that is kept will not do. */
  readonly renew?: boolean;
};
export type SignIn = {
  getToken(scopes: readonly string[], options: TokenOptions): Promise<string>;
  account(): AccountInfo | null;
};

/** Time a person has in a sign-in window. */
const PERSON_LIMIT_MS = 5 * 60_000;

/** The account and all tokens stay in memory. A sign-in that the host never answers ends after `timeLimitMs`. */
export async function openSignIn(clientId: string, authority: string, timeLimitMs: number): Promise<SignIn> {
  const nested = Boolean(window.nestedAppAuthBridge);
  const late = () => new HostError('no-answer', 'Sign-in did not answer.');
  const client = await withTimeLimit(
    createNestablePublicClientApplication({
      auth: {
        clientId,
        authority,
        knownAuthorities: [new URL(authority).host],
        redirectUri: new URL('/sign-in.html', window.location.origin).href,
        popupRelayUri: window.parent === window ? '' : '/popup-relay.html',
      },
      cache: { cacheLocation: 'memoryStorage' },
    }),
    timeLimitMs,
    late,
  );
  let account: AccountInfo | null = null;
  let asking: Promise<unknown> = Promise.resolve();

  async function getSilently(scopes: readonly string[], { claims, renew }: TokenOptions): Promise<string> {
    if (!nested && !account) {
      throw new HostError('no-teams-sign-in', 'Sign-in through Microsoft Teams is not possible here.', scopes);
    }
    const work = client.acquireTokenSilent({
      scopes: [...scopes],
      ...(claims && { claims }),
      ...(renew && { forceRefresh: true }),
      ...(!nested && account && { account }),
    });
    const result = await withTimeLimit(work, timeLimitMs, late);
    account = result.account;
    return result.accessToken;
  }

  /** One question at a time: two windows at once confuse people, and MSAL refuses the second. */
  function getByAsking(scopes: readonly string[], claims: string | undefined): Promise<string> {
    const next = asking.then(() => ask(client, scopes, claims, account));
    asking = next.catch(() => undefined);
    return next.then((result) => {
      account = result.account;
      return result.accessToken;
    });
  }

  return {
    account: () => account,
    async getToken(scopes, options) {
      const { claims, interactive = false } = options;
      try {
        return await (interactive ? getByAsking(scopes, claims) : getSilently(scopes, options));
      } catch (error) {
        throw toHostError(error, scopes, interactive);
      }
    },
  };
}

function ask(
  client: IPublicClientApplication,
  scopes: readonly string[],
  claims: string | undefined,
  account: AccountInfo | null,
) {
  const request = { scopes: [...scopes], ...(claims && { claims }), ...(account && { account }) };
  const late = () => new HostError('no-answer', 'The sign-in window was not answered.', scopes);
  return withTimeLimit(client.acquireTokenPopup(request), PERSON_LIMIT_MS, late);
}

/** Entra's numbers for "an administrator must agree" (AADSTS90094, 90095, 90097, 650051, 900941). */
const ADMINISTRATOR = /AADSTS(?:90094|90095|90097|650051|900941)\b/;

/** Of all that the app ever asks for, Microsoft lets only an administrator grant these. */
const ADMINISTRATORS_SCOPES: ReadonlySet<string> = new Set([
  'TeamMember.Read.All',
  'ChannelMember.Read.All',
  'ChannelMessage.Read.All',
]);

/**
 * Who has to agree
 *
 * Through Teams MSAL loses the sub-error, and a person who can only press "back" on Microsoft's page about
 * administrators looks as if they had said no. So the scopes themselves tell, and the number where there is one; and a
 * person who has just been asked, and is told to be asked again, cannot agree at all.
 */
function whoMustAgree(error: AuthError, scopes: readonly string[], asked: boolean): HostError | undefined {
  const mustBeAsked = error instanceof InteractionRequiredAuthError || error.errorCode === 'no_account_error';
  const saidNo = error.errorCode === 'user_canceled' || error.errorCode === 'access_denied';
  const isAdministrators = scopes.some((scope) => ADMINISTRATORS_SCOPES.has(scope));
  if (
    ADMINISTRATOR.test(error.errorMessage) ||
    (isAdministrators && (mustBeAsked || saidNo)) ||
    (mustBeAsked && asked)
  ) {
    return new HostError('needs-administrator', 'An administrator has to agree first.', scopes);
  }
  return mustBeAsked ? new HostError('needs-person', 'You have to agree first.', scopes) : undefined;
}

/** Says in our words why there is no token. */
export function toHostError(error: unknown, scopes: readonly string[], asked: boolean): HostError {
  if (error instanceof HostError) return error;
  if (!(error instanceof AuthError)) return new HostError('refused', 'Sign-in failed.', scopes);
  const consent = whoMustAgree(error, scopes, asked);
  if (consent) return consent;
  if (error.errorCode === 'no_network_connectivity' || error.errorCode === 'post_request_failed') {
    return new HostError('offline', 'There is no network.', scopes);
  }
  if (error.errorCode === 'nested_app_auth_bridge_disabled' || error.errorCode === 'no_account_found') {
    return new HostError('no-teams-sign-in', 'Sign-in through Microsoft Teams is not possible here.', scopes);
  }
  // Only the code: a description may name the person.
  return new HostError('refused', `Sign-in was refused (${error.errorCode}).`, scopes);
}
