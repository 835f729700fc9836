import type { Caller } from './token.ts';

export type Count = { requests: number; units: number; bytesIn: number; bytesOut: number; refused: number };

/** What has been asked for since the start, in all and by person and app; read over the control address. */
export class Counters {
  readonly #total = newCount();
  readonly #byCaller = new Map<string, Count>();
  readonly #byEndpoint = new Map<string, number>();

  request(caller: Caller | undefined, endpoint: string, units: number): void {
    for (const count of this.#of(caller)) {
      count.requests += 1;
      count.units += units;
    }
    this.#byEndpoint.set(endpoint, (this.#byEndpoint.get(endpoint) ?? 0) + 1);
  }

  refused(caller: Caller | undefined): void {
    for (const count of this.#of(caller)) count.refused += 1;
  }

  bytes(caller: Caller | undefined, received: number, sent: number): void {
    for (const count of this.#of(caller)) {
      count.bytesIn += received;
      count.bytesOut += sent;
    }
  }

  reset(): void {
    Object.assign(this.#total, newCount());
    this.#byCaller.clear();
    this.#byEndpoint.clear();
  }

  report() {
    return {
      ...this.#total,
      byCaller: Object.fromEntries(this.#byCaller),
      byEndpoint: Object.fromEntries([...this.#byEndpoint].sort()),
    };
  }

  #of(caller: Caller | undefined): Count[] {
    if (!caller) return [this.#total];
    const key = `${caller.kind === 'person' ? caller.id : 'app-only'} ${caller.app}`;
    const own = this.#byCaller.get(key) ?? newCount();
    this.#byCaller.set(key, own);
    return [this.#total, own];
  }
}

const newCount = (): Count => ({ requests: 0, units: 0, bytesIn: 0, bytesOut: 0, refused: 0 });
