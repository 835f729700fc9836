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

/** The words with the whole name in place of what was typed of it, and where the caret is then. */
export function insertMention(words: string, caret: number, { at }: MentionBegun, name: string) {
  const rest = words.slice(caret);
  const mark = `@${name}${rest.startsWith(' ') ? '' : ' '}`;
  return { words: `${words.slice(0, at)}${mark}${rest}`, caret: at + mark.length };
}
