import type { Northbridge } from '../infra/local/support/northbridge.ts';
import type { Network } from '../workspace/simulation/network.ts';
import type { Time } from '../workspace/simulation/time.ts';

/** What was sent since the last look. */
export type Traffic = { readonly requests: number; readonly units: number; readonly bytes: number };

export type MeasuredNetwork = Pick<Network, 'over'> & {
  /** Gives what has gone over the line, and begins to count anew. */
  take(): Promise<Traffic>;
};

/** A line with a latency and no faults, over which requests and bytes are counted; units are counted by the server. */
export function measure(north: Northbridge, time: Time, latencyMs: number): MeasuredNetwork {
  let requests = 0;
  let bytes = 0;
  return {
    over: (line) => (request) =>
      new Promise((resolve) => {
        requests += 1;
        time.later(latencyMs / 2, async () => {
          const answer = await north.m365.handle(request);
          const text = await answer.text();
          bytes += Buffer.byteLength(text);
          const { status, headers } = answer;
          time.later(latencyMs / 2, () => {
            if (!line.dead) resolve(new Response(text === '' ? null : text, { status, headers }));
          });
        });
      }),
    async take() {
      const report = (await north.control('GET', '/counters')) as { readonly units: number };
      await north.control('DELETE', '/counters');
      const traffic = { requests, units: report.units, bytes };
      requests = 0;
      bytes = 0;
      return traffic;
    },
  };
}
