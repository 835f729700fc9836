import { useState } from 'react';
import { saveAction, whyNotAction } from '../../services/actions.ts';
import { saveNotPicked } from '../../services/clashes.ts';
import { useDraft, useDrafts } from '../../session/drafts.ts';
import { toSentence } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { type Action, actions } from '../../workspace/schema/actions.ts';
import { actionDifferences, actionFields, actionWords } from './action-clash.tsx';
import type { ActionFields } from './answer.ts';

type ActionDraft = {
  readonly fields: ActionFields;
  /** The row as the person saw it. */
  readonly seen: Action;
  /** The row as somebody else has left it meanwhile: the next save is laid on that one. */
  readonly theirs?: Action | undefined;
};

/** One action being changed. What is typed is kept like an answer; the row it began from is kept with it. */
export function useAction(action: Action, href: string) {
  const workspace = useWorkspace();
  const drafts = useDrafts();
  const announce = useAnnounce();
  const { today } = useSession();
  const key = `action ${action.uid}`;
  const kept = useDraft<ActionDraft>(key);
  const [fault, setFault] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const draft = kept?.values;

  function keep(values: ActionDraft, state: 'typed' | 'sending' | 'held' = 'typed'): void {
    const about = { list: actions, uid: action.uid, wanted: { ...values.fields } };
    drafts.set(key, { title: `Action: ${action.title}`, href, values, state, about });
  }

  async function send(seen: Action, change: Parameters<typeof saveAction>[2], words: string) {
    setBusy(true);
    setFault(undefined);
    try {
      const saved = await saveAction(workspace, seen, change);
      if (saved.outcome === 'saved' || saved.outcome === 'kept') announce(words);
      if (saved.outcome === 'gone') setFault('Somebody removed this action.');
      return saved;
    } catch (error) {
      setFault(`Not saved. ${toSentence(error)}`);
      return undefined;
    } finally {
      setBusy(false);
    }
  }

  async function save(): Promise<void> {
    if (draft === undefined) return;
    const why = whyNotAction(draft.fields);
    if (why !== undefined) {
      setFault(why);
      return;
    }
    keep(draft, 'sending');
    const { title, owner, dueOn } = draft.fields;
    const change = { title, owner: owner ?? null, dueOn: dueOn ?? null };
    const saved = await send(draft.theirs ?? draft.seen, change, 'Action saved.');
    if (saved?.outcome === 'clash') {
      keep({ ...draft, theirs: saved.theirs }, 'held');
      announce(`${saved.theirs.changed.by} changed this action too. Choose what is kept.`);
    } else if (saved?.outcome === 'saved' || saved?.outcome === 'kept') {
      drafts.drop(key);
      if (draft.theirs !== undefined) keepTheirs(draft.fields, draft.theirs);
    } else keep(draft, 'held');
  }

  /** What lost to mine is not lost. */
  function keepTheirs(mine: ActionFields, theirs: Action): void {
    const there = actionFields(theirs);
    const fields = actionDifferences(mine, theirs).map((column) => ({
      column,
      title: actions.columns[column].title,
      kept: actionWords(mine, column),
      notKept: actionWords(there, column),
      notKeptFrom: theirs.changed.by,
    }));
    void saveNotPicked(workspace, { list: actions.name, record: theirs.uid, subject: theirs.title, fields });
  }

  /** Done or open again is one press: where somebody else pressed too, the row shows it, and there is nothing to lose. */
  const move = async (doneOn: string | null, words: string) => {
    const saved = await send(action, { doneOn }, words);
    if (saved?.outcome === 'clash')
      setFault(`${saved.theirs.changed.by} changed this too. It is shown as it stands now.`);
  };

  return {
    draft,
    fault,
    isBusy,
    begin: () => keep({ fields: actionFields(action), seen: action }),
    change: (fields: ActionFields) => {
      setFault(undefined);
      if (draft) keep({ ...draft, fields });
    },
    save,
    giveUp() {
      drafts.drop(key);
      setFault(undefined);
    },
    /** Saving is what confirms. */
    confirm: () => send(action, {}, `Confirmed: ${action.title}`),
    finish: () => move(today(), `Done: ${action.title}`),
    reopen: () => move(null, `Open again: ${action.title}`),
  };
}
