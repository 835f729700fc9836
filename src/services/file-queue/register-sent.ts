import { noteOnFile } from '../../domain/evidence/file-limits.ts';
import { moves } from '../../domain/evidence/state.ts';
import type { LibraryItem } from '../../graph/drive.ts';
import { GraphError } from '../../graph/errors.ts';
import { type Evidence, evidence } from '../../workspace/schema/lists.ts';
import type { Workspace } from '../../workspace/store/workspace.ts';
import { linkEvidence } from '../evidence-links.ts';
import { moveEvidence } from '../evidence-states.ts';
import { toFileFacts } from '../file-facts.ts';
import { registerFile } from '../register-file.ts';
import type { QueuedFile } from './entry.ts';

/** Makes the row of a file that is in the library, or brings its row up to date; gives its uid and what to say. */
export async function registerSent(
  workspace: Workspace,
  entry: QueuedFile,
  item: LibraryItem,
): Promise<{ readonly uid: string; readonly words: string }> {
  const { place } = entry;
  workspace.putFile(item);
  const rows = workspace.rows(evidence);
  const there = rows.state === 'ready' ? rows.rows.find((row) => row.file === item.id) : undefined;
  const row = there
    ? await renew(workspace, there, item)
    : await registerFile(workspace, { item, partner: place.partner, theme: place.theme, fills: place.gap });
  if (place.prompt !== undefined) {
    await linkEvidence(workspace, { evidence: row.uid, prompt: place.prompt, partner: row.partner });
  }
  return { uid: row.uid, words: say(entry, item, there, row) };
}

/** What was checked was another version: then it is to be checked again, by someone other than who brought this one. */
async function renew(workspace: Workspace, row: Evidence, item: LibraryItem): Promise<Evidence> {
  const move = 'add new version';
  for (let seen = row, tries = 0; tries < TRIES; tries += 1) {
    if (moves[move].from.includes(seen.state)) {
      const moved = await moveEvidence(workspace, { seen, move, file: item });
      if (moved.outcome === 'moved') return moved.row;
      if (moved.outcome === 'clash') {
        seen = moved.theirs;
        continue;
      }
      if (moved.outcome === 'gone') throw gone();
    }
    const saved = await workspace.save(evidence, seen.uid, toFileFacts(item), seen);
    if (saved.outcome === 'saved' || saved.outcome === 'kept') return saved.row;
    if (saved.outcome === 'gone') throw gone();
    seen = saved.theirs;
  }
  throw new GraphError('conflict', 'Others are changing its entry at the same moment. Try again in a minute.');
}

const TRIES = 3;

function gone(): GraphError {
  return new GraphError('not-found', 'Somebody took it out of the register just now.');
}

function say({ place, replaces, marks }: QueuedFile, item: LibraryItem, before: Evidence | undefined, row: Evidence) {
  const words = replaces ? [`New version of ${item.name}.`] : [`Added to ${place.partnerTitle}, ${place.section}.`];
  if (replaces && before && before.state !== row.state) words.push('It is submitted for checking again.');
  if (item.name !== marks.name && !replaces) words.push(`Kept as ${item.name}.`);
  const note = noteOnFile(marks);
  if (note !== undefined) words.push(note);
  return words.join(' ');
}
