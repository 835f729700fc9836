const EXPOSED =
  'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, Retry-After, SdkVersion, WWW-Authenticate';

/** Graph lets every page read it, and shows pages only these headers: `Date`, `RateLimit-*` and `x-ms-*` stay unseen. */
export function graphCors(exposeRateLimit: boolean): Record<string, string> {
  const exposed = exposeRateLimit
    ? `${EXPOSED.replace(', Retry-After', '')}, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset`
    : EXPOSED;
  return { 'access-control-allow-origin': '*', 'access-control-expose-headers': exposed };
}

export function graphPreflight(request: Request): Response {
  return new Response(null, {
    status: 200,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? 'authorization',
      'access-control-max-age': '3600',
    },
  });
}

/** The file origin answers the app's own pages and no others: neither `*` nor the `null` of a redirect. */
export function fileCors(request: Request, allowed: readonly string[]): Record<string, string> {
  const origin = request.headers.get('origin');
  if (!origin || !allowed.includes(origin)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'ETag, Location, Content-Range, Content-Length, Retry-After',
    vary: 'Origin',
  };
}

export function filePreflight(request: Request, allowed: readonly string[]): Response {
  const cors = fileCors(request, allowed);
  if (!cors['access-control-allow-origin']) return new Response(null, { status: 403 });
  return new Response(null, {
    status: 200,
    headers: {
      ...cors,
      'access-control-allow-methods': 'GET, PUT, POST, DELETE, OPTIONS',
      'access-control-allow-headers':
        request.headers.get('access-control-request-headers') ?? 'content-range, content-type',
      'access-control-max-age': '3600',
    },
  });
}
