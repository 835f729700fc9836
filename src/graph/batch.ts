import type { Call, Graph } from './client.ts';
import { GraphError } from './errors.ts';
import { readRetryAfter } from './pause.ts';
import { isRecord, refusal, toGraphError } from './refusals.ts';

/** A read that may travel with others. */
export type PartCall = Pick<Call, 'kind' | 'path'>;

/** Graph takes at most so many parts in one batch. */
const PARTS = 20;

/**
 * POST /$batch: several reads in one round trip. Each part has its own outcome, in the order asked: the body, or the
 * GraphError that it alone met. Parts are charged one by one, so a batch saves time and no resource units.
 */
export async function getTogether(graph: Graph, calls: readonly PartCall[]): Promise<readonly unknown[]> {
  const outcomes: unknown[] = [];
  for (let first = 0; first < calls.length; first += PARTS) {
    outcomes.push(...(await getBatch(graph, calls.slice(first, first + PARTS))));
  }
  return outcomes;
}

async function getBatch(graph: Graph, calls: readonly PartCall[]): Promise<readonly unknown[]> {
  const requests = calls.map(({ path }, at) => ({ id: String(at), method: 'GET', url: graph.toPath(path) }));
  const body: unknown = await graph.send<unknown>({
    kind: 'batch',
    parts: calls.map((call) => call.kind),
    method: 'POST',
    path: '/$batch',
    body: { requests },
    isRead: true,
  });
  if (!isRecord(body) || !Array.isArray(body.responses)) throw refusal('unreadable');
  const answers = new Map(body.responses.filter(isRecord).map((answer) => [String(answer.id), answer]));
  return await Promise.all(calls.map((_, at) => toOutcome(answers.get(String(at)), graph.now())));
}

async function toOutcome(answer: { readonly [key: string]: unknown } | undefined, now: number): Promise<unknown> {
  if (!answer || typeof answer.status !== 'number') return refusal('unreadable');
  if (answer.status >= 200 && answer.status < 300) return isRecord(answer.body) ? answer.body : refusal('unreadable');
  const headers = new Headers(isRecord(answer.headers) ? (answer.headers as Record<string, string>) : {});
  const error = await toGraphError(
    new Response(JSON.stringify(answer.body ?? {}), { status: answer.status, headers }),
    false,
  );
  const seconds = answer.status === 429 || answer.status === 503 ? readRetryAfter(headers, now) : undefined;
  if (seconds === undefined) return error;
  return new GraphError('throttled', error.message, {
    status: error.status,
    code: error.code,
    retryAfterSeconds: seconds,
  });
}
