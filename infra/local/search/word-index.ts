import type { DriveItemRow } from '../state/drive-items.ts';
import type { State } from '../state/state.ts';
import { extractWords } from './extract.ts';

/**
 * The index of a drive is brought up to date when somebody searches, from the changes since the last time: writing
 * stays quick, and the words of one content are read once however often it was copied.
 */
export async function bringUpToDate(state: State, drive: string): Promise<void> {
  const key = `searched ${drive}`;
  const before = Number(state.db.get<{ value: string }>('select value from setting where key = ?', key)?.value ?? 0);
  const changed = state.db.all<DriveItemRow>(
    'select * from drive_item where drive = ? and seq > ? and parent is not null order by seq',
    drive,
    before,
  );
  for (const item of changed) if (item.hash && !item.deleted_at) await readWords(state, item);
  const last = changed.at(-1)?.seq;
  if (last === undefined) return;
  state.db.transaction(() => {
    for (const item of changed) {
      state.db.run('delete from search_text where rowid = ?', item.rowid);
      if (item.deleted_at) continue;
      const words = item.hash
        ? (state.db.get<{ text: string }>('select text from content_text where hash = ?', item.hash)?.text ?? '')
        : '';
      state.db.run(
        'insert into search_text (rowid, item, drive, name, body) values (?, ?, ?, ?, ?)',
        item.rowid,
        item.id,
        drive,
        item.name,
        words,
      );
    }
    state.db.run('insert or replace into setting (key, value) values (?, ?)', key, String(last));
  });
}

async function readWords(state: State, item: DriveItemRow): Promise<void> {
  const hash = item.hash ?? '';
  if (state.db.get('select 1 from content_text where hash = ?', hash)) return;
  const words = await extractWords(item.name, await state.contents.read(hash, 0, item.size));
  state.db.run('insert or ignore into content_text (hash, text) values (?, ?)', hash, words);
}

/** Items by relevance: those whose name holds the words first, then those whose text does. */
export function findByWords(state: State, drive: string, text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [];
  const all = words.map((word) => `"${word}"*`).join(' ');
  const inNames = `{name} : (${all})`;
  const rows = (query: string) =>
    state.db.all<{ item: string }>(
      'select item from search_text where search_text match ? and drive = ? order by rank',
      query,
      drive,
    );
  return [...new Set([...rows(inNames), ...rows(all)].map((row) => row.item))];
}
