/** A mention that is being typed: where its "@" stands, and the letters after it. */
export type MentionBegun = { readonly at: number; readonly typed: string };

/** Longer than this it is a sentence that happens to hold an "@". */
const LONGEST_NAME = 40;

/** The mention at the caret: an "@" at the start or after a space, with nothing but a name's beginning behind it. */
export function findMention(words: string, caret: number): MentionBegun | undefined {
  const before = words.slice(0, caret);
  const at = before.lastIndexOf('@');
  if (at < 0 || /\S/.test(before.charAt(at - 1))) return undefined;
  const typed = before.slice(at + 1);
  return typed.length > LONGEST_NAME || /[\n,.;:!?]|\s\s|\s$/.test(typed) ? undefined : { at, typed };
}

/** Who is meant by the letters: names that begin with them first, then names with such a word, then any that hold them. */
export function matchPeople<P extends { readonly name: string }>(typed: string, people: readonly P[]): readonly P[] {
  const letters = typed.toLowerCase();
  const rank = ({ name }: P) => {
    const words = name.toLowerCase();
    if (words.startsWith(letters)) return 0;
    if (words.split(/[\s'-]+/).some((word) => word.startsWith(letters))) return 1;
    return words.includes(letters) ? 2 : 3;
  };
  return people.filter((person) => rank(person) < 3).toSorted((one, other) => rank(one) - rank(other));
}

/** A mention brings its own space: the one that a person types behind it out of habit is not a second one. */
export function dropSecondSpace(words: string, caret: number, people: readonly { readonly name: string }[]) {
  const before = words.slice(0, caret);
  if (!people.some(({ name }) => before.endsWith(`@${name}  `))) return { words, caret };
  return { words: before.slice(0, -1) + words.slice(caret), caret: caret - 1 };
}

/** The words with the whole name in place of what was typed of it, and where the caret is then. */
export function insertMention(words: string, caret: number, { at }: MentionBegun, name: string) {
  const rest = words.slice(caret).replace(/^ +/, '');
  const mark = `@${name} `;
  return { words: `${words.slice(0, at)}${mark}${rest}`, caret: at + mark.length };
}
