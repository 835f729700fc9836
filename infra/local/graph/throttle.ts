import type { Clock } from '../clock.ts';
import type { Service } from './endpoint.ts';
import { Refusal } from './errors.ts';
import type { Caller } from './token.ts';

/** What the smallest tenant may use: resource units a minute for one app. The other limits grow with it. */
export const SMALLEST_BUDGET = 1250;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

type Limit = { readonly key: string; readonly most: number; readonly windowMs: number; readonly cost: number };

export type Charge = {
  readonly caller: Pick<Caller, 'id' | 'app' | 'kind'>;
  readonly service: Service;
  readonly units: number;
  readonly method: string;
  /** The endpoint's template. */
  readonly path: string;
  readonly team: string;
  readonly channel: string;
};

/**
 * Counts in fixed windows; what is refused counts as well. With a budget of Infinity nothing is ever refused, which is
 * what a test with a clock that stands still wants.
 */
export class Throttle {
  readonly #clock: Clock;
  readonly #budget: number;
  readonly #used = new Map<string, { window: number; used: number }>();

  constructor(clock: Clock, budget: number) {
    this.#clock = clock;
    this.#budget = budget;
  }

  /** Takes what a call costs; gives the headers that tell how much is left, from 80 % on. */
  take(charge: Charge): Record<string, string> {
    if (this.#budget === Number.POSITIVE_INFINITY) return {};
    let wait = 0;
    for (const limit of this.#limitsOf(charge)) {
      const { used, endsIn } = this.#add(limit);
      if (used > limit.most) wait = Math.max(wait, endsIn);
    }
    const rate = charge.units > 0 ? this.#rateHeaders(charge.caller.app) : {};
    if (wait === 0) return rate;
    const code = charge.service === 'sharepoint' ? 'activityLimitReached' : 'TooManyRequests';
    const headers = { 'retry-after': String(Math.max(1, Math.ceil(wait / SECOND))), ...rate };
    throw new Refusal(429, code, 'The request has been throttled', { headers });
  }

  #add({ key, windowMs, cost }: Limit): { used: number; endsIn: number } {
    const now = this.#clock.now();
    const window = Math.floor(now / windowMs);
    const known = this.#used.get(key);
    const used = (known?.window === window ? known.used : 0) + cost;
    if (this.#used.size > 20_000) this.#used.clear();
    this.#used.set(key, { window, used });
    return { used, endsIn: (window + 1) * windowMs - now };
  }

  #rateHeaders(app: string): Record<string, string> {
    const used = this.#used.get(`minute ${app}`)?.used ?? 0;
    if (used < this.#budget * 0.8) return {};
    return {
      'ratelimit-limit': String(this.#budget),
      'ratelimit-remaining': String(Math.max(0, this.#budget - used)),
      'ratelimit-reset': String(Math.ceil((MINUTE - (this.#clock.now() % MINUTE)) / SECOND)),
    };
  }

  #limitsOf({ caller, service, units, method, path, team, channel }: Charge): Limit[] {
    const { app, id } = caller;
    const limits: Limit[] = [{ key: `graph ${app}`, most: 130_000, windowMs: 10 * SECOND, cost: 1 }];
    if (service === 'sharepoint') {
      limits.push(
        { key: `minute ${app}`, most: this.#budget, windowMs: MINUTE, cost: units },
        { key: `day ${app}`, most: this.#budget * 960, windowMs: DAY, cost: units },
        { key: 'tenant', most: this.#budget * 15, windowMs: 5 * MINUTE, cost: units },
      );
      if (caller.kind === 'person') limits.push({ key: `person ${id}`, most: 3000, windowMs: 5 * MINUTE, cost: 1 });
      if (/search$/.test(path)) limits.push({ key: `search ${id}`, most: 10, windowMs: SECOND, cost: 1 });
      if (/invite$/.test(path)) limits.push({ key: `sharing ${app}`, most: 300, windowMs: 5 * MINUTE, cost: 1 });
    }
    if (service === 'directory') limits.push({ key: `directory ${app}`, most: 3500, windowMs: 10 * SECOND, cost: 1 });
    if (service === 'outlook')
      limits.push({ key: `outlook ${app} ${id}`, most: 10_000, windowMs: 10 * MINUTE, cost: 1 });
    if (service === 'teams') limits.push(...teamsLimits(app, id, method, path, team, channel));
    return limits;
  }
}

/** Each second, for one app; where two published numbers differ, the smaller. */
function teamsLimits(app: string, id: string, method: string, path: string, team: string, channel: string): Limit[] {
  const second = (key: string, most: number): Limit => ({ key: `${key} ${app}`, most, windowMs: SECOND, cost: 1 });
  const messages = /\/messages/.test(path);
  if (messages && method === 'POST') {
    return [
      second('post', 50),
      second(`post team ${team}`, 4),
      second(`post channel ${channel}`, 1),
      second(`post person ${id} ${channel}`, 1),
      { key: `post day ${app} ${channel}`, most: 3000, windowMs: DAY, cost: 1 },
    ];
  }
  if (messages) return [second('read messages', 20)];
  if (/sendActivityNotification$/.test(path)) return [second('activity', 5)];
  if (/\/(channels|members)$/.test(path) && method === 'GET') return [second('lists', 60)];
  return [second(`teams ${method}`, 30)];
}
