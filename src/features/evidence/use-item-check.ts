import { useRef, useState } from 'react';
import { useDraft, useDrafts } from '../../session/drafts.ts';
import { toHref } from '../../session/href.ts';
import type { FileFacts } from '../../session/use-file.ts';
import { type Evidence, evidence } from '../../workspace/schema/lists.ts';

/** What a checker says yes to, each by itself. */
export function questionsOf(item: Evidence): readonly string[] {
  return [
    'It is the right document and the latest version',
    item.untilReview ? 'The review date is right' : 'The period covered is right',
    'No child can be recognised from it',
  ];
}

type ReasonDraft = { readonly reason: string };

/** A check under way: ticks, and the reason for a return, which is kept like everything typed. */
export function useItemCheck(item: Evidence, file: FileFacts['file']) {
  const drafts = useDrafts();
  const key = `return ${item.uid}`;
  const reason = useDraft<ReasonDraft>(key)?.values.reason ?? '';
  // What was ticked was ticked of this item and this file: of others it says nothing.
  const subject = `${item.version} ${file?.hash ?? file?.version ?? ''}`;
  const [ticks, setTicks] = useState<{ readonly of: string; readonly on: readonly string[] }>({ of: subject, on: [] });
  const isOutdated = ticks.of !== subject && ticks.on.length > 0;
  const on = ticks.of === subject ? ticks.on : [];
  const questions = questionsOf(item);
  /** Where it is done: what is missing is shown there. */
  const section = useRef<HTMLElement>(null);
  return {
    questions,
    section,
    reason,
    isOutdated,
    isComplete: questions.every((question) => on.includes(question)),
    has: (question: string) => on.includes(question),
    tick(question: string, isOn: boolean) {
      const others = on.filter((each) => each !== question);
      setTicks({ of: subject, on: isOn ? [...others, question] : others });
    },
    setReason(words: string) {
      if (words === '') drafts.drop(key);
      else {
        drafts.set(key, {
          values: { reason: words },
          state: 'typed',
          title: `${item.title}, reason for returning it`,
          href: toHref({ screen: 'evidence', item: item.uid }),
          about: { list: evidence, uid: item.uid },
        });
      }
    },
    clear() {
      drafts.drop(key);
      setTicks({ of: '', on: [] });
    },
  };
}

export type Check = ReturnType<typeof useItemCheck>;
