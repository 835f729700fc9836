/**
 * Makes something from facts once, and gives it again as long as each fact is the same as before: whoever comes back to
 * a screen, or asks on another part of it, need not wait for it. Only the last one is kept; what is made after it is
 * told of it, and may take over what still holds.
 */
export function keepLast<Facts extends object, Made>(
  make: (facts: Facts, last: { readonly facts: Facts; readonly made: Made } | undefined) => Made,
): (facts: Facts) => Made {
  let last: { readonly facts: Facts; readonly made: Made } | undefined;
  return (facts) => {
    const before = last?.facts;
    const isSame = before && (Object.keys(facts) as (keyof Facts)[]).every((key) => before[key] === facts[key]);
    if (last === undefined || !isSame) last = { facts, made: make(facts, last) };
    return last.made;
  };
}

/** The list from before, if the new one holds the same rows in the same order: whoever is given it has nothing to do. */
export function keepSame<Row>(before: readonly Row[] | undefined, after: readonly Row[]): readonly Row[] {
  return before?.length === after.length && before.every((row, place) => row === after[place]) ? before : after;
}
