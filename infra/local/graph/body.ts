import type { Json } from './endpoint.ts';
import { Refusal } from './errors.ts';

const LARGEST_JSON = 4 * 1024 * 1024;

const malformed = (message: string) => new Refusal(400, 'BadRequest', message);

/** The body as a JSON object; Graph refuses more than 4 MB as a whole. */
export async function readJson(request: Request): Promise<Json> {
  const type = request.headers.get('content-type') ?? '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytesOf(request)) {
    size += chunk.length;
    if (size > LARGEST_JSON) throw new Refusal(413, 'RequestEntityTooLarge', 'The request body is larger than 4 MB.');
    chunks.push(chunk);
  }
  if (size === 0) throw malformed('Empty Payload. JSON content expected.');
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) {
    throw new Refusal(415, 'UnsupportedMediaType', 'A body of type application/json is expected.');
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    throw malformed(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw malformed('A JSON object is expected.');
  return value as Json;
}

export async function* bytesOf(request: Request): AsyncIterable<Uint8Array> {
  if (!request.body) return;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member that must be text if it is there. */
export function textIn(body: Json, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw malformed(`The property '${name}' must be text.`);
  return value;
}

export function objectIn(body: Json, name: string): Json | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) throw malformed(`The property '${name}' must be an object.`);
  return value;
}

export function listIn(body: Json, name: string): readonly unknown[] | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw malformed(`The property '${name}' must be a collection.`);
  return value;
}

/** Refuses a member that the type does not have; annotations (`@…`) may always come. */
export function onlyKnown(body: Json, type: string, names: readonly string[]): void {
  for (const name of Object.keys(body)) {
    if (!names.includes(name) && !name.includes('@')) {
      throw new Refusal(
        400,
        'invalidRequest',
        `The property '${name}' does not exist on type 'microsoft.graph.${type}'.`,
      );
    }
  }
}
