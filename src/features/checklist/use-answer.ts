import { useCallback, useEffect, useMemo, useState } from 'react';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { standingVerdict } from '../../domain/checklist/progress.ts';
import { cellName, type Verdict } from '../../domain/checklist/verdict.ts';
import { createAction } from '../../services/actions.ts';
import { linkEvidence, unlinkEvidence } from '../../services/evidence-links.ts';
import {
  type AlertOutcome,
  agreeAssessment,
  rateAssessment,
  tellChannel,
  whyNotAnswer,
} from '../../services/ratings.ts';
import { type RatingStep, toStep } from '../../services/undo-rating.ts';
import { type DraftRecord, useDraft, useDrafts } from '../../session/drafts.ts';
import { toHref } from '../../session/href.ts';
import { toSentence } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { type Assessment, assessments, type Partner, type Prompt, type Theme } from '../../workspace/schema/lists.ts';
import type { Saved } from '../../workspace/store/snapshot.ts';
import {
  type AnswerDraft,
  follow,
  followLinks,
  isActionTyped,
  isChanged,
  isOwnChanged,
  isSameFields,
  isSavedFirst,
  type Problem,
  toFields,
  toLinkChanges,
  toOwnAnswer,
  toWhole,
} from './answer.ts';
import { alertWords, keptWords, type News } from './answer-words.ts';

type Agreeing = NonNullable<AnswerDraft['agreeing']>;
type Subject = { readonly theme: Theme; readonly prompt: Prompt; readonly partner: Partner };

