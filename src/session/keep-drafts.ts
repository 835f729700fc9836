import { workspaceLists } from '../workspace/schema/lists.ts';
import { isSameValue } from '../workspace/schema/mapping.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import type { Draft, Drafts } from './drafts.ts';

/** What a draft is in the browser's storage. */
type Stored = ReturnType<Workspace['drafts']>[number];
type Storing = Pick<Workspace, 'draft' | 'drafts' | 'keepDraft' | 'dropDraft' | 'rows' | 'subscribe'>;
type InStep = { readonly draft: Draft<unknown>; readonly stored: Stored | undefined };

/** Keystrokes that come within this are written together. A tab that is killed loses no more than that. */
export const WRITE_WITHIN_MS = 50;

export type Later = (ms: number, call: () => void) => () => void;

/**
 * Keeps the drafts of this workspace in step with what the browser holds: typed words are stored shortly after the key is
 * pressed, come back with the tab, and are the same in the person's other tabs. `write` stores at once what is still to
 * be stored.
 */
export function keepDrafts(workspace: Storing, drafts: Drafts, later: Later): { write(): void; stop(): void } {
  /** What both sides had when they last agreed, by key. */
  const inStep = new Map<string, InStep>();
  let callOff: (() => void) | undefined;
  let isBusy = false;
  let isFirst = true;

  const isAhead = (key: string) => drafts.get(key) !== inStep.get(key)?.draft;

  function write(): void {
    callOff?.();
    callOff = undefined;
    isBusy = true;
    for (const key of drafts.keys()) {
      const draft = drafts.get(key);
      if (draft?.about === undefined || !isAhead(key)) continue;
      const { list, uid, wanted } = draft.about;
      const { values, state, title, href, why } = draft;
      workspace.keepDraft(list, key, { values, state, title, href, why, uid, wanted });
      inStep.set(key, { draft, stored: workspace.draft(key) });
    }
    for (const key of inStep.keys()) {
      if (drafts.get(key) !== undefined) continue;
      workspace.dropDraft(key);
      inStep.delete(key);
    }
    isBusy = false;
  }

  /** A press on Save is stored at once: what is typed must not come back over what was sent. */
  function hasChanged(): void {
    if (isBusy) return;
    const isUrgent = drafts.keys().some((key) => {
      const before = inStep.get(key)?.draft;
      return before !== undefined && before.state !== drafts.get(key)?.state;
    });
    if (isUrgent) write();
    else callOff ??= later(WRITE_WITHIN_MS, write);
  }

  function takeIn(): void {
    if (isBusy) return;
    isBusy = true;
    const held = new Map(workspace.drafts().map((stored) => [stored.record, stored]));
    for (const [key, stored] of held) {
      const before = inStep.get(key);
      if (before?.stored === stored || isOurs(key)) continue;
      const draft = toDraft(stored);
      if (draft === undefined) continue;
      // The press on Save that a closed tab did not see the end of.
      if (isFirst && isSaid(workspace, stored)) {
        workspace.dropDraft(key);
        continue;
      }
      inStep.set(key, { draft, stored });
      drafts.set(key, draft);
    }
    for (const key of inStep.keys()) {
      if (held.has(key) || isOurs(key)) continue;
      inStep.delete(key);
      drafts.drop(key);
    }
    if (held.size > 0) isFirst = false;
    isBusy = false;
  }

  /** This tab has the word on it: somebody types here, or has just saved. */
  function isOurs(key: string): boolean {
    const draft = drafts.get(key);
    if (draft?.state === 'sending') return true;
    return inStep.has(key) ? isAhead(key) : draft !== undefined;
  }

  takeIn();
  const unsubscribe = [drafts.subscribe(hasChanged), workspace.subscribe(takeIn)];
  return {
    write,
    stop() {
      write();
      for (const each of unsubscribe) each();
    },
  };
}

function toDraft({ list: name, values: stored }: Stored): Draft<unknown> | undefined {
  const list = workspaceLists.find((each) => each.name === name);
  const { values, state, title, href, why, uid, wanted } = stored as { readonly [key: string]: unknown };
  if (list === undefined || typeof uid !== 'string' || typeof values !== 'object' || values === null) return undefined;
  return {
    values,
    // Who was sending it is gone, or is another tab that will say so.
    state: state === 'held' ? 'held' : 'typed',
    ...(typeof title === 'string' && { title }),
    ...(typeof href === 'string' && { href }),
    ...(typeof why === 'string' && { why }),
    about: { list, uid, wanted: wanted as { readonly [column: string]: unknown } | undefined },
  };
}

function isSaid(workspace: Storing, { list: name, values }: Stored): boolean {
  const { state, uid, wanted } = values as { state: unknown; uid: unknown; wanted: object | undefined };
  const list = workspaceLists.find((each) => each.name === name);
  if (state !== 'sending' || wanted === undefined || list === undefined) return false;
  const rows = workspace.rows(list);
  const row = rows.state === 'ready' ? rows.rows.find((each) => each.uid === uid) : undefined;
  if (row === undefined) return false;
  const shown = row as unknown as { readonly [column: string]: unknown };
  return Object.entries(wanted).every(([column, value]) => isSameValue(value, shown[column]));
}
