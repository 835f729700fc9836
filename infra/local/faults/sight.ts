import type { Sight } from './rules.ts';

/** What the rules look at in a request. */
export function toSight(on: Sight['on'], request: Request): Sight {
  const url = new URL(request.url);
  const [, last, total] = /-(\d+)\/(\d+)$/.exec(request.headers.get('content-range') ?? '') ?? [];
  return {
    on,
    method: request.method,
    path: decoded(url.pathname).replace(/^\/v1\.0/i, ''),
    user: claimsIn(request).oid,
    lastFragment: last !== undefined && Number(last) + 1 === Number(total),
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What the token says of itself; enough to pick a fault by, checked nowhere. */
export function claimsIn(request: Request): { oid?: string; acrs?: unknown } {
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(request.headers.get('authorization')?.split('.')[1] ?? '', 'base64url').toString(),
    );
    return typeof claims === 'object' && claims !== null ? claims : {};
  } catch {
    return {};
  }
}
