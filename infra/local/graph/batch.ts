import { isObject, listIn, readJson, textIn } from './body.ts';
import type { Answer, Json } from './endpoint.ts';
import { Refusal } from './errors.ts';

const MOST_PARTS = 20;
const METHODS = new Set(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']);

type Part = {
  id: string;
  method: string;
  url: string;
  headers: Headers;
  body: BodyInit | null;
  after: readonly string[];
};

const refuse = (message: string) => new Refusal(400, 'BadRequest', message);

/** Up to twenty requests in one. The outer 200 says nothing about the parts; each is charged on its own. */
export async function answerBatch(
  request: Request,
  answerPart: (part: Request, n: number) => Promise<Answer>,
): Promise<Answer> {
  const parts = readParts(await readJson(request));
  const statuses = new Map<string, number>();
  const responses: Json[] = [];
  for (const [n, part] of parts.entries()) {
    const failed = part.after.some((id) => (statuses.get(id.toLowerCase()) ?? 424) >= 400);
    const answer = failed ? dependencyFailed : await answerPart(toRequest(request, part), n);
    statuses.set(part.id.toLowerCase(), answer.status);
    responses.push({
      id: part.id,
      status: answer.status,
      headers: {
        ...(answer.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...capitalised(answer.headers),
      },
      ...(answer.body === undefined ? {} : { body: answer.body }),
    });
  }
  return { status: 200, body: { responses } };
}

const dependencyFailed: Answer = {
  status: 424,
  body: { error: { code: 'FailedDependency', message: 'A request that this one depends on has failed.' } },
};

function readParts(body: Json): Part[] {
  const requests = listIn(body, 'requests');
  if (!requests || requests.length === 0) throw refuse("Invalid batch payload format: 'requests' is missing.");
  if (requests.length > MOST_PARTS)
    throw refuse(`Number of batch request steps exceeds the maximum value of ${MOST_PARTS}.`);
  const ids = new Set<string>();
  return requests.map((each) => {
    if (!isObject(each)) throw refuse('Each request of a batch is an object.');
    const id = textIn(each, 'id') ?? '';
    if (id === '' || ids.has(id.toLowerCase()))
      throw refuse('The request ids of a batch must be there, and each once.');
    ids.add(id.toLowerCase());
    const method = (textIn(each, 'method') ?? '').toUpperCase();
    if (!METHODS.has(method)) throw refuse(`The method of the batch request '${id}' is missing or unknown.`);
    const url = textIn(each, 'url');
    if (!url || /^[a-z]+:/i.test(url)) throw refuse(`The url of the batch request '${id}' must be relative.`);
    const headers = new Headers();
    for (const [name, value] of Object.entries(isObject(each.headers) ? each.headers : {}))
      headers.set(name, String(value));
    if (each.body !== undefined && !headers.has('content-type')) {
      throw refuse(`Write request id : ${id} does not contain Content-Type header or body.`);
    }
    const after = (listIn(each, 'dependsOn') ?? []).map(String);
    return { id, method, url, headers, body: toBody(each.body, headers), after };
  });
}

/** A body of another type than JSON comes as base64 text. */
function toBody(body: unknown, headers: Headers): BodyInit | null {
  if (body === undefined) return null;
  if (/json/i.test(headers.get('content-type') ?? '')) return JSON.stringify(body);
  return typeof body === 'string' ? Buffer.from(body, 'base64') : JSON.stringify(body);
}

function toRequest(outer: Request, part: Part): Request {
  const path = part.url.startsWith('/') ? part.url : `/${part.url}`;
  const url = `${new URL(outer.url).origin}/v1.0${path.replace(/^\/v1\.0(?=\/)/i, '')}`;
  return new Request(url, {
    method: part.method,
    headers: part.headers,
    body: part.method === 'GET' ? null : part.body,
  });
}

const capitalised = (headers: Readonly<Record<string, string>> | undefined): Json =>
  Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [
      name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()),
      value,
    ]),
  );
