import type { Clock } from '../clock.ts';
import type { Events } from '../graph/events.ts';
import { type Action, fits, type Rule, readRule, type Sight } from './rules.ts';

/** The connection broke: there is no answer. Whoever listens on a port ends the socket; a `fetch` fails. */
export class ConnectionDropped extends Error {
  constructor() {
    super('The connection was dropped.');
    this.name = 'ConnectionDropped';
  }
}

type Running = { readonly rule: Rule; seen: number; chance: () => number; until?: number };

/** The rules that are in force, and what they have done. */
export class Faults {
  readonly #clock: Clock;
  readonly #events: Events;
  readonly #running: Running[] = [];
  /** Ids that reads do not show yet, and until when. */
  readonly hidden = new Map<string, number>();
  #last = 0;

  constructor(clock: Clock, events: Events) {
    this.#clock = clock;
    this.#events = events;
  }

  add(body: Readonly<Record<string, unknown>>): Rule {
    this.#last += 1;
    const rule = readRule(this.#last, body);
    this.#running.push({ rule, seen: 0, chance: seeded(rule.seed ?? rule.id) });
    return rule;
  }

  all(): readonly { rule: Rule; seen: number }[] {
    return this.#running.map(({ rule, seen }) => ({ rule, seen }));
  }

  clear(): void {
    this.#running.length = 0;
    this.hidden.clear();
  }

  /** A number between 0 and 1, always the same ones after a start. */
  readonly chance = seeded(365);

  get none(): boolean {
    return this.#running.length === 0 && this.hidden.size === 0;
  }

  /** The actions that hit this request; each is put into the event log under the request's id. */
  hits(sight: Sight, requestId: string, among?: (action: Action) => boolean): Action[] {
    const actions: Action[] = [];
    for (const running of this.#running) {
      if (!fits(running.rule, sight) || (among && !among(running.rule.does))) continue;
      running.seen += 1;
      if (!this.#strikes(running)) continue;
      actions.push(running.rule.does);
      this.#events.add({
        kind: 'fault',
        at: this.#clock.stamp(),
        requestId,
        method: sight.method,
        path: sight.path,
        detail: `rule ${running.rule.id}: ${running.rule.does.kind}`,
      });
    }
    return actions;
  }

  #strikes(running: Running): boolean {
    const { rule, seen } = running;
    if (seen < rule.nth || seen >= rule.nth + rule.times) return false;
    if (rule.probability !== undefined && running.chance() >= rule.probability) return false;
    if (rule.does.kind !== 'offline') return true;
    running.until ??= this.#clock.now() + rule.does.seconds * 1000;
    return this.#clock.now() < running.until;
  }

  isHidden(id: unknown): boolean {
    if (typeof id !== 'string') return false;
    const until = this.hidden.get(id);
    if (until === undefined) return false;
    if (until > this.#clock.now()) return true;
    this.hidden.delete(id);
    return false;
  }
}

/** Numbers between 0 and 1 that are always the same ones for a seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
