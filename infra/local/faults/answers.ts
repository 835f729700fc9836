import { isObject } from '../graph/body.ts';
import type { Faults } from './faults.ts';
import type { Action } from './rules.ts';

/** What can go wrong with an answer after the work is done. */

const textOf = async (response: Response): Promise<string> => (response.body ? await response.text() : '');

function withBody(response: Response, body: BodyInit | null): Response {
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(body, { status: response.status, headers });
}

export async function truncate(response: Response, bytes: number): Promise<Response> {
  return withBody(response, Buffer.from(await textOf(response)).subarray(0, bytes));
}

export async function html(response: Response): Promise<Response> {
  await response.body?.cancel();
  const headers = new Headers(response.headers);
  headers.set('content-type', 'text/html; charset=utf-8');
  return new Response('<!doctype html><title>Sign in to your account</title><p>Please sign in.</p>', {
    status: 200,
    headers,
  });
}

/** Sends so many bytes, then the connection breaks. */
export async function cut(response: Response, bytes: number): Promise<Response> {
  const whole = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.set('content-length', String(whole.length));
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!sent) {
        sent = true;
        return controller.enqueue(whole.subarray(0, Math.min(bytes, whole.length)));
      }
      // What was sent is on its way before the line breaks.
      await pause(30);
      controller.error(new Error('The connection was reset.'));
    },
  });
  return new Response(body, { status: response.status, headers });
}

export async function slow(response: Response, bytesPerSecond: number): Promise<Response> {
  const whole = new Uint8Array(await response.arrayBuffer());
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (at >= whole.length) return controller.close();
      const next = Math.min(whole.length, at + Math.max(1, Math.ceil(bytesPerSecond / 4)));
      await pause(250);
      controller.enqueue(whole.subarray(at, next));
      at = next;
    },
  });
  return withBody(response, body);
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Repeats come before what is newer; reversed, a child comes before its folder; empty, the page is still to come. */
export async function spoilDelta(
  request: Request,
  response: Response,
  action: Extract<Action, { kind: 'delta' }>,
): Promise<Response> {
  if (!response.ok) return response;
  const body: unknown = JSON.parse(await textOf(response));
  if (!isObject(body) || !Array.isArray(body.value)) return withBody(response, JSON.stringify(body));
  if (action.empty) return withBody(response, JSON.stringify({ value: [], '@odata.nextLink': request.url }));
  const value = action.reverse ? [...body.value].reverse() : body.value;
  return withBody(response, JSON.stringify({ ...body, value: action.repeat ? [...value, ...value] : value }));
}

/** Leaves out of an answer what is not to be seen yet; an entity of its own is not found. */
export async function hide(faults: Faults, request: Request, response: Response): Promise<Response> {
  if (request.method !== 'GET' || !response.ok || !/json/.test(response.headers.get('content-type') ?? ''))
    return response;
  const text = await textOf(response);
  const body: unknown = JSON.parse(text);
  if (isObject(body) && Array.isArray(body.value)) {
    const value = body.value.filter((each) => !(isObject(each) && faults.isHidden(each.id)));
    return withBody(response, JSON.stringify({ ...body, value }));
  }
  if (isObject(body) && faults.isHidden(body.id)) return notYet(response);
  return withBody(response, text);
}

function notYet(response: Response): Response {
  const error = {
    code: 'itemNotFound',
    message: 'The resource could not be found.',
    innerError: { 'request-id': response.headers.get('request-id') },
  };
  return new Response(JSON.stringify({ error }), { status: 404, headers: response.headers });
}
