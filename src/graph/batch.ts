import type { Call, Graph } from './client.ts';
import { GraphError } from './errors.ts';
import { readRetryAfter } from './pause.ts';
import { isRecord, refusal, toGraphError } from './refusals.ts';
import { isWrite } from './transport.ts';

/** A call that may travel with others and is answered with a body. */
export type PartCall = Pick<Call, 'kind' | 'path' | 'method' | 'body'>;

/** Graph takes at most so many parts in one batch. */
export const MOST_PARTS = 20;

/**
 * POST /$batch: several calls in one round trip, carried out in any order. Each has its own outcome, in the order asked:
 * the body, or the GraphError that it alone met. Parts are charged one by one, so a batch saves time and no resource
 * units. Throws if the answer to a whole batch is lost.
 */
export async function sendTogether(graph: Graph, calls: readonly PartCall[]): Promise<readonly unknown[]> {
  const outcomes: unknown[] = [];
  for (let first = 0; first < calls.length; first += MOST_PARTS) {
    outcomes.push(...(await sendBatch(graph, calls.slice(first, first + MOST_PARTS))));
  }
  return outcomes;
}

async function sendBatch(graph: Graph, calls: readonly PartCall[]): Promise<readonly unknown[]> {
  const mayHaveHappened = calls.some(isWrite);
  const body: unknown = await graph.send<unknown>({
    kind: 'batch',
    parts: calls.map((call) => call.kind),
    method: 'POST',
    path: '/$batch',
    body: { requests: calls.map((call, at) => toPart(call, String(at), graph)) },
    isRead: mayHaveHappened ? undefined : true,
  });
  if (!isRecord(body) || !Array.isArray(body.responses)) throw refusal('unreadable', { mayHaveHappened });
  const answers = new Map(body.responses.filter(isRecord).map((answer) => [String(answer.id), answer]));
  return await Promise.all(calls.map((call, at) => toOutcome(answers.get(String(at)), isWrite(call), graph.now())));
}

function toPart({ path, method = 'GET', body }: PartCall, id: string, graph: Graph) {
  const part = { id, method, url: graph.toPath(path) };
  return body === undefined ? part : { ...part, headers: { 'Content-Type': 'application/json' }, body };
}

async function toOutcome(
  answer: { readonly [key: string]: unknown } | undefined,
  mayHaveHappened: boolean,
  now: number,
): Promise<unknown> {
  const unreadable = refusal('unreadable', { mayHaveHappened });
  if (!answer || typeof answer.status !== 'number') return unreadable;
  if (answer.status >= 200 && answer.status < 300) return isRecord(answer.body) ? answer.body : unreadable;
  const headers = new Headers(isRecord(answer.headers) ? (answer.headers as Record<string, string>) : {});
  const error = await toGraphError(
    new Response(JSON.stringify(answer.body ?? {}), { status: answer.status, headers }),
    mayHaveHappened,
  );
  const seconds = answer.status === 429 || answer.status === 503 ? readRetryAfter(headers, now) : undefined;
  if (seconds === undefined) return error;
  return new GraphError('throttled', error.message, {
    status: error.status,
    code: error.code,
    retryAfterSeconds: seconds,
  });
}
