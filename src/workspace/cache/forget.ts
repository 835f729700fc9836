import { deleteDB } from 'idb';

/** What everything that a browser keeps of one workspace for one person is called. */
export function toKeptName(tenant: string, person: string, workspace: string): string {
  return `${ofPerson(tenant, person)}${workspace}`;
}

export const ofPerson = (tenant: string, person: string) => `jtai.${tenant}.${person}.`;

/**
 * Wipes all that this browser keeps for a person who signs out, unsent edits as well: ask before, if there are any. Open
 * tabs let go of their storage and keep nothing from then on.
 */
export async function forgetPerson(tenant: string, person: string, storage: Storage | undefined): Promise<void> {
  const prefix = ofPerson(tenant, person);
  const databases = await indexedDB.databases();
  const names = databases.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
  await Promise.all(names.map((name) => deleteDB(name)));
  if (!storage) return;
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
  for (const key of keys) if (key.startsWith(prefix)) storage.removeItem(key);
}
