import { readStaticFile, toStaticResponse } from '../tab/static-files.ts';

/**
 * Serves the built host page. Any address without a file is the page itself, which reads the address: channels, and
 * deep links in Teams' own form.
 */
export function makeHostPageFiles(folder: string, tabOrigin: string): (request: Request) => Promise<Response> {
  const headers = {
    'Content-Security-Policy': [
      "default-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: https:",
      `frame-src 'self' ${tabOrigin}`,
      "object-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return new Response('Not allowed', { status: 405, headers });
    const { pathname } = new URL(request.url);
    const isAsset = pathname.startsWith('/assets/');
    const file = (await readStaticFile(folder, pathname)) ?? (isAsset ? undefined : await readStaticFile(folder, '/'));
    return file ? toStaticResponse(file, file.body, headers) : new Response('Not found', { status: 404, headers });
  };
}
