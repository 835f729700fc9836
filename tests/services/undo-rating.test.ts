import { describe, expect, it } from 'vitest';
import { createAction, saveAction } from '../../src/services/actions.ts';
import { agreeAssessment, rateAssessment } from '../../src/services/ratings.ts';
import { type MadeAction, type RatingStep, toStep, undoRating, undoRatings } from '../../src/services/undo-rating.ts';
import { actions } from '../../src/workspace/schema/actions.ts';
import { assessments, partners, prompts, themes } from '../../src/workspace/schema/lists.ts';
import type { Workspace } from '../../src/workspace/store/workspace.ts';
import { openAtWork, smallPlan } from '../workspace/support/northbridge-at-work.ts';
import { rowOf, rowsOf } from '../workspace/support/rows.ts';

const uid = 'front-door-2026.FD-A1.police';

function subjectOf(workspace: Workspace) {
  return {
    theme: rowOf(workspace, themes, 'front-door-2026'),
    prompt: rowOf(workspace, prompts, 'front-door-2026.FD-A1'),
    partner: rowOf(workspace, partners, 'police'),
    link: 'https://teams.microsoft.com/l/entity/app/jtai-ready?context=%7B%7D',
  };
}

async function openPolice() {
  const atWork = await openAtWork();
  const info = await atWork.setUp(smallPlan);
  const dorian = await atWork.sit('Dorian', info);
  return { atWork, info, dorian };
}

/** Rates, and gives the step that takes it back. */
async function rate(
  workspace: Workspace,
  verdict: 'red' | 'amber' | 'green',
  reason: string,
  made?: MadeAction,
): Promise<RatingStep> {
  const seen = rowsOf(workspace, assessments).find((row) => row.uid === uid);
  const subject = subjectOf(workspace);
  const on = { theme: subject.theme.uid, prompt: subject.prompt.uid, partner: subject.partner.uid };
  if (made !== undefined) await createAction(workspace, { ...on, ...made });
  const rated = await rateAssessment(workspace, { ...subject, verdict, reason, seen });
  const step = toStep({ ...subject, made }, seen, rated);
  if (step === undefined) throw new Error(`It was ${rated.saved.outcome}`);
  return step;
}

async function carryOut(workspace: Workspace, step: RatingStep) {
  const reversed = await undoRating(workspace, step);
  if (reversed.outcome !== 'done') throw new Error(reversed.sentence);
  return reversed;
}

/** What a person sees of it, and what rules rest on. */
function shownOf(workspace: Workspace) {
  const {
    version: _version,
    changed: _changed,
    created: _created,
    held: _held,
    ...row
  } = {
    held: undefined,
    ...rowOf(workspace, assessments, uid),
  };
  return row;
}

/** An answer of Dorian's that is ready, and Bea at work, who may agree it. */
async function openReady() {
  const { atWork, info, dorian } = await openPolice();
  await rate(dorian, 'green', 'Nights are staffed.');
  const seen = rowOf(dorian, assessments, uid);
  await rateAssessment(dorian, { ...subjectOf(dorian), progress: 'ready-to-agree', seen });
  return { atWork, dorian, bea: await atWork.sit('Bea', info) };
}

/** Agrees, and gives the step that takes it back. */
async function agree(workspace: Workspace, verdict: 'red' | 'green'): Promise<RatingStep> {
  const seen = rowOf(workspace, assessments, uid);
  const { saved, alert } = await agreeAssessment(workspace, { ...subjectOf(workspace), verdict, seen });
  if (saved.outcome === 'may-not') throw new Error(saved.sentence);
  const step = toStep(subjectOf(workspace), seen, { saved, alert });
  if (step === undefined) throw new Error(`It was ${saved.outcome}`);
  return step;
}

