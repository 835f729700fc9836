/** Long enough to tell documents apart, short enough for the paths that Windows takes. */
const MOST_NAME = 100;

/** The path, with a number behind the name where another file of the pack has it already, whatever the case of its letters. */
export function uniquePath(path: readonly string[], taken: Set<string>): readonly string[] {
  const folders = path.slice(0, -1);
  const [, stem = '', ending = ''] = /^(.+?)(\.[^.\s]{1,10})?$/.exec(path.at(-1) ?? '') ?? [];
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const whole = [...folders, `${cutName(stem, MOST_NAME)}${suffix}${ending}`];
    const key = whole.join('/').toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return whole;
  }
}

/** Never through the two halves of a letter, never with a space or full stop at the end. */
export function cutName(name: string, most: number): string {
  return name.length <= most
    ? name
    : name
        .slice(0, most)
        .toWellFormed()
        .replace(/[\s.\ufffd]+$/, '');
}
