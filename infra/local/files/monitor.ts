import { Refusal } from '../graph/errors.ts';
import type { State } from '../state/state.ts';

type Job = {
  readonly status: string;
  readonly resource: string | null;
  readonly error: string | null;
  readonly polls: number;
};

/** How a copy stands. The first look finds it still going on, as it mostly is; the body tells, not the status. */
export function answerMonitor(state: State, id: string): Response {
  const job = state.db.get<Job>(
    'update copy_job set polls = polls + 1 where id = ? returning status, resource, error, polls',
    id,
  );
  if (!job) throw new Refusal(404, 'itemNotFound', 'There is no such operation.');
  if (job.polls === 1) return Response.json({ status: 'inProgress', percentageComplete: 50 }, { status: 202 });
  if (job.error) return Response.json({ status: 'failed', percentageComplete: 100, error: JSON.parse(job.error) });
  return Response.json({ status: 'completed', percentageComplete: 100, resourceId: job.resource });
}
