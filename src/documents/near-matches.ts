import MiniSearch from 'minisearch';

export type Findable = { readonly key: string; readonly text: string };

/** Finds rows whose words are close to what was typed: another ending, or a slip of the finger in a longer word. */
export function indexNear(rows: readonly Findable[]): (typed: string) => readonly string[] {
  const index = new MiniSearch<Findable>({
    idField: 'key',
    fields: ['text'],
    searchOptions: {
      combineWith: 'AND',
      prefix: (word) => word.length > 2,
      fuzzy: (word) => (word.length < 4 ? false : word.length < 8 ? 1 : 2),
    },
  });
  const known = new Set<string>();
  for (const row of rows) {
    if (known.has(row.key)) continue;
    known.add(row.key);
    index.add(row);
  }
  return (typed) => index.search(typed).map((found) => String(found.id));
}
