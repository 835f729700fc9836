import { describe, expect, it } from 'vitest';
import { bringForward, confirmAnswer } from '../../src/services/cycles.ts';
import { linkEvidence } from '../../src/services/evidence-links.ts';
import { rateAssessment } from '../../src/services/ratings.ts';
import { addTheme } from '../../src/services/themes.ts';
import { loadPack } from '../../src/themes/packs.ts';
import { actions } from '../../src/workspace/schema/actions.ts';
import { assessments, evidence, evidenceLinks, partners, prompts, themes } from '../../src/workspace/schema/lists.ts';
import type { Workspace } from '../../src/workspace/store/workspace.ts';
import { openAtWork } from '../workspace/support/northbridge-at-work.ts';
import { rowOf, rowsOf } from '../workspace/support/rows.ts';

const shipped = await loadPack('front-door');
const OLD = 'front-door-2026';
const NEW = 'front-door-2027';
/** As the plan of the tests has it, without its second prompt, and with another in its place. */
const pack = {
  ...shipped,
  prompts: ['FD-A3', 'FD-A1'].flatMap((id) => shipped.prompts.find((prompt) => prompt.id === id) ?? []),
};

async function open() {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  const bea = await atWork.sit('Bea', info);
  const dorian = await atWork.sit('Dorian', info);
  for (const code of ['FD-A1', 'FD-A2']) await answer(dorian, code);
  await bea.create(evidence, { uid: 'audit', title: 'Audit', partner: 'council', state: 'approved' });
  await linkEvidence(bea, { evidence: 'audit', prompt: `${OLD}.FD-A1`, partner: 'council' });
  const about = { theme: OLD, prompt: `${OLD}.FD-A1`, partner: 'police' };
  await bea.create(actions, { uid: 'train', title: 'Train night staff', dueOn: '2026-12-01', ...about });
  await bea.create(actions, { uid: 'done', title: 'Write it down', doneOn: '2026-11-02', ...about });
  await bea.create(actions, { uid: 'other', title: 'Look again', theme: OLD, prompt: `${OLD}.FD-A2` });
  await bea.pull();
  return { atWork, info, bea };
}

async function answer(workspace: Workspace, code: string) {
  await rateAssessment(workspace, {
    theme: rowOf(workspace, themes, OLD),
    prompt: rowOf(workspace, prompts, `${OLD}.${code}`),
    partner: rowOf(workspace, partners, 'police'),
    verdict: 'amber',
    reason: 'Not yet at night',
    link: 'https://teams.microsoft.com/l/x',
  });
}

const cycle = (workspace: Workspace) => ({ from: rowOf(workspace, themes, OLD), to: rowOf(workspace, themes, NEW) });

