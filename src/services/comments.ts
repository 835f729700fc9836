import { findPrivateDetail } from '../domain/alerts/privacy-check.ts';
import { toMentions } from '../domain/checklist/mentions.ts';
import { type Comment, comments } from '../workspace/schema/actions.ts';
import type { Removed, Saved } from '../workspace/store/snapshot.ts';
import type { Workspace } from '../workspace/store/workspace.ts';

export type NewComment = {
  /** The caller's, so that a second try makes no second comment. */
  readonly uid: string;
  /** The uid of the assessment or prompt, and what it is called on the screen. */
  readonly record: string;
  readonly about: string;
  readonly words: string;
  /** Account ids of those who are asked. */
  readonly mentions: readonly string[];
};

/** Why these words are not sent, in a sentence; undefined when they may be. */
export function whyNotComment(words: string): string | undefined {
  if (words.trim() === '') return 'Write something first.';
  const detail = findPrivateDetail(words);
  return detail && `${detail.sentence} Comments name no child and no family: take it out.`;
}

export function createComment(workspace: Workspace, comment: NewComment): Promise<Saved<typeof comments>> {
  const { uid, record, about, words, mentions } = comment;
  const asked = toMentions(mentions);
  return workspace.create(comments, {
    uid,
    title: about.slice(0, 255),
    record,
    words: words.trim(),
    writtenBy: workspace.me,
    ...(asked !== undefined && { mentions: asked }),
  });
}

/** One's own can be taken back; the screen offers it for no other. */
export function removeComment(workspace: Workspace, comment: Comment): Promise<Removed<typeof comments>> {
  return workspace.remove(comments, comment.uid, comment);
}
