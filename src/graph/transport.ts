import type { Client, Context, Middleware } from '@microsoft/microsoft-graph-client';
import type { Call } from './client.ts';
import { refusal } from './refusals.ts';

const MINUTE = 60_000;

/** Carries one attempt's token to the transport and its connection failure back: the client rewraps what is thrown. */
export class Attempt {
  token = '';
  failure: unknown;
}

/**
 * The client's own handler adds a token only to https addresses and compares host names without their port. Ours adds it
 * when and only when the whole origin is Graph's.
 */
export function buildTransport(origin: string, fetchIt: (request: Request) => Promise<Response>): Middleware {
  return {
    execute: async (context: Context) => {
      const attempt = context.middlewareControl?.getMiddlewareOptions(Attempt) as Attempt;
      const request = new Request(context.request, context.options as RequestInit);
      request.headers.delete('Authorization');
      if (new URL(request.url).origin === origin) request.headers.set('Authorization', `Bearer ${attempt.token}`);
      try {
        context.response = await fetchIt(request);
      } catch (error) {
        attempt.failure = error;
        throw error;
      }
    },
  };
}

/** Cuts a link that Graph gave to what follows the version: the client takes only https links apart, and only its way. */
export function toPath(link: string, origin: string): string {
  const path = /^[a-z][a-z0-9+.-]*:/i.test(link) ? cutLink(URL.parse(link), origin) : link;
  return path.replaceAll('https://', 'https:%2F%2F');
}

function cutLink(url: URL | null, origin: string): string {
  const version = '/v1.0/';
  if (url?.origin !== origin || !url.pathname.startsWith(version)) throw refusal('refused');
  return url.pathname.slice(version.length - 1) + url.search;
}

export function isWrite(call: { readonly method?: string; readonly isRead?: true | undefined }): boolean {
  return call.method !== undefined && call.method !== 'GET' && !call.isRead;
}

export function toHeaders(call: Call): { [name: string]: string } {
  return {
    ...(call.version !== undefined && { 'If-Match': call.version }),
    ...(call.body !== undefined && {
      'Content-Type': call.body instanceof Blob ? call.body.type || 'application/octet-stream' : 'application/json',
    }),
  };
}

export function toSignal(call: { readonly signal?: AbortSignal | undefined; readonly timeLimit?: number | undefined }) {
  const limit = AbortSignal.timeout(call.timeLimit ?? MINUTE);
  return call.signal ? AbortSignal.any([call.signal, limit]) : limit;
}

export function sendBy(request: ReturnType<Client['api']>, call: Call): Promise<Response> {
  const content = call.body instanceof Blob ? call.body : JSON.stringify(call.body ?? {});
  switch (call.method ?? 'GET') {
    case 'GET':
      return request.get();
    case 'DELETE':
      return request.delete();
    case 'POST':
      return request.post(content);
    case 'PATCH':
      return request.patch(content);
    case 'PUT':
      return request.put(content);
  }
}

/** An answer that is not whole JSON, a log-in page for one, is a failure and never taken for an empty answer. */
export async function readBody(response: Response, call: Call): Promise<unknown> {
  if (response.status === 204 || response.status === 202) return undefined;
  const mayHaveHappened = isWrite(call);
  try {
    return await response.json();
  } catch (error) {
    throw refusal('unreadable', { status: response.status, cause: error, mayHaveHappened });
  }
}

/** `claims` of a challenge, decoded. */
export function readClaims(header: string | null): string | undefined {
  const encoded = header?.match(/claims="([^"]+)"/)?.[1];
  if (!encoded) return undefined;
  try {
    return atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
}