describe('an undo', () => {
  it('puts verdict and reason back as a new save, and is undone by the redo', async () => {
    const { dorian } = await openPolice();
    await rate(dorian, 'amber', 'Nights are thin.');
    const step = await rate(dorian, 'green', 'Nights are staffed.');
    const undone = await carryOut(dorian, step);
    expect(rowOf(dorian, assessments, uid)).toMatchObject({ verdict: 'amber', reason: 'Nights are thin.' });
    expect(rowOf(dorian, assessments, uid).version).not.toBe(step.after.version);
    expect(undone.stays).toEqual([]);
    await carryOut(dorian, undone.step);
    expect(rowOf(dorian, assessments, uid)).toMatchObject({ verdict: 'green', reason: 'Nights are staffed.' });
  });

  it('of a first rating leaves nothing but the row that its history hangs on', async () => {
    const { dorian } = await openPolice();
    const step = await rate(dorian, 'green', 'Nights are staffed.');
    const undone = await carryOut(dorian, step);
    const { prompt, partner } = step.after;
    expect(shownOf(dorian)).toEqual({ uid, title: step.after.title, prompt, partner });
    await carryOut(dorian, undone.step);
    expect(rowOf(dorian, assessments, uid)).toMatchObject({ verdict: 'green', trail: step.after.trail });
  });

  it('gives back progress, the agreement, who rated and the trail, as they stood', async () => {
    const { dorian, bea } = await openReady();
    await agree(bea, 'green');
    await dorian.pull();
    const agreed = shownOf(dorian);
    expect(agreed).toMatchObject({ progress: 'agreed', agreedBy: bea.me });
    const step = await rate(dorian, 'amber', 'Nights are thin.');
    expect(shownOf(dorian)).toMatchObject({ progress: 'in-progress', verdict: 'amber' });
    await carryOut(dorian, step);
    expect(shownOf(dorian)).toEqual(agreed);
  });

  it('of an agreement leaves the answer as ready as it was, and is undone by the redo', async () => {
    const { dorian, bea } = await openReady();
    const ready = shownOf(bea);
    const step = await agree(bea, 'green');
    const agreed = shownOf(bea);
    expect(agreed).toMatchObject({ agreedVerdict: 'green', progress: 'agreed', agreedBy: bea.me });
    const undone = await carryOut(bea, step);
    expect(shownOf(bea)).toEqual(ready);
    await carryOut(bea, undone.step);
    expect(shownOf(bea)).toEqual(agreed);
    await dorian.pull();
    expect(shownOf(dorian)).toEqual(agreed);
  });

  it('of an agreement is refused when the partner has changed the answer since', async () => {
    const { dorian, bea } = await openReady();
    const step = await agree(bea, 'green');
    await dorian.pull();
    await rate(dorian, 'amber', 'Nights are thin.');
    expect(await undoRating(bea, step)).toEqual({
      outcome: 'refused',
      sentence: 'Dorian Hexwell has changed FD-A1, Police since. It is left as it is.',
    });
    expect(rowOf(bea, assessments, uid)).toMatchObject({ verdict: 'amber' });
  });

  it('of an agreement on red says that the post in the channel stays', async () => {
    const { bea } = await openReady();
    const step = await agree(bea, 'red');
    const undone = await carryOut(bea, step);
    expect(undone.stays).toEqual(['The channel was told that it turned red, and that post stays.']);
    expect(rowOf(bea, assessments, uid).agreedVerdict).toBeUndefined();
  });

  it('leaves alone what another person had changed in the meantime of the save itself', async () => {
    const { atWork, info, dorian } = await openPolice();
    await rate(dorian, 'amber', 'Nights are thin.');
    const old = rowOf(dorian, assessments, uid);
    const marta = await atWork.sit('Marta', info);
    await rateAssessment(marta, { ...subjectOf(marta), impact: 'Fewer wait.', seen: rowOf(marta, assessments, uid) });
    const rated = await rateAssessment(dorian, { ...subjectOf(dorian), verdict: 'green', seen: old });
    const step = toStep(subjectOf(dorian), old, rated);
    if (step === undefined) throw new Error('not saved');
    await carryOut(dorian, step);
    expect(rowOf(dorian, assessments, uid)).toMatchObject({ verdict: 'amber', impact: 'Fewer wait.' });
  });

  it('is refused in words when somebody else has changed the answer since, and changes nothing', async () => {
    const { atWork, info, dorian } = await openPolice();
    const step = await rate(dorian, 'green', 'Nights are staffed.');
    const marta = await atWork.sit('Marta', info);
    await rate(marta, 'amber', 'Not at weekends.');
    await dorian.pull();
    expect(await undoRating(dorian, step)).toEqual({
      outcome: 'refused',
      sentence: 'Marta Oakhollow has changed FD-A1, Police since. It is left as it is.',
    });
    expect(rowOf(dorian, assessments, uid)).toMatchObject({ verdict: 'amber', reason: 'Not at weekends.' });
  });

  it('is refused as well when that has not been seen here yet, and when it was about other words of the answer', async () => {
    const { atWork, info, dorian } = await openPolice();
    const step = await rate(dorian, 'green', 'Nights are staffed.');
    const marta = await atWork.sit('Marta', info);
    const seen = rowOf(marta, assessments, uid);
    await rateAssessment(marta, { ...subjectOf(marta), impact: 'Fewer wait.', seen });
    expect(await undoRating(dorian, step)).toEqual({
      outcome: 'refused',
      sentence: 'Marta Oakhollow has changed FD-A1, Police since. It is left as it is.',
    });
    expect(rowOf(dorian, assessments, uid)).toMatchObject({ verdict: 'green', impact: 'Fewer wait.' });
  });

  it('is refused when I have changed the words in the panel since', async () => {
    const { dorian } = await openPolice();
    const step = await rate(dorian, 'green', 'Nights are staffed.');
    await rate(dorian, 'green', 'Nights and weekends are staffed.');
    expect(await undoRating(dorian, step)).toEqual({
      outcome: 'refused',
      sentence: 'You have changed FD-A1, Police since. It is left as it is.',
    });
  });
});

