import { saveItem } from '../../services/evidence-items.ts';
import { type DraftRecord, useDraft, useDrafts } from '../../session/drafts.ts';
import { toHref } from '../../session/href.ts';
import { toSentence } from '../../session/sentence.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { type Evidence, evidence, type Person } from '../../workspace/schema/lists.ts';
import {
  changedColumns,
  type ItemColumn,
  type ItemDraft,
  type ItemFields,
  type ItemProblem,
  itemColumns,
  toItemFields,
  toItemPatch,
} from './item-fields.ts';

/** The facts of one item being changed: what is typed is kept as a draft until it is saved. */
export function useItemForm(item: Evidence, people: readonly Person[]) {
  const workspace = useWorkspace();
  const drafts = useDrafts();
  const announce = useAnnounce();
  const key = `evidence ${item.uid}`;
  const kept = useDraft<ItemDraft>(key);
  const draft: ItemDraft = kept?.values ?? { fields: toItemFields(item), seen: item };
  const naming = { title: item.title, href: toHref({ screen: 'evidence', item: item.uid }) };

  function toAbout(values: ItemDraft): DraftRecord {
    return { list: evidence, uid: item.uid, wanted: toItemPatch(values.fields, values.seen, people) };
  }

  function hold(values: ItemDraft, problem: ItemProblem, why: string) {
    const held = { ...values, problem };
    drafts.set(key, { ...naming, about: toAbout(held), values: held, state: 'held', why });
    announce(why);
  }

  return {
    draft,
    isUnsaved: kept !== undefined,
    isSending: kept?.state === 'sending',
    change(fields: ItemFields) {
      const next: ItemDraft = { ...draft, fields };
      if (changedColumns(fields, draft.seen).length === 0 && next.problem === undefined) drafts.drop(key);
      else drafts.set(key, { ...naming, about: toAbout(next), values: next, state: 'typed' });
    },
    giveUp: () => drafts.drop(key),
    /** True once it is with Microsoft 365, or on its way there. */
    async save(from: ItemDraft = draft): Promise<boolean> {
      const values: ItemDraft = { fields: from.fields, seen: from.seen };
      drafts.set(key, { ...naming, about: toAbout(values), values, state: 'sending' });
      try {
        const saved = await saveItem(workspace, values.seen, toItemPatch(values.fields, values.seen, people));
        if (saved.outcome === 'clash') {
          const columns = saved.fields.map((field) => field.column).filter((column) => column in itemColumns);
          const problem = {
            kind: 'clash',
            columns: columns as readonly ItemColumn[],
            theirs: saved.theirs,
            at: workspace.clock(),
          } as const;
          hold(values, problem, `${saved.theirs.changed.by} changed this too. Choose what is kept.`);
          return false;
        }
        if (saved.outcome === 'gone') {
          hold(values, { kind: 'gone' }, 'Somebody removed this item. Your words are kept.');
          return false;
        }
        drafts.drop(key);
        announce(saved.outcome === 'kept' ? 'Saved on this device.' : 'Saved.');
        return true;
      } catch (error) {
        const sentence = toSentence(error);
        hold(values, { kind: 'failed', sentence }, `Not saved. ${sentence}`);
        return false;
      }
    },
  };
}

export type ItemForm = ReturnType<typeof useItemForm>;
