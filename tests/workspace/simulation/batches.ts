import type { Answer } from './network.ts';

/** One request as the server saw it, alone or in a batch, with what it was answered. */
export type Done = { readonly method: string; readonly path: string; readonly sent: string; readonly text: string };

type Part = { readonly id: string; readonly method: string; readonly url: string; readonly body?: object };
type PartAnswer = { readonly id: string; readonly status: number; readonly headers?: object; readonly body?: object };

export const isBatch = (request: Request) => request.url.endsWith('/$batch');

/** What was carried out of a request: itself, or those parts of a batch that went well. */
export function doneOf(request: Request, sent: string, text: string): readonly Done[] {
  const path = decodeURIComponent(new URL(request.url).pathname);
  if (!isBatch(request)) return [{ method: request.method, path, sent, text }];
  const { requests } = JSON.parse(sent) as { requests: readonly Part[] };
  const { responses } = JSON.parse(text) as { responses: readonly PartAnswer[] };
  return requests.flatMap(({ id, method, url, body }): readonly Done[] => {
    const answered = responses.find((each) => each.id === id);
    if (!answered || answered.status >= 300) return [];
    const address = decodeURIComponent(url.split('?')[0] ?? '');
    return [{ method, path: address, sent: JSON.stringify(body), text: JSON.stringify(answered.body) }];
  });
}

/** Some parts of a batch are asked to wait, the answers to some others are missing, and the rest is as it should be. */
export async function carryOutSome(
  request: Request,
  random: () => number,
  carryOut: (request: Request) => Promise<Answer>,
): Promise<Answer> {
  const { requests } = (await request.clone().json()) as { requests: readonly Part[] };
  const going = requests.filter(() => random() < 0.6);
  const refused = requests.filter((part) => !going.includes(part));
  const headers = new Headers({ 'Content-Type': 'application/json' });
  const body = JSON.stringify({ requests: going });
  const answer =
    going.length > 0
      ? await carryOut(new Request(request.url, { method: 'POST', headers: request.headers, body }))
      : { text: '{"responses":[]}', status: 200, headers, done: [] };
  if (answer.status >= 300) return answer;
  const { responses } = JSON.parse(answer.text) as { responses: readonly PartAnswer[] };
  const all = [...responses.filter(() => random() < 0.8), ...refused.map((part) => toWait(part, random))];
  return { ...answer, text: JSON.stringify({ responses: all.toReversed() }) };
}

function toWait({ id }: Part, random: () => number): PartAnswer {
  const headers = random() < 0.5 ? { 'Retry-After': '15' } : {};
  return { id, status: 429, headers, body: { error: { code: 'activityLimitReached', message: 'Played' } } };
}
