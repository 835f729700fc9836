/** A page outside the tab that helps. */
export type Page = { readonly url: string; readonly title: string };

/** One thing that is not as it was made, and what is to become of it. */
export type Finding = {
  readonly id: string;
  readonly kind:
    | 'list-missing'
    | 'list-doubled'
    | 'list-renamed'
    | 'list-older'
    | 'list-newer'
    | 'list-unmarked'
    | 'column-missing'
    | 'column-wrong'
    | 'column-retitled'
    | 'index-missing'
    | 'unique-missing'
    | 'choices-missing'
    | 'rows-missing'
    | 'folder-missing'
    | 'folder-unlisted'
    | 'folder-renamed'
    | 'folder-moved';
  /** What is found, in one or two sentences. */
  readonly what: string;
  /** What is done about it, why it stays as it is, or what a person has to do. */
  readonly next: string;
  readonly answer: 'mend' | 'leave' | 'person';
  /** The step of set-up that mends it. */
  readonly step: string;
  readonly page?: Page | undefined;
};

/** `a, b and c` */
export function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The first few, and how many more. */
export function nameSome(words: readonly string[], most = 5): string {
  if (words.length <= most) return joinWords(words);
  return `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
}
