type Said = {
  readonly uid: string;
  readonly record: string;
  readonly writtenBy: { readonly id: string };
  readonly mentions?: string;
  readonly created: { readonly at: string };
};

/** Account ids, one a line. */
export function toMentions(ids: readonly string[]): string | undefined {
  return ids.length === 0 ? undefined : [...new Set(ids)].join('\n');
}

export function readMentions(mentions: string | undefined): readonly string[] {
  return (mentions ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}

/**
 * What others have asked of a person and the person has not answered: no word of theirs stands after it in the same
 * place. Everybody's lists say so, so it is the same in every browser. Oldest first.
 */
export function askedOf<C extends Said>(me: string, comments: readonly C[]): readonly C[] {
  const lastOwn = new Map<string, string>();
  for (const { record, writtenBy, created } of comments) {
    if (writtenBy.id === me && created.at > (lastOwn.get(record) ?? '')) lastOwn.set(record, created.at);
  }
  return comments
    .filter(
      (comment) =>
        comment.writtenBy.id !== me &&
        readMentions(comment.mentions).includes(me) &&
        comment.created.at > (lastOwn.get(comment.record) ?? ''),
    )
    .toSorted((one, other) => (one.created.at < other.created.at ? -1 : 1));
}

/** The people whose `@name` still stands in the words: a name that was taken out again asks nobody. */
export function mentionedIn<P extends { readonly id: string; readonly name: string }>(
  words: string,
  people: readonly P[],
): readonly P[] {
  return people.filter(({ name }) => words.includes(`@${name}`));
}

export type Piece = { readonly text: string; readonly isName: boolean };

/** The words cut where a name is mentioned, longest names first, so that it can be set apart. */
export function cutAtNames(words: string, names: readonly string[]): readonly Piece[] {
  const marks = names.map((name) => `@${name}`).toSorted((one, other) => other.length - one.length);
  const pieces: Piece[] = [];
  let plain = '';
  for (let at = 0; at < words.length; ) {
    const mark = marks.find((each) => words.startsWith(each, at));
    if (mark === undefined) {
      plain += words[at];
      at += 1;
      continue;
    }
    if (plain !== '') pieces.push({ text: plain, isName: false });
    plain = '';
    pieces.push({ text: mark, isName: true });
    at += mark.length;
  }
  return plain === '' ? pieces : [...pieces, { text: plain, isName: false }];
}
