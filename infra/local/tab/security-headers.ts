import policy from '../../azure/security-headers.json' with { type: 'json' };

/** Where the tab may reach and who may hold it; single origins or patterns such as `https://*.sharepoint.com`. */
export type Origins = {
  readonly graph: string;
  readonly login: string;
  readonly files: readonly string[];
  readonly trusted: readonly string[];
};

/** The headers of production, with the origins of this run in their places. */
export function makeSecurityHeaders(origins: Origins, isHttps: boolean): Record<string, string> {
  const fillings: Record<string, readonly string[]> = {
    '{graph}': [origins.graph],
    '{login}': [origins.login],
    '{files}': origins.files,
    '{trusted}': origins.trusted,
  };
  const directives = Object.entries(policy.contentSecurityPolicy).map(([name, sources]) =>
    [name, ...sources.flatMap((source) => fillings[source] ?? [source])].join(' '),
  );
  return {
    'Content-Security-Policy': directives.join('; '),
    ...policy.headers,
    ...(isHttps && policy.httpsOnlyHeaders),
  };
}
