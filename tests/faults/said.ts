import { standingWords } from '../../src/app/waiting-words.ts';
import type { Tab } from '../workspace/simulation/tab.ts';
import type { Play } from '../workspace/support/play.ts';

/** What the panel of unsaved changes says of each, in order. */
export function said(play: Play, { store }: Tab): readonly string[] {
  const { pending, pause } = store.status();
  return pending.map((edit) => standingWords(edit, pause, play.time.now()));
}

/** Requests that write, in order. */
export const writes = (play: Play): readonly string[] =>
  play.sent.map(({ line }) => line).filter((line) => !line.startsWith('GET') && !line.includes('$batch'));

/** The only pending edit of a tab. */
export function onlyEdit({ store }: Tab) {
  const [edit, ...others] = store.status().pending;
  if (!edit || others.length > 0) throw new Error(`There are ${others.length + (edit ? 1 : 0)} edits, not one`);
  return edit;
}
