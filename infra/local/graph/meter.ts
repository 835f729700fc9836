import { Counters } from './counters.ts';
import type { Service } from './endpoint.ts';
import type { Throttle } from './throttle.ts';
import type { Caller } from './token.ts';

/** What each request costs, counted and held against the limits in one place. */
export class Meter {
  readonly counters = new Counters();
  readonly #throttle: Throttle;

  constructor(throttle: Throttle) {
    this.#throttle = throttle;
  }

  /** Gives headers for the answer; throws the refusal when a limit is passed. */
  charge(
    caller: Caller,
    endpoint: { readonly method: string; readonly path: string; readonly service: Service },
    units: number,
    place: { readonly team?: string; readonly channel?: string } = {},
  ): Record<string, string> {
    const { method, path, service } = endpoint;
    this.counters.request(caller, `${method} ${path}`, units);
    return this.#throttle.take({
      caller,
      service,
      units,
      method,
      path,
      team: place.team ?? '',
      channel: place.channel ?? '',
    });
  }
}
