/** How a token is asked for: the scopes of the call, and a claims challenge to pass on, once. */
export type TokenRequest = {
  readonly scopes: readonly string[];
  readonly claims?: string | undefined;
  /** The token given before was turned down without a challenge: a cached one will not do. */
  readonly renew?: true | undefined;
};

export type GraphOptions = {
  /** `https://graph.microsoft.com`: without version and without a closing slash. */
  readonly baseUrl: string;
  /** Origins beside https ones to which file links may lead. */
  readonly fileOrigins?: readonly string[];
  readonly getToken: (request: TokenRequest) => Promise<string>;
  readonly fetch?: typeof fetch;
};

export type Graph = {
  readonly baseUrl: string;
};

export function createGraph(options: GraphOptions): Graph {
  return { baseUrl: options.baseUrl };
}
