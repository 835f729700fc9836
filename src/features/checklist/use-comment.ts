import { useState } from 'react';
import { mentionedIn } from '../../domain/checklist/mentions.ts';
import { createComment, removeComment, whyNotComment } from '../../services/comments.ts';
import { useDraft, useDrafts } from '../../session/drafts.ts';
import { toSentence } from '../../session/sentence.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { type Comment, comments } from '../../workspace/schema/actions.ts';
import type { PersonRef } from '../../workspace/schema/define-list.ts';

type CommentDraft = { readonly uid: string; readonly words: string };

/** What is said about: the record, what it is called, and where it is. */
export type About = { readonly record: string; readonly name: string; readonly href: string };

/** A comment being written. Its key is made with its first letter, so that a second try sends no second comment. */
export function useComment({ record, name, href }: About, people: readonly PersonRef[]) {
  const workspace = useWorkspace();
  const drafts = useDrafts();
  const announce = useAnnounce();
  const key = `comment ${record}`;
  const kept = useDraft<CommentDraft>(key);
  const [fault, setFault] = useState<string | undefined>();

  function keep(values: CommentDraft, state: 'typed' | 'sending' | 'held', why?: string): void {
    const about = { list: comments, uid: values.uid, wanted: { words: values.words.trim() } };
    drafts.set(key, { title: `Comment on ${name}`, href, values, state, about, ...(why !== undefined && { why }) });
  }

  function change(words: string): void {
    setFault(undefined);
    if (words === '') drafts.drop(key);
    else keep({ uid: kept?.values.uid ?? crypto.randomUUID(), words }, 'typed');
  }

  async function send(): Promise<boolean> {
    const values = kept?.values ?? { uid: '', words: '' };
    const why = whyNotComment(values.words);
    setFault(why);
    if (why !== undefined) {
      announce(why);
      return false;
    }
    keep(values, 'sending');
    try {
      const mentions = mentionedIn(values.words, people).map(({ id }) => id);
      const saved = await createComment(workspace, { ...values, record, about: name, mentions });
      if (saved.outcome === 'saved' || saved.outcome === 'kept') {
        drafts.drop(key);
        announce(saved.outcome === 'kept' ? 'The comment is on its way.' : 'The comment is sent.');
        return true;
      }
      hold(values, 'The comment was not sent. Try again.');
    } catch (error) {
      hold(values, `The comment was not sent. ${toSentence(error)}`);
    }
    return false;
  }

  function hold(values: CommentDraft, sentence: string): void {
    keep(values, 'held', sentence);
    setFault(sentence);
    announce(sentence);
  }

  async function remove(comment: Comment): Promise<void> {
    try {
      const removed = await removeComment(workspace, comment);
      announce(removed.outcome === 'removed' ? 'The comment is removed.' : 'The comment was changed meanwhile.');
    } catch (error) {
      setFault(`The comment was not removed. ${toSentence(error)}`);
    }
  }

  return { words: kept?.values.words ?? '', isSending: kept?.state === 'sending', fault, change, send, remove };
}
