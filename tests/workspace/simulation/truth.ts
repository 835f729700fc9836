import { isSameValue } from '../../../src/workspace/schema/mapping.ts';

/** What a person asked for and the product accepted: one value in one column. Every value occurs once in a run. */
type Wish = {
  readonly uid: string;
  readonly column: string;
  /** What the person knew to be there; changes when they decide a clash. */
  knew: unknown;
  /** How often it may be written: once, and once more for every decision in its favour. */
  mayBeWritten: number;
  written: number;
  /** The person let it go: chose the other value, or gave it up. */
  letGo: boolean;
};

type Held = { readonly uid: string; readonly values: Map<string, unknown> };

/**
 * An observer beside the server. It sees every write that the server carried out, and knows what every person wished
 * for, so it can say whether something was lost, done twice, or written over unseen.
 */
export class Truth {
  readonly problems: string[] = [];
  readonly #wishes = new Map<string, Wish>();
  readonly #rows = new Map<string, Held>();

  accepted(
    uid: string,
    values: { readonly [column: string]: unknown },
    knew: { readonly [column: string]: unknown },
  ): void {
    for (const [column, value] of Object.entries(values)) {
      if (typeof value !== 'string') continue;
      this.#wishes.set(value, { uid, column, knew: knew[column], mayBeWritten: 1, written: 0, letGo: false });
    }
  }

  letGo(values: { readonly [column: string]: unknown }): void {
    for (const value of Object.values(values)) {
      const wish = typeof value === 'string' ? this.#wishes.get(value) : undefined;
      if (wish) wish.letGo = true;
    }
  }

  /** The person has seen what is there and wants their own all the same. */
  decided(value: unknown, knows: unknown): void {
    const wish = typeof value === 'string' ? this.#wishes.get(value) : undefined;
    if (!wish) return;
    wish.knew = knows;
    wish.mayBeWritten = wish.written + 1;
  }

  created(item: string, values: { readonly [column: string]: unknown }): void {
    const uid = String(values.uid);
    for (const held of this.#rows.values()) if (held.uid === uid) this.problems.push(`The row ${uid} was made twice`);
    this.#rows.set(item, { uid, values: new Map() });
    this.#write(item, values);
  }

  changed(item: string, values: { readonly [column: string]: unknown }): void {
    this.#write(item, values);
  }

  /**
   * A row that is gone cannot say what had arrived in it. Words whose answer was lost are then written again rather than
   * let go, so being written once more is right.
   */
  removed(item: string): void {
    const uid = this.#rows.get(item)?.uid;
    this.#rows.delete(item);
    for (const wish of this.#wishes.values()) if (wish.uid === uid) wish.mayBeWritten = wish.written + 1;
  }

  #write(item: string, values: { readonly [column: string]: unknown }): void {
    const held = this.#rows.get(item);
    if (!held) return;
    for (const [column, value] of Object.entries(values)) {
      if (column === 'uid' || column === 'title') continue;
      const before = held.values.get(column);
      held.values.set(column, value);
      const wish = typeof value === 'string' ? this.#wishes.get(value) : undefined;
      if (!wish) continue;
      wish.written += 1;
      if (wish.written > wish.mayBeWritten) this.problems.push(`${value} was written ${wish.written} times`);
      if (!isSameValue(before, wish.knew) && !isSameValue(before, value)) {
        this.problems.push(`${value} was written over ${String(before)}, which its author had not seen`);
      }
    }
  }

  /** Rows as the server has them, by key. */
  rows(): ReadonlyMap<string, { readonly [column: string]: unknown }> {
    return new Map([...this.#rows.values()].map((held) => [held.uid, Object.fromEntries(held.values)]));
  }

  /** To be asked when everything has come to rest. */
  lost(): readonly string[] {
    return [...this.#wishes]
      .filter(([, wish]) => wish.written === 0 && !wish.letGo)
      .map(([value, wish]) => `${value} (${wish.uid}, ${wish.column}) was accepted and never written`);
  }
}
