/** Something worth telling a test about: an address nobody knows, a fault that was asked for, a shape that is wrong. */
export type Event = {
  readonly kind: 'unknown-address' | 'fault' | 'conformance' | 'crash';
  readonly at: string;
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly detail: string;
};

/** The latest events, oldest first. Paths are kept without their query. */
export class Events {
  readonly #kept: Event[] = [];

  add(event: Event): void {
    this.#kept.push(event);
    if (this.#kept.length > 5000) this.#kept.shift();
  }

  all(): readonly Event[] {
    return this.#kept;
  }

  clear(): void {
    this.#kept.length = 0;
  }
}