describe('a new cycle', () => {
  it('brings forward answers, evidence links and open actions, each marked with where it came from', async () => {
    const { bea } = await open();
    await addTheme(bea, { pack, year: 2027 });
    const brought = await bringForward(bea, cycle(bea));
    expect(brought).toEqual({ done: 5, of: 5, sentences: [], failed: [], answers: 2, links: 1, actions: 2 });
  });

  it('leaves behind an answer that was taken back', async () => {
    const { bea } = await open();
    await addTheme(bea, { pack, year: 2027 });
    const old = rowOf(bea, assessments, `${OLD}.FD-A1.police`);
    await bea.save(assessments, old.uid, { verdict: null, reason: null, ratedBy: null, ratedAt: null }, old);
    await bringForward(bea, cycle(bea));
    // Its action came along, so the cell waits for a look; of the answer nothing is left.
    const marked = rowOf(bea, assessments, `${NEW}.FD-A1.police`);
    expect([marked.broughtForward, marked.verdict, marked.reason]).toEqual([OLD, undefined, undefined]);
  });

  it('keeps the words and their author, and is to be agreed again', async () => {
    const { bea } = await open();
    await addTheme(bea, { pack, year: 2027 });
    const old = rowOf(bea, assessments, `${OLD}.FD-A1.police`);
    await bea.save(assessments, old.uid, { progress: 'agreed', agreedVerdict: 'green', agreedBy: bea.me }, old);
    await bringForward(bea, cycle(bea));
    await bea.pull();
    const brought = rowOf(bea, assessments, `${NEW}.FD-A1.police`);
    expect(brought).toMatchObject({
      prompt: `${NEW}.FD-A1`,
      verdict: 'amber',
      reason: 'Not yet at night',
      ratedBy: { name: 'Dorian Hexwell' },
      trail: expect.stringMatching(/ own amber Dorian Hexwell$/),
      broughtForward: OLD,
    });
    expect(brought).not.toHaveProperty('agreedVerdict');
    expect(brought).not.toHaveProperty('progress');
    // Evidence without an answer is marked by an answer that says nothing yet.
    expect(rowOf(bea, assessments, `${NEW}.FD-A1.council`)).toMatchObject({ broughtForward: OLD });
    expect(rowOf(bea, evidenceLinks, `audit.${NEW}.FD-A1`)).toMatchObject({ evidence: 'audit', partner: 'council' });
    expect(rowOf(bea, actions, `${NEW}.from.train`)).toMatchObject({
      theme: NEW,
      prompt: `${NEW}.FD-A1`,
      dueOn: '2026-12-01',
      broughtForward: OLD,
    });
    // Its prompt is asked no more; what was promised still stands.
    expect(rowOf(bea, actions, `${NEW}.from.other`)).not.toHaveProperty('prompt');
    expect(rowsOf(bea, actions).map((row) => row.uid)).not.toContain(`${NEW}.from.done`);
    expect(rowOf(bea, themes, NEW).broughtFrom).toBe(OLD);
    // The older cycle is as it was.
    expect(rowOf(bea, assessments, old.uid)).toMatchObject({ agreedVerdict: 'green' });
  });

  it('run again makes nothing twice, and leaves what was confirmed or changed', async () => {
    const { bea } = await open();
    await addTheme(bea, { pack, year: 2027 });
    await bringForward(bea, cycle(bea));
    const brought = rowOf(bea, assessments, `${NEW}.FD-A1.police`);
    expect(await confirmAnswer(bea, brought)).toMatchObject({ outcome: 'saved' });
    const counts = () => [assessments, evidenceLinks, actions].map((list) => rowsOf(bea, list).length);
    const before = counts();
    expect(await bringForward(bea, cycle(bea))).toMatchObject({ done: 0, of: 0, sentences: [] });
    await bea.pull();
    expect(counts()).toEqual(before);
    expect(rowOf(bea, assessments, brought.uid)).not.toHaveProperty('broughtForward');
    expect(rowOf(bea, assessments, brought.uid)).toMatchObject({ verdict: 'amber' });
  });

  it('that stops in the middle says what did not go, and is completed by running again', async () => {
    const { atWork, info, bea } = await open();
    await addTheme(bea, { pack, year: 2027 });
    const where = { method: 'POST', path: '/items$' };
    await atWork.northbridge.control('POST', '/faults', {
      ...{ where, nth: 3, times: 'all' },
      does: { kind: 'refuse', status: 403 },
    });
    const stopped = await bringForward(bea, cycle(bea));
    expect(stopped.done).toBe(2);
    expect(stopped.sentences).toEqual([
      expect.stringMatching(/^(.+, ){1}.+ and .+: SharePoint or Teams does not allow you this\.$/),
    ]);
    await atWork.northbridge.control('DELETE', '/faults');
    expect(rowOf(bea, themes, NEW)).toMatchObject({ bringing: OLD });
    const dorian = await atWork.sit('Dorian', info);
    expect(rowOf(dorian, themes, NEW)).toMatchObject({ bringing: OLD });
    expect(await bringForward(dorian, cycle(dorian))).toMatchObject({ done: 3, of: 3, sentences: [] });
    expect(rowOf(dorian, themes, NEW)).toMatchObject({ broughtFrom: OLD });
    expect(rowOf(dorian, themes, NEW)).not.toHaveProperty('bringing');
  });

  it('whose tab was closed before its first answer came says that it is to be brought forward, and goes on', async () => {
    const { atWork, info, bea } = await open();
    await addTheme(bea, { pack, year: 2027, bringing: OLD });
    const dorian = await atWork.sit('Dorian', info);
    expect(rowOf(dorian, themes, NEW)).toMatchObject({ bringing: OLD });
    expect(await bringForward(dorian, cycle(dorian))).toMatchObject({ done: 5, sentences: [] });
    await bea.pull();
    expect(rowOf(bea, themes, NEW)).toMatchObject({ broughtFrom: OLD });
    expect(rowOf(bea, themes, NEW)).not.toHaveProperty('bringing');
  });

  it('leaves out a partner that takes part no more', async () => {
    const { bea } = await open();
    const police = rowOf(bea, partners, 'police');
    await bea.save(partners, police.uid, { removedOn: '2026-11-30' }, police);
    await addTheme(bea, { pack, year: 2027 });
    expect(await bringForward(bea, cycle(bea))).toMatchObject({ answers: 1, links: 1, actions: 1 });
    expect(rowsOf(bea, assessments).map((row) => row.uid)).not.toContain(`${NEW}.FD-A1.police`);
  });
});
