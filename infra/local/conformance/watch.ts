import type { Clock } from '../clock.ts';
import { Refusal } from '../graph/errors.ts';
import type { Events } from '../graph/events.ts';
import type { Check } from './check.ts';
import { addLine } from './report.ts';

export type Seen = {
  readonly method: string;
  readonly path: string;
  readonly requestId: string;
  /** The schema's names, when the endpoint has them. */
  readonly answers: string | undefined;
  readonly takes: string | undefined;
  readonly status: number;
  readonly body: unknown;
  readonly sent: unknown;
};

/**
 * Looks at every answer, and at every body that was accepted: one that was refused has been refused already. What does
 * not conform becomes a 500, so that no test can go on as if nothing had been.
 */
export class Watch {
  readonly #clock: Clock;
  readonly #events: Events;
  readonly #check: Promise<Check> | undefined;
  #answers = 0;
  #requests = 0;

  constructor(clock: Clock, events: Events, folder = process.env.GRAPH_CONFORMANCE) {
    this.#clock = clock;
    this.#events = events;
    // Only then is the validator loaded at all.
    this.#check = folder ? import('./check.ts').then(({ loadCheck }) => loadCheck(folder)) : undefined;
  }

  async look(seen: Seen): Promise<void> {
    if (!this.#check) return;
    const check = await this.#check;
    const good = seen.status < 400;
    if (good && seen.takes && seen.sent !== undefined) {
      this.#requests += 1;
      this.#settle('request', seen, check.request(seen.takes, seen.sent));
    }
    if (seen.body === undefined) return;
    const type = good ? seen.answers : 'odataerror';
    if (type === undefined) return;
    this.#answers += 1;
    this.#tell(10);
    this.#settle('answer', seen, check.answer(type, seen.body));
  }

  close(): void {
    this.#tell(1);
  }

  /** Now and then, since a process may end without a word. */
  #tell(from: number): void {
    if (this.#answers + this.#requests < from) return;
    addLine({ kind: 'count', answers: this.#answers, requests: this.#requests });
    this.#answers = 0;
    this.#requests = 0;
  }

  #settle(what: string, seen: Seen, wrong: readonly string[]): void {
    if (wrong.length === 0) return;
    const where = `${seen.method} ${seen.path}`;
    addLine({ kind: 'failure', what, where, wrong });
    const { method, path, requestId } = seen;
    const detail = `${what}: ${wrong.join('; ')}`;
    this.#events.add({ kind: 'conformance', at: this.#clock.stamp(), requestId, method, path, detail });
    throw new Refusal(500, 'generalException', `conformance, ${what} of ${where}: ${wrong.join('; ')}`);
  }
}