/** One assessment being answered: what stands, what is typed, and the ways to save, to agree and to tell. */
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
  const [news, setNews] = useState<(News & { readonly about: string }) | undefined>();
  const [isTelling, setTelling] = useState(false);
  const [moved, setMoved] = useState<{ readonly about: string; readonly problem: Problem } | undefined>();

  const kept = useDraft<AnswerDraft>(draftKey);
  const seenLinks = useMemo(() => links.map((link) => link.evidence), [links]);
  const draft = useMemo<AnswerDraft>(() => {
    if (kept === undefined) return { fields: toFields(row), linked: seenLinks, seen: row, seenLinks };
    const whole = toWhole(kept.values);
    return kept.state === 'sending' ? followLinks(whole, seenLinks) : follow(whole, row, seenLinks);
  }, [kept, row, seenLinks]);
  // What others, or another tab, have made true meanwhile is typed and unsaved no longer.
  const isSaid = kept?.state === 'typed' && !isChanged(draft);
  useEffect(() => {
    if (isSaid) drafts.drop(draftKey);
  }, [isSaid, drafts, draftKey]);
  const naming = useMemo(
    () => ({
      title: `${prompt.code}, ${partner.title}`,
      href: toHref({ screen: 'checklist', assessment: assessmentKey(prompt.uid, partner.uid) }),
    }),
    [prompt, partner],
  );
  const link = session.toLink({ screen: 'checklist', assessment: key }, naming.title);
  const subject = { theme, prompt, partner, link };

  const change = useCallback(
    (next: AnswerDraft) => {
      setNews(undefined);
      setMoved(undefined);
      if (isChanged(next)) {
        drafts.set(draftKey, { ...naming, about: toAbout(key, next), values: next, state: 'typed' });
      } else drafts.drop(draftKey);
    },
    [drafts, draftKey, naming, key],
  );

  function hold(values: AnswerDraft, problem: NonNullable<AnswerDraft['problem']>, words: string): void {
    const about = toAbout(key, values);
    drafts.set(draftKey, { ...naming, about, values: { ...values, problem }, state: 'held', why: words });
    announce(words);
  }

  function send(values: AnswerDraft): void {
    drafts.set(draftKey, { ...naming, about: toAbout(key, values), values, state: 'sending' });
    setNews(undefined);
    setMoved(undefined);
  }

  async function sendAround(values: AnswerDraft): Promise<void> {
    const { toLink, toUnlink } = toLinkChanges(values);
    for (const evidence of toLink) {
      await linkEvidence(workspace, { evidence, prompt: prompt.uid, partner: partner.uid });
    }
    for (const evidence of toUnlink) {
      const old = links.find((entry) => entry.evidence === evidence);
      if (old !== undefined) await unlinkEvidence(workspace, old);
    }
    if (isActionTyped(values.action)) {
      const on = { theme: theme.uid, prompt: prompt.uid, partner: partner.uid };
      await createAction(workspace, { ...on, ...values.action });
    }
  }

  /** What a step that takes it back has to know of what went along with it. */
  function alongWith(values: AnswerDraft) {
    const { toLink, toUnlink } = toLinkChanges(values);
    const made = isActionTyped(values.action) ? values.action : undefined;
    return { ...subject, made, hasLinks: toLink.length + toUnlink.length > 0 };
  }

  /** What became of it; true where the draft has done its work. */
  function settle(
    { saved, alert }: { readonly saved: Saved<typeof assessments>; readonly alert: AlertOutcome },
    values: AnswerDraft,
    step?: RatingStep,
  ): boolean {
    if (saved.outcome === 'clash') {
      const { theirs } = saved;
      const by = theirs.changed.by;
      if (values.agreeing !== undefined && !isSavedFirst(values)) {
        letLookAgain(values, values.agreeing, theirs);
      } else {
        const problem = { kind: 'clash', theirs, at: workspace.clock() } as const;
        hold(values, problem, `${by} changed this too. Choose what is kept.`);
      }
      return false;
    }
    if (saved.outcome === 'gone') {
      hold({ ...values, seen: undefined }, { kind: 'gone' }, 'Somebody removed this answer. Your words are kept.');
      return false;
    }
    finish({ alert, isKept: saved.outcome === 'kept', step }, standingVerdict(saved.row));
    return true;
  }

  /** The partner's answer is another one now: it is shown whole. Only a verdict that was picked against it is kept. */
  function letLookAgain(values: AnswerDraft, agreeing: Agreeing, theirs: Assessment): void {
    const by = theirs.changed.by;
    const problem: Problem = { kind: 'moved', by };
    const words = `${by} changed the verdict since you looked. Look again.`;
    // What a press offered of itself was the old answer's, not this person's choice.
    if (draft.agreeing === undefined && !isOwnChanged(values)) {
      drafts.drop(draftKey);
      setMoved({ about: key, problem });
      announce(words);
      return;
    }
    const fields = { ...toFields(theirs), noActionReason: values.fields.noActionReason };
    const now = { fields, seen: theirs, agreeing: { ...agreeing, seen: theirs } };
    hold({ ...values, ...now }, problem, words);
  }

  function finish(saved: News, verdict: Verdict | undefined): void {
    const { alert, isKept = false } = saved;
    drafts.drop(draftKey);
    setNews({ ...saved, about: key });
    announce(`${isKept ? keptWords : 'Saved.'} ${cellName(prompt, partner, verdict)}. ${alertWords(alert)}`);
  }

  async function save(from: AnswerDraft = draft): Promise<boolean> {
    const values: AnswerDraft = { ...from, problem: undefined, agreeing: undefined };
    // Before anything goes along with it: the evidence and the action of a refused answer would be there without it.
    const why = whyNotAnswer(values.fields, values.seen);
    if (why !== undefined) {
      hold(values, { kind: 'failed', sentence: why }, `Not saved. ${why}`);
      return false;
    }
    send(values);
    try {
      await sendAround(values);
      const isBrought = values.seen?.broughtForward !== undefined;
      if (isSameFields(values.fields, toFields(values.seen)) && !isBrought) {
        finish({ alert: { outcome: 'not-needed' } }, standingVerdict(row));
        return true;
      }
      const own = toOwnAnswer(values);
      const rated = await rateAssessment(workspace, { ...subject, ...own, seen: values.seen });
      return settle(rated, values, toStep(alongWith(values), values.seen, rated));
    } catch (error) {
      const sentence = toSentence(error);
      hold(values, { kind: 'failed', sentence }, `Not saved. ${sentence}`);
      return false;
    }
  }

  async function agree(verdict: Verdict, seen: Assessment): Promise<void> {
    const values: AnswerDraft = { ...draft, problem: undefined, agreeing: { verdict, seen } };
    const why = whyNotAnswer(values.fields, values.seen);
    if (why !== undefined) {
      hold(values, { kind: 'failed', sentence: why }, `Not saved. ${why}`);
      return;
    }
    send(values);
    try {
      await sendAround(values);
      const { noActionReason } = toOwnAnswer(values);
      const { saved, alert } = await agreeAssessment(workspace, {
        ...subject,
        ...{ verdict, seen, noActionReason },
      });
      if (saved.outcome === 'may-not') hold(values, { kind: 'failed', sentence: saved.sentence }, saved.sentence);
      else
        settle({ saved, alert }, { ...values, action: undefined }, toStep(alongWith(values), seen, { saved, alert }));
    } catch (error) {
      const sentence = toSentence(error);
      hold(values, { kind: 'failed', sentence }, `Not saved. ${sentence}`);
    }
  }

  /** The action alone; the rest of what is typed stays typed. */
  async function addAction(): Promise<void> {
    const { action } = draft;
    if (action === undefined) return;
    const rest: AnswerDraft = { ...draft, problem: undefined, action: undefined };
    send(draft);
    try {
      await createAction(workspace, { theme: theme.uid, prompt: prompt.uid, partner: partner.uid, ...action });
      change(rest);
      announce('The action is added.');
    } catch (error) {
      const sentence = toSentence(error);
      hold(draft, { kind: 'failed', sentence }, `The action was not added. ${sentence}`);
    }
  }

  async function tell(): Promise<void> {
    if (row === undefined || isTelling) return;
    setTelling(true);
    try {
      const alert = await tellChannel(workspace, { ...subject, assessment: row });
      setNews({ about: key, alert });
      announce(alertWords(alert));
    } catch (error) {
      setNews({ about: key, alert: { outcome: 'failed', sentence: toSentence(error) } });
    } finally {
      setTelling(false);
    }
  }

  return {
    key,
    name: naming.title,
    row,
    draft,
    isUnsaved: kept !== undefined,
    isSending: kept?.state === 'sending',
    isTelling,
    /** Why what was pressed last was not done. */
    problem: draft.problem ?? (moved?.about === key ? moved.problem : undefined),
    news: news?.about === key ? news : undefined,
    change,
    save,
    agree,
    addAction,
    tell,
    /** Gives up what was typed, and the try that failed. */
    giveUp() {
      drafts.drop(draftKey);
      setNews(undefined);
      setMoved(undefined);
    },
  };
}

export type Answer = ReturnType<typeof useAnswer>;

/** Where it is to be written, so that the browser keeps it. */
function toAbout(uid: string, draft: AnswerDraft): DraftRecord {
  const { toLink, toUnlink } = toLinkChanges(draft);
  const isOnlyFields = toLink.length + toUnlink.length === 0 && draft.action === undefined;
  const { progress, ...others } = draft.fields;
  // Progress follows the rest unless the person moved it.
  const own = { ...others, ...(progress !== draft.seen?.progress && { progress }) };
  const wanted = draft.agreeing ? { agreedVerdict: draft.agreeing.verdict, progress: 'agreed' } : own;
  return { list: assessments, uid, ...(isOnlyFields && { wanted }) };
}
