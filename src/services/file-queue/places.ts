import { folderKey } from '../../domain/checklist/keys.ts';
import { createFolder, findChild, getChildren } from '../../graph/drive.ts';
import { GraphError, isGraphError } from '../../graph/errors.ts';
import { folders } from '../../workspace/schema/lists.ts';
import type { Workspace } from '../../workspace/store/workspace.ts';
import type { Place } from './entry.ts';
import { indexLibrary } from './library-index.ts';

export type Places = {
  /** The folder's id; the folders on the way are made, each once. Throws a GraphError with a sentence. */
  folderOf(place: Place, folders: readonly string[]): Promise<string>;
  /** The same if the library is known and the folder is there; reads nothing. */
  knownFolder(place: Place, folders: readonly string[]): string | undefined;
  /** Decoded, from the library's root; as much of it as is known. */
  pathOf(place: Place, folders: readonly string[], name: string): string;
  /** Folders are looked for again: one may have been removed meanwhile. */
  forget(): void;
};

/** Finds the partner's folder by its id, wherever people have put it, and makes the folders of a drop below it. */
export function startPlaces(workspace: Workspace): Places {
  const { graph, info } = workspace;
  const found = new Map<string, Promise<string>>();

  function once(key: string, find: () => Promise<string>): Promise<string> {
    const known = found.get(key);
    if (known) return known;
    const finding = find();
    found.set(key, finding);
    finding.catch(() => found.delete(key));
    return finding;
  }

  function partnerFolder({ theme, partner }: Place): string | undefined {
    const rows = workspace.rows(folders);
    const uid = folderKey(theme, partner);
    return rows.state === 'ready' ? rows.rows.find((row) => row.uid === uid)?.item : undefined;
  }

  async function findSection(place: Place): Promise<string> {
    if (workspace.rows(folders).state === 'waiting') await workspace.pull();
    const own = partnerFolder(place);
    if (!own) throw noFolder();
    const children = await getChildren(graph, info.drive, own).catch((error: unknown) => {
      throw isGraphError(error, 'not-found') ? noFolder() : error;
    });
    // People may add words to a section's name; the number in front stays.
    const meant = children.find((child) => child.kind === 'folder' && isSection(child.name, place));
    return meant?.id ?? own;
  }

  async function makeFolder(parent: string, name: string): Promise<string> {
    const there = await findChild(graph, info.drive, parent, name);
    if (there?.kind === 'folder') return there.id;
    if (there) throw new GraphError('name-taken', `There is a file called ${name} where a folder is to be.`);
    try {
      const made = await createFolder(graph, info.drive, parent, name);
      // What is in it is found by its way from here on.
      workspace.putFile(made);
      return made.id;
    } catch (error) {
      // Somebody else, or an answer that was lost, has made it.
      const now = isGraphError(error, 'name-taken') || isLost(error);
      const made = now ? await findChild(graph, info.drive, parent, name) : undefined;
      if (made?.kind === 'folder') return made.id;
      throw error;
    }
  }

  function knownFolder(place: Place, names: readonly string[]): string | undefined {
    const library = indexLibrary(workspace);
    const own = partnerFolder(place);
    if (!library || !own) return undefined;
    const childOf = (parent: string, isMeant: (name: string) => boolean) =>
      library.childrenOf(parent).find((item) => item.kind === 'folder' && isMeant(item.name))?.id;
    let folder: string | undefined = childOf(own, (name) => isSection(name, place)) ?? own;
    for (const wanted of names) {
      if (folder === undefined) return undefined;
      folder = childOf(folder, (name) => name.toLowerCase() === wanted.toLowerCase());
    }
    return folder;
  }

  return {
    async folderOf(place, names) {
      const base = `${place.theme}/${place.partner}/${place.section}`;
      let folder = await once(base, () => findSection(place));
      for (const [index, name] of names.entries()) {
        const parent = folder;
        const key = [base, ...names.slice(0, index + 1)].join('/').toLowerCase();
        folder = await once(key, () => makeFolder(parent, name));
      }
      return folder;
    },
    knownFolder,
    pathOf(place, names, name) {
      const files = workspace.files();
      const own = partnerFolder(place);
      const above = files.state === 'ready' && own ? climb(files.items, own) : [];
      return [...above.map((item) => item.name), place.section, ...names, name].join('/');
    },
    forget: () => found.clear(),
  };
}

type Items = ReadonlyMap<string, { readonly name: string; readonly parentId?: string | undefined }>;

/** The item and what it lies in, from the library's root down; the root itself has no name in a path. */
function climb(items: Items, id: string): readonly { readonly name: string }[] {
  const path: { readonly name: string }[] = [];
  for (let item = items.get(id); item?.parentId !== undefined && path.length < 50; item = items.get(item.parentId)) {
    path.unshift(item);
  }
  return path;
}

function isSection(name: string, { section }: Place): boolean {
  return name.startsWith(section.slice(0, 2));
}

function isLost(error: unknown): boolean {
  return error instanceof GraphError && error.mayHaveHappened;
}

function noFolder(): GraphError {
  return new GraphError('not-found', 'The folder is not there. "Check and repair" in Settings makes it again.');
}
