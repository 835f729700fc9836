import { createDriveItem } from '../state/drive-item-changes.ts';
import { createListItem } from '../state/list-items.ts';
import { addColumn, createList, listById } from '../state/lists.ts';
import type { State } from '../state/state.ts';
import type { ChannelRow } from '../state/teams.ts';

const PARTNERS = 15;
const FILES = 10_000;
const ROWS = 20_000;

/** With what the stand-in was filled, if it was. */
export function filledWith(state: State): string | null {
  return state.db.get<{ value: string }>("select value from setting where key = 'filled'")?.value ?? null;
}

/** Marks what a demo has filled; for `large` does it: a library of 10,000 files and a list of 20,000 rows. */
export async function fill(state: State, size: string, channelId: string) {
  if (filledWith(state) !== null) return { filled: filledWith(state) };
  const stored = size === 'large' ? await putContents(state) : [];
  state.db.transaction(() => {
    if (size === 'large') plantLarge(state, channelId, stored);
    state.db.run("insert into setting (key, value) values ('filled', ?)", size);
  });
  return { filled: size };
}

type Stored = Awaited<ReturnType<State['contents']['put']>>;

/** A few contents are enough: what matters is how many files there are. */
async function putContents(state: State): Promise<Stored[]> {
  const stored: Stored[] = [];
  for (let i = 0; i < 20; i += 1)
    stored.push(await state.contents.put(inOne(Buffer.from(`Document ${i}\n`.repeat(50 + i)))));
  return stored;
}

async function* inOne(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

function plantLarge(state: State, channelId: string, stored: readonly Stored[]): void {
  const channel = state.db.get<ChannelRow>('select * from channel where id = ?', channelId);
  if (!channel) throw new Error('The channel to fill is not there.');
  const by =
    state.db.get<{ person: string }>('select person from team_member where team = ? limit 1', channel.team)?.person ??
    '';
  const { drive } = channel;
  const folders = Array.from(
    { length: PARTNERS },
    (_, n) =>
      createDriveItem(state, { drive, parent: channel.folder, name: `Partner ${String(n + 1).padStart(2, '0')}`, by })
        .id,
  );
  for (let n = 0; n < FILES; n += 1) {
    const content = { ...(stored[n % stored.length] as Stored), mime: 'text/plain' };
    createDriveItem(state, {
      drive,
      parent: folders[n % PARTNERS] as string,
      name: `Document ${String(n).padStart(5, '0')}.txt`,
      by,
      content,
    });
  }
  const made = createList(state, {
    site: channel.site,
    title: 'Large list',
    name: 'Large list',
    description: '',
    template: 'genericList',
    by,
  });
  const column = (name: string, unique: boolean) =>
    addColumn(state, made.id, {
      name,
      kind: 'text',
      displayName: name,
      text: { maxLength: 255 },
      indexed: true,
      enforceUniqueValues: unique,
      hidden: false,
    });
  column('Uid', true);
  column('Partner', false);
  const list = listById(state, made.id) ?? made;
  for (let n = 0; n < ROWS; n += 1) {
    createListItem(state, list, { Title: `Row ${n}`, Uid: `row-${n}`, Partner: `partner-${n % PARTNERS}` }, by);
  }
}
