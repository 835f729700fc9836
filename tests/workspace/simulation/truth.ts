import { isSameValue } from '../../../src/workspace/schema/mapping.ts';

/** What a person asked for and the product accepted: one value in one column. Every value occurs once in a run. */
type Wish = {
  /** The list's id and the row's own key. */
  readonly key: string;
  readonly column: string;
  /** What the person knew to be there; changes when they decide a clash. */
  knew: unknown;
  /** How often it may be written: once, and once more for every decision in its favour. */
  mayBeWritten: number;
  written: number;
  /** The person let it go: chose the other value, or gave it up. */
  letGo: boolean;
};

type Held = { readonly key: string; readonly values: Map<string, unknown> };

/**
 * An observer beside the server. It sees every write that the server carried out, and knows what every person wished
 * for, so it can say whether something was lost, done twice, or written over unseen.
 */
export class Truth {
  readonly problems: string[] = [];
  readonly #wishes = new Map<string, Wish>();
  readonly #rows = new Map<string, Held>();

  accepted(
    key: string,
    values: { readonly [column: string]: unknown },
    knew: { readonly [column: string]: unknown },
  ): void {
    for (const [column, value] of Object.entries(values)) {
      if (typeof value !== 'string') continue;
      this.#wishes.set(value, { key, column, knew: knew[column], mayBeWritten: 1, written: 0, letGo: false });
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

  created(list: string, number: string, values: { readonly [column: string]: unknown }): void {
    const key = `${list}/${String(values.uid)}`;
    const isOurs = values.uid !== undefined;
    for (const held of this.#rows.values())
      if (isOurs && held.key === key) this.problems.push(`The row ${key} was made twice`);
    this.#rows.set(`${list}/${number}`, { key, values: new Map() });
    this.#write(`${list}/${number}`, values);
  }

  changed(item: string, values: { readonly [column: string]: unknown }): void {
    this.#write(item, values);
  }

  /**
   * A row that is gone cannot say what had arrived in it. Words whose answer was lost are then written again rather than
   * let go, so being written once more is right.
   */
  removed(item: string): void {
    const key = this.#rows.get(item)?.key;
    this.#rows.delete(item);
    for (const wish of this.#wishes.values()) if (wish.key === key) wish.mayBeWritten = wish.written + 1;
  }

  #write(item: string, values: { readonly [column: string]: unknown }): void {
    const held = this.#rows.get(item);
    if (!held) return;
    for (const [column, value] of Object.entries(values)) {
      if (column === 'uid' || column === 'title' || column === 'edits') continue;
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

  /** Rows as the server has them, by list and key. */
  rows(): ReadonlyMap<string, { readonly [column: string]: unknown }> {
    return new Map([...this.#rows.values()].map((held) => [held.key, Object.fromEntries(held.values)]));
  }

  /** To be asked when everything has come to rest. */
  lost(): readonly string[] {
    return [...this.#wishes]
      .filter(([, wish]) => wish.written === 0 && !wish.letGo)
      .map(([value, wish]) => `${value} (${wish.key}, ${wish.column}) was accepted and never written`);
  }
}
