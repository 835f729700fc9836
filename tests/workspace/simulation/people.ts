import type { List } from '../../../src/workspace/schema/define-list.ts';
import type { Edit } from '../../../src/workspace/sync/edit.ts';
import { carryOut } from './network.ts';
import type { Browser, Tab } from './tab.ts';
import type { Truth } from './truth.ts';
import type { World } from './world.ts';

export const COLUMNS = ['reason', 'impact', 'note'] as const;
const KEYS = ['FD-A1', 'FD-A2', 'FD-A3', 'FD-A4'];

export type Scene = {
  readonly world: World;
  readonly truth: Truth;
  readonly lists: readonly List[];
  readonly say: (who: string, what: string) => void;
};

/** What people do: they write, remove, decide, and one of them works in SharePoint itself. */
export function startPeople({ world, truth, lists, say }: Scene) {
  const { random, places } = world;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const keyOf = (list: List, uid: string) => `${places.get(list.name)?.at.list}/${uid}`;
  let words = 0;

  function decideOne(store: Tab['store'], edit: Edit): void {
    const { standing } = edit;
    if (standing.is === 'clash') {
      const { columns, theirs } = standing.clash;
      const mine = columns.filter(() => random() < 0.5);
      for (const column of columns) {
        if (mine.includes(column)) truth.decided(edit.values[column], theirs[column]);
        else truth.letGo({ [column]: edit.values[column] });
      }
      void store.settle(edit, mine);
    } else if (standing.is === 'removed' && random() < 0.5) {
      for (const value of Object.values({ ...standing.was, ...edit.values })) truth.decided(value, undefined);
      void store.restore(edit);
    } else if (standing.is === 'refused' && random() < 0.8) {
      void store.retry(edit);
    } else {
      truth.letGo(edit.values);
      void store.discard(edit);
    }
  }

  return {
    /** Now and then many rows in one moment, as when a theme is added: new ones travel together. */
    write(tab: Tab, who: string): void {
      const list = pick(lists);
      for (const uid of random() < 0.1 ? KEYS : [pick(KEYS)]) this.writeOne(tab, who, list, uid);
    },

    writeOne({ store }: Tab, who: string, list: List, uid: string): void {
      const column = pick(COLUMNS);
      const row = store.row(list.name, uid);
      words += 1;
      const values = { [column]: `${who}-${column}-${words}` };
      const seen = row ? { [column]: row[column] } : {};
      truth.accepted(keyOf(list, uid), values, seen);
      if (row) void store.change(list.name, uid, values, seen);
      else void store.create(list.name, uid, { title: uid, ...values });
      say(
        who,
        `${row ? 'changes' : 'creates'} ${list.name}/${uid} ${JSON.stringify(values)} over ${String(row?.[column])}`,
      );
    },

    remove({ store }: Tab, who: string): void {
      const list = pick(lists);
      const row = pick([...store.rows(list.name), undefined]);
      if (!row) return;
      const seen = Object.fromEntries(COLUMNS.map((column) => [column, row[column]]));
      void store.remove(list.name, row.uid, seen, row.held.item);
      say(who, `removes ${list.name}/${row.uid}`);
    },

    /** A person faced with a decision takes one. */
    decide({ store }: Tab, who: string): void {
      for (const edit of store.needsPerson()) {
        say(who, `decides ${JSON.stringify(edit)}`);
        decideOne(store, edit);
      }
    },

    /** Somebody changes, removes or adds a row in SharePoint: no key, no version, nothing of ours. */
    async meddle(browser: Browser): Promise<void> {
      const at = places.get(pick(lists).name)?.at;
      words += 1;
      const call = async (method: string, path: string, body?: object) => {
        const url = `https://graph.microsoft.com/v1.0/sites/${at?.site}/lists/${at?.list}/items${path}`;
        const headers = { Authorization: `Bearer ${browser.token}`, 'Content-Type': 'application/json' };
        const init = body ? { method, headers, body: JSON.stringify(body) } : { method, headers };
        return await carryOut(world.north.m365, truth, new Request(url, init));
      };
      const { value } = JSON.parse((await call('GET', '')).text) as { value: { id: string }[] };
      const item = pick([...value, undefined])?.id;
      const words2 = `SharePoint-${words}`;
      if (item === undefined) await call('POST', '', { fields: { Title: words2 } });
      else if (random() < 0.15) await call('DELETE', `/${item}`);
      else await call('PATCH', `/${item}/fields`, { [pick(['Reason', 'Impact', 'Note'])]: words2 });
      say('SharePoint', `${words2} on row ${item ?? 'new'}`);
    },
  };
}
