import { useCallback, useMemo, useState } from 'react';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { cellName } from '../../domain/checklist/verdict.ts';
import { linkEvidence, unlinkEvidence } from '../../services/evidence-links.ts';
import { type AlertOutcome, rateAssessment, tellChannel } from '../../services/ratings.ts';
import { type DraftRecord, useDraft, useDrafts } from '../../session/drafts.ts';
import { toHref } from '../../session/href.ts';
import { toSentence } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { assessments, type Partner, type Prompt, type Theme } from '../../workspace/schema/lists.ts';
import { type AnswerDraft, isChanged, isSameFields, toFields, toLinkChanges } from './answer.ts';

type News = {
  readonly about: string;
  readonly alert: AlertOutcome;
  /** On this device, and on its way; Microsoft 365 does not have it yet. */
  readonly isKept?: boolean;
};

type Subject = { readonly theme: Theme; readonly prompt: Prompt; readonly partner: Partner };

/** One assessment being answered: what stands, what is typed, and the ways to save and to tell. */
export function useAnswer(partnership: Partnership, { theme, prompt, partner }: Subject) {
  const workspace = useWorkspace();
  const session = useSession();
  const drafts = useDrafts();
  const announce = useAnnounce();
  const key = assessmentKey(prompt.uid, partner.uid);
  const draftKey = `assessment ${key}`;
  const row = partnership.assessments.get(key);
  const links = useMemo(
    () => partnership.links.filter((link) => link.prompt === prompt.uid && link.partner === partner.uid),
    [partnership.links, prompt.uid, partner.uid],
  );
  const [news, setNews] = useState<News | undefined>();
  const [isTelling, setTelling] = useState(false);

  const kept = useDraft<AnswerDraft>(draftKey);
  const seenLinks = useMemo(() => links.map((link) => link.evidence), [links]);
  const draft: AnswerDraft = kept?.values ?? { fields: toFields(row), linked: seenLinks, seen: row, seenLinks };
  const naming = useMemo(
    () => ({
      title: `${prompt.code}, ${partner.title}`,
      href: toHref({ screen: 'checklist', assessment: assessmentKey(prompt.uid, partner.uid) }),
    }),
    [prompt, partner],
  );
  const link = session.toLink({ screen: 'checklist', assessment: key }, `${prompt.code}, ${partner.title}`);

  const change = useCallback(
    (next: AnswerDraft) => {
      setNews(undefined);
      if (isChanged(next) || next.problem !== undefined) {
        drafts.set(draftKey, { ...naming, about: toAbout(key, next), values: next, state: 'typed' });
      } else drafts.drop(draftKey);
    },
    [drafts, draftKey, naming, key],
  );

  function hold(values: AnswerDraft, problem: NonNullable<AnswerDraft['problem']>, words: string) {
    drafts.set(draftKey, {
      ...naming,
      about: toAbout(key, values),
      values: { ...values, problem },
      state: 'held',
      why: words,
    });
    announce(words);
  }

  async function save(from: AnswerDraft = draft): Promise<void> {
    const values: AnswerDraft = { ...from, problem: undefined };
    drafts.set(draftKey, { ...naming, about: toAbout(key, values), values, state: 'sending' });
    setNews(undefined);
    try {
      const { toLink, toUnlink } = toLinkChanges(values);
      for (const evidence of toLink) {
        await linkEvidence(workspace, { evidence, prompt: prompt.uid, partner: partner.uid });
      }
      for (const evidence of toUnlink) {
        const old = links.find((entry) => entry.evidence === evidence);
        if (old !== undefined) await unlinkEvidence(workspace, old);
      }
      const { verdict, reason, impact } = values.fields;
      if (verdict === undefined || isSameFields(values.fields, toFields(values.seen))) {
        drafts.drop(draftKey);
        announce(`Saved. ${cellName(prompt, partner, verdict)}`);
        return;
      }
      const { saved, alert } = await rateAssessment(workspace, {
        theme,
        prompt,
        partner,
        verdict,
        reason,
        impact,
        seen: values.seen,
        link,
      });
      if (saved.outcome === 'clash') {
        const problem = { kind: 'clash', theirs: saved.theirs, at: workspace.clock() } as const;
        hold(values, problem, `${saved.theirs.changed.by} changed this too. Choose what is kept.`);
        return;
      }
      if (saved.outcome === 'gone') {
        hold({ ...values, seen: undefined }, { kind: 'gone' }, 'Somebody removed this answer. Your words are kept.');
        return;
      }
      drafts.drop(draftKey);
      const isKept = saved.outcome === 'kept';
      setNews({ about: key, alert, isKept });
      announce(`${isKept ? keptWords : 'Saved.'} ${cellName(prompt, partner, verdict)}. ${alertWords(alert)}`);
    } catch (error) {
      const sentence = toSentence(error);
      hold(values, { kind: 'failed', sentence }, `Not saved. ${sentence}`);
    }
  }

  async function tell(): Promise<void> {
    if (row === undefined || isTelling) return;
    setTelling(true);
    try {
      const alert = await tellChannel(workspace, { theme, prompt, partner, assessment: row, link });
      setNews({ about: key, alert });
      announce(alertWords(alert));
    } catch (error) {
      setNews({ about: key, alert: { outcome: 'failed', sentence: toSentence(error) } });
    } finally {
      setTelling(false);
    }
  }

  return {
    row,
    draft,
    isUnsaved: kept !== undefined,
    isSending: kept?.state === 'sending',
    isTelling,
    news: news?.about === key ? news : undefined,
    change,
    save,
    tell,
    /** Gives up what was typed, and the try that failed. */
    giveUp() {
      drafts.drop(draftKey);
      setNews(undefined);
    },
  };
}

/** Where it is to be written, so that the browser keeps it. */
function toAbout(uid: string, draft: AnswerDraft): DraftRecord {
  const { toLink, toUnlink } = toLinkChanges(draft);
  const { verdict, reason, impact } = draft.fields;
  const isAll = toLink.length === 0 && toUnlink.length === 0;
  return { list: assessments, uid, ...(isAll && { wanted: { verdict, reason, impact } }) };
}

/** What is true of a change that waits for Microsoft 365. */
export const keptWords = 'Saved on this device. Microsoft 365 gets it as soon as it can be reached.';

/** What became of the alert, in words; nothing where nobody had to be told. */
export function alertWords(alert: AlertOutcome): string {
  if (alert.outcome === 'posted') return 'The channel has been told.';
  return alert.outcome === 'not-needed' ? '' : alert.sentence;
}
