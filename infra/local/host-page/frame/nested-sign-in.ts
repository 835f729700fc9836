import { askServer, type Person, postJson } from '../scene.ts';

type TokenParameters = { readonly clientId: string; readonly scope: string; readonly claims?: string };
type NestedRequest = { readonly method: string; readonly requestId: string; readonly tokenParams?: TokenParameters };
type NestedError = {
  readonly status: string;
  readonly code?: string;
  readonly subError?: string;
  readonly description?: string;
};
type TokenAnswer = { readonly token?: unknown; readonly account?: unknown; readonly error?: NestedError };

type NestedSignInOptions = {
  readonly person: Person;
  /** Whether this Teams leaves this question about sign-in unanswered. */
  readonly ignores: () => boolean;
  /** Asks the person whether the app may have these permissions. */
  readonly askConsent: (scopes: readonly string[]) => Promise<boolean>;
};

/** Answers one request of MSAL, as a JSON string, or undefined where this Teams is told never to answer. */
export async function answerNestedRequest(text: string, options: NestedSignInOptions): Promise<string | undefined> {
  const request: NestedRequest = JSON.parse(text);
  const envelope = { messageType: 'NestedAppAuthResponse', requestId: request.requestId };
  if (request.method === 'GetInitContext') {
    if (options.ignores()) return undefined;
    return JSON.stringify({ ...envelope, success: true, initContext: toInitContext(options) });
  }
  const isInteractive = request.method === 'GetTokenPopup';
  if (!request.tokenParams || (!isInteractive && request.method !== 'GetToken')) {
    return JSON.stringify({ ...envelope, success: false, error: unknownMethod(request.method) });
  }
  const { token, account, error } = await getToken(request.tokenParams, isInteractive, options);
  return JSON.stringify(
    error ? { ...envelope, success: false, error } : { ...envelope, success: true, token, account },
  );
}

function toInitContext({ person }: NestedSignInOptions): Record<string, unknown> {
  return {
    capabilities: { queryAccount: false },
    sdkName: 'local-teams-host',
    sdkVersion: '0.1.0',
    accountContext: {
      homeAccountId: `${person.id}.${person.tenant}`,
      environment: 'login.microsoftonline.com',
      tenantId: person.tenant,
    },
  };
}

function unknownMethod(method: string): NestedError {
  return { status: 'PERSISTENT_ERROR', code: 'unknown_method', description: `There is no ${method}.` };
}

/** Interactive asks silently first, so that a person who has agreed before is not asked again. */
async function getToken(
  parameters: TokenParameters,
  isInteractive: boolean,
  options: NestedSignInOptions,
): Promise<TokenAnswer> {
  const silent = await askSignIn(parameters, false, options);
  if (!isInteractive || !silent.error) return silent;
  if (silent.error.status === 'USER_INTERACTION_REQUIRED' && !(await options.askConsent(parameters.scope.split(' ')))) {
    return { error: { status: 'USER_CANCEL', code: 'user_cancel', description: 'The person said no.' } };
  }
  return askSignIn(parameters, true, options);
}

async function askSignIn(
  { clientId, scope, claims }: TokenParameters,
  interactive: boolean,
  { person }: NestedSignInOptions,
): Promise<TokenAnswer> {
  const scopes = scope.split(' ').filter(Boolean);
  try {
    return await askServer(
      'sign-in',
      {},
      postJson({ user: person.id, clientId, scopes, interactive, ...(claims && { claims }) }),
    );
  } catch {
    return {
      error: { status: 'TRANSIENT_ERROR', code: 'no_answer', description: 'The local sign-in did not answer.' },
    };
  }
}
