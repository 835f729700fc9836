import { describe, expect, it } from 'vitest';
import { rateAssessment } from '../../src/services/ratings.ts';
import { type RatingStep, undoRating } from '../../src/services/undo-rating.ts';
import { assessments, partners, prompts, themes } from '../../src/workspace/schema/lists.ts';
import type { Workspace } from '../../src/workspace/store/workspace.ts';
import { openAtWork, smallPlan } from '../workspace/support/northbridge-at-work.ts';
import { rowOf } from '../workspace/support/rows.ts';

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
async function rate(workspace: Workspace, verdict: 'amber' | 'green', reason: string): Promise<RatingStep> {
  const list = workspace.rows(assessments);
  const before = list.state === 'ready' ? list.rows.find((row) => row.uid === uid) : undefined;
  const subject = subjectOf(workspace);
  const { saved } = await rateAssessment(workspace, { ...subject, verdict, reason, seen: before });
  if (saved.outcome !== 'saved') throw new Error(`It was ${saved.outcome}`);
  return { ...subject, before, after: saved.row };
}

describe('an undo', () => {
  it('puts verdict and reason back as a new save, and is undone by the redo', async () => {
    const { dorian } = await openPolice();
    await rate(dorian, 'amber', 'Nights are thin.');
    const step = await rate(dorian, 'green', 'Nights are staffed.');
    const undone = await undoRating(dorian, step);
    expect(rowOf(dorian, assessments, uid)).toMatchObject({ verdict: 'amber', reason: 'Nights are thin.' });
    expect(rowOf(dorian, assessments, uid).version).not.toBe(step.after.version);
    if (undone.outcome !== 'done') throw new Error(undone.sentence);
    await undoRating(dorian, undone.step);
    expect(rowOf(dorian, assessments, uid)).toMatchObject({ verdict: 'green', reason: 'Nights are staffed.' });
  });

  it('leaves a row that nobody had rated without a verdict again', async () => {
    const { dorian } = await openPolice();
    const step = await rate(dorian, 'green', 'Nights are staffed.');
    expect(await undoRating(dorian, step)).toMatchObject({ outcome: 'done' });
    const row = rowOf(dorian, assessments, uid);
    expect([row.verdict, row.reason, row.progress]).toEqual([undefined, undefined, undefined]);
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
