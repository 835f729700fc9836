import MiniSearch from 'minisearch';

export type Findable = { readonly key: string; readonly text: string };

/** Put into the index in one go; in between the page answers whoever types on. */
export const ROWS_AT_ONCE = 500;

/** Finds rows whose words are close to what was typed: another ending, or a slip of the finger in a longer word. */
export async function indexNear(rows: readonly Findable[]): Promise<(typed: string) => readonly string[]> {
  const index = new MiniSearch<Findable>({
    idField: 'key',
    fields: ['text'],
    searchOptions: {
      combineWith: 'AND',
      prefix: (word) => word.length > 2,
      // Two letters that changed places count as two slips.
      fuzzy: (word) => (word.length < 4 ? false : word.length < 6 ? 1 : 2),
    },
  });
  const each = new Map(rows.map((row) => [row.key, row]));
  await index.addAllAsync([...each.values()], { chunkSize: ROWS_AT_ONCE });
  return (typed) => index.search(typed).map((found) => String(found.id));
}