describe('an undo of a red', () => {
  const made: MadeAction = { uid: 'a-rota', title: 'A rota for Sundays', owner: undefined, dueOn: '2026-12-01' };

  it('removes the action that was made with it, and the redo makes it again', async () => {
    const { dorian } = await openPolice();
    const step = await rate(dorian, 'red', 'Nobody looks on Sundays.', made);
    const undone = await carryOut(dorian, step);
    expect(rowsOf(dorian, actions)).toEqual([]);
    const redone = await carryOut(dorian, undone.step);
    expect(rowOf(dorian, actions, 'a-rota')).toMatchObject({ title: made.title, dueOn: made.dueOn, partner: 'police' });
    await carryOut(dorian, redone.step);
    expect(rowsOf(dorian, actions)).toEqual([]);
  });

  it('leaves an action that somebody has taken up, and says so', async () => {
    const { atWork, info, dorian } = await openPolice();
    const step = await rate(dorian, 'red', 'Nobody looks on Sundays.', made);
    const marta = await atWork.sit('Marta', info);
    await saveAction(marta, rowOf(marta, actions, 'a-rota'), { owner: marta.me });
    const undone = await carryOut(dorian, step);
    expect(undone.stays).toContain('The action "A rota for Sundays" stays. Marta Oakhollow has changed it since.');
    expect(rowOf(dorian, actions, 'a-rota').owner).toEqual(marta.me);
    // It is there still: the redo makes no second one.
    await carryOut(dorian, undone.step);
    expect(rowsOf(dorian, actions)).toHaveLength(1);
  });

  it('says what else it could not take back', async () => {
    const { dorian } = await openPolice();
    const step = await rate(dorian, 'red', 'Nobody looks on Sundays.');
    const { sentences } = await undoRatings(dorian, [{ ...step, hasLinks: true }]);
    expect(sentences).toEqual([
      'The evidence that was linked with it stays as it is.',
      'The channel was told that it turned red, and that post stays.',
    ]);
  });
});

describe('the channel hears of a red once, however often it is undone and done again', () => {
  async function readPosts({ northbridge }: Awaited<ReturnType<typeof openAtWork>>): Promise<number> {
    const { teamId, channelId } = smallPlan.place;
    const bea = await northbridge.as('Bea');
    const answer = await bea(`/teams/${teamId}/channels/${channelId}/messages`);
    return ((await answer.json()) as { value: readonly unknown[] }).value.length;
  }

  it('where the red is taken back and done again', async () => {
    const { atWork, dorian } = await openPolice();
    let { step } = { step: await rate(dorian, 'red', 'Nobody looks on Sundays.') };
    for (let turn = 0; turn < 4; turn++) step = (await carryOut(dorian, step)).step;
    expect(rowOf(dorian, assessments, uid).verdict).toBe('red');
    expect(await readPosts(atWork)).toBe(1);
  });

  it('where an undo leads back to it', async () => {
    const { atWork, dorian } = await openPolice();
    await rate(dorian, 'red', 'Nobody looks on Sundays.');
    const step = await rate(dorian, 'amber', 'Somebody looks at noon.');
    await carryOut(dorian, step);
    expect(rowOf(dorian, assessments, uid).verdict).toBe('red');
    expect(await readPosts(atWork)).toBe(1);
  });

  it('and does hear it from a redo, if the first post did not go out', async () => {
    const { atWork, dorian } = await openPolice();
    atWork.disturb((request) =>
      request.url.endsWith('/messages') ? Response.json({ error: { code: 'Forbidden' } }, { status: 403 }) : undefined,
    );
    const step = await rate(dorian, 'red', 'Nobody looks on Sundays.');
    expect(step.alert).toBe('failed');
    const undone = await carryOut(dorian, step);
    expect(undone.stays).toEqual([]);
    atWork.disturb(() => undefined);
    const redone = await carryOut(dorian, undone.step);
    expect(redone.stays).toEqual(['The channel has been told.']);
    const again = await carryOut(dorian, redone.step);
    await carryOut(dorian, again.step);
    expect(await readPosts(atWork)).toBe(1);
  });
});
