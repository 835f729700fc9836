import { addDays } from '../../src/domain/calendar/day.ts';
import { assessmentKey, promptKey } from '../../src/domain/checklist/keys.ts';
import { addToTrail } from '../../src/domain/checklist/trail.ts';
import type { Verdict } from '../../src/domain/checklist/verdict.ts';
import { runAtOnce } from '../../src/graph/at-once.ts';
import { createAction, saveAction } from '../../src/services/actions.ts';
import { createComment } from '../../src/services/comments.ts';
import { agreeAssessment } from '../../src/services/ratings.ts';
import { assessments, partners as partnerList, prompts, themes } from '../../src/workspace/schema/lists.ts';
import { toSentence } from './answer-words.ts';
import type { Answer } from './answers.ts';
import { type Demo, deskOf, findRow, toLink } from './desks.ts';
import { coordinator, isAnnounced, type PartnerUid, partners, personOf } from './half-finished.ts';
import { lateAnswers, noAction, said } from './promises.ts';

type Cell = { readonly row: number; readonly column: number; readonly partner: (typeof partners)[number] };

/** Whoever agrees: the coordinator and one of the council, who rate for none of the others. */
const AGREES_FOR_OTHERS = 2;
const AGREED_ON = -1;

/** How far an answer has come: a third is not yet looked after, a quarter is agreed. */
function stepOf({ row, column, partner }: Cell): 'none' | 'in-progress' | 'ready' | 'agreed' {
  // Where the police begin is left for them to show: their first prompts are still being worked on.
  if (partner.uid === 'police' && row < 8) return row % 2 === 0 ? 'none' : 'in-progress';
  const step = (['none', 'in-progress', 'ready', 'agreed', 'none', 'ready', 'agreed', 'in-progress'] as const)[
    (row * 3 + column) % 8
  ];
  return step ?? 'none';
}

/** What stands in an answer beside its verdict and its reason. */
export function toAround(
  demo: Demo,
  { answer, verdict, ratedAt, ...cell }: Cell & { answer: Answer; verdict: Verdict; ratedAt: string },
) {
  const { row, column, partner } = cell;
  const step = stepOf(cell);
  const name = `${answer.code} ${partner.uid}`;
  const isOwned = lateAnswers[name] !== undefined || (row + column) % 3 === 0;
  const owner = personOf(partner.deputy !== undefined && row % 2 === 0 ? partner.deputy : partner.lead);
  const confidence = (['high', 'medium', 'medium', undefined, 'low'] as const)[(row + column * 2) % 5];
  const isLong = (verdict === 'amber' || verdict === 'red') && row % 2 === 0;
  return {
    trail: addToTrail(undefined, { at: ratedAt, whose: 'own', verdict }),
    ...(step !== 'none' && { progress: step === 'in-progress' ? step : ('ready-to-agree' as const) }),
    ...(confidence && { confidence }),
    ...(isLong && { strengths: toSentence(answer.good), improve: toSentence(answer.gap) }),
    ...(isOwned && {
      owner: { id: owner.id, name: owner.name },
      ...(step !== 'agreed' && { dueOn: addDays(demo.today, lateAnswers[name] ?? 3 + ((row * 7 + column) % 26)) }),
    }),
    ...(noAction[name] && { noActionReason: noAction[name] }),
  };
}

/** A second person agrees what is ready, now and then with another verdict. */
export async function agree(demo: Demo): Promise<void> {
  const desks = [deskOf(demo, coordinator), deskOf(demo, AGREES_FOR_OTHERS)];
  for (const desk of desks) desk.setDay(AGREED_ON);
  await Promise.all(desks.map((desk) => desk.workspace.pull()));
  const cells = demo.story.answers.flatMap((answer, row) =>
    partners.flatMap((partner, column) =>
      stepOf({ row, column, partner }) === 'agreed' &&
      answer.verdicts[column] !== '.' &&
      !isAnnounced(answer.code, partner.uid)
        ? [{ answer, row, partner }]
        : [],
    ),
  );
  await runAtOnce(8, cells, async ({ answer, row, partner }) => {
    const desk = partner.uid === 'council' || row % 2 === 0 ? desks[0] : desks[1];
    if (!desk) throw new RangeError('Nobody agrees');
    const { workspace } = desk;
    const prompt = findRow(workspace, prompts, promptKey(demo.theme, answer.code));
    const uid = assessmentKey(prompt.uid, partner.uid);
    const seen = findRow(workspace, assessments, uid);
    const { saved } = await agreeAssessment(workspace, {
      theme: findRow(workspace, themes, demo.theme),
      prompt,
      partner: findRow(workspace, partnerList, partner.uid),
      verdict: (row % 5 === 0 && seen.verdict === 'green' ? 'amber' : seen.verdict) ?? 'amber',
      seen,
      link: toLink(demo, { screen: 'checklist', assessment: uid }, answer.code),
    });
    // A stand-in that asks to wait is waited for.
    const landed = saved.outcome === 'kept' ? await saved.landed : saved;
    if (landed?.outcome !== 'saved') throw new Error(`${uid} was not agreed: ${saved.outcome}`);
  });
}

/** What is promised about the answers that are red. */
export async function promise(demo: Demo): Promise<void> {
  await runAtOnce(6, demo.story.promised, async ({ code, partner: uid, title, due, by, doneOn }, index) => {
    const partner = partnerOf(uid);
    const number = (by === 'deputy' && partner.deputy) || partner.lead;
    const { workspace } = deskOf(demo, partner.lead);
    const { id, name } = personOf(number);
    const saved = await createAction(workspace, {
      uid: `${demo.theme}.action-${index + 1}`,
      theme: demo.theme,
      prompt: promptKey(demo.theme, code),
      partner: uid,
      title,
      owner: { id, name },
      dueOn: addDays(demo.today, due),
    });
    if (saved.outcome !== 'saved') throw new Error(`${title}: ${saved.outcome}`);
    if (doneOn !== undefined) await saveAction(workspace, saved.row, { doneOn: addDays(demo.today, doneOn) });
  });
}

/** One after the other, as people talk. */
export async function talk(demo: Demo): Promise<void> {
  for (const [index, { code, partner, by, asks, words }] of said.entries()) {
    const asked = asks === undefined ? undefined : personOf(asks);
    await createComment(deskOf(demo, by).workspace, {
      uid: `${demo.theme}.comment-${index + 1}`,
      record: assessmentKey(promptKey(demo.theme, code), partner),
      about: `${code}, ${partnerOf(partner).title}`,
      words: asked === undefined ? words : `@${asked.name} ${words}`,
      mentions: asked === undefined ? [] : [asked.id],
    });
  }
}

function partnerOf(uid: PartnerUid): (typeof partners)[number] {
  const found = partners.find((one) => one.uid === uid);
  if (!found) throw new RangeError(`There is no partner ${uid}`);
  return found;
}
