/** Words that any two sentences share. */
const SMALL = new Set(
  'a an and are as at be by for from has have how in is it its of on or our that the their them they this to was when which who with'.split(
    ' ',
  ),
);

/** Below this share of the shorter sentence's words it is nearly none. */
const NEARLY_NONE = 0.34;

/** Whether two questions are the same, whatever their capitals, stops and spaces. */
export function hasSameWords(one: string, other: string): boolean {
  return wordsOf(one).join(' ') === wordsOf(other).join(' ');
}

/** Whether two questions share no words, or nearly none: an answer to the first may be none to the second. */
export function isOtherQuestion(one: string, other: string): boolean {
  const [first, second] = [tellingWords(one), tellingWords(other)];
  const shorter = Math.min(first.size, second.size);
  if (shorter === 0) return !hasSameWords(one, other);
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / shorter < NEARLY_NONE;
}

function tellingWords(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).filter((word) => !SMALL.has(word)));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
