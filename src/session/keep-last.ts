/**
 * Makes something from facts once, and gives it again as long as each fact is the same as before: whoever comes back to
 * a screen, or asks on another part of it, need not wait for it. Only the last one is kept.
 */
export function keepLast<Facts extends object, Made>(make: (facts: Facts) => Made): (facts: Facts) => Made {
  let last: { readonly facts: Facts; readonly made: Made } | undefined;
  return (facts) => {
    const before = last?.facts;
    const isSame = before && (Object.keys(facts) as (keyof Facts)[]).every((key) => before[key] === facts[key]);
    if (last === undefined || !isSame) last = { facts, made: make(facts) };
    return last.made;
  };
}
