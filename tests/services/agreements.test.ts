import { describe, expect, it } from 'vitest';
import { readTrail } from '../../src/domain/checklist/trail.ts';
import { settleEdit } from '../../src/services/clashes.ts';
import { agreeAssessment, type OwnAnswer, rateAssessment } from '../../src/services/ratings.ts';
import { type Assessment, assessments, partners, prompts, themes } from '../../src/workspace/schema/lists.ts';
import type { Workspace } from '../../src/workspace/store/workspace.ts';
import { openAtWork } from '../workspace/support/northbridge-at-work.ts';
import { rowOf } from '../workspace/support/rows.ts';

const uid = 'front-door-2026.FD-A1.police';

function subjectOf(workspace: Workspace) {
  return {
    theme: rowOf(workspace, themes, 'front-door-2026'),
    prompt: rowOf(workspace, prompts, 'front-door-2026.FD-A1'),
    partner: rowOf(workspace, partners, 'police'),
    link: 'https://teams.microsoft.com/l/entity/app/jtai-ready',
  };
}

async function openBoth() {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  const [dorian, bea] = [await atWork.sit('Dorian', info), await atWork.sit('Bea', info)];
  return { atWork, info, dorian, bea };
}

const seenBy = (workspace: Workspace) => rowOf(workspace, assessments, uid);

async function rate(workspace: Workspace, answer: OwnAnswer, seen?: Assessment) {
  const { saved, alert } = await rateAssessment(workspace, { ...subjectOf(workspace), ...answer, seen });
  return { outcome: saved.outcome, row: saved.outcome === 'saved' ? saved.row : undefined, alert: alert.outcome };
}

async function agree(workspace: Workspace, verdict: 'red' | 'amber' | 'green', seen: Assessment) {
  const { saved, alert } = await agreeAssessment(workspace, { ...subjectOf(workspace), verdict, seen });
  return {
    saved,
    outcome: saved.outcome,
    row: saved.outcome === 'saved' ? saved.row : undefined,
    alert: alert.outcome,
  };
}

describe("a partner's own answer", () => {
  it('is saved with everything that belongs to it', async () => {
    const { dorian } = await openBoth();
    const answer = {
      verdict: 'amber',
      reason: 'Checked monthly',
      strengths: 'One tool',
      improve: 'Nights',
      impact: 'Seen late',
      confidence: 'low',
      progress: 'ready-to-agree',
      owner: dorian.me,
      dueOn: '2026-12-01',
      noActionReason: 'None is needed',
    } as const;
    const { row } = await rate(dorian, answer);
    expect(row).toMatchObject({ ...answer, ratedBy: dorian.me, ratedAt: expect.any(String) });
    expect(readTrail(row?.trail).map(({ whose, verdict }) => [whose, verdict])).toEqual([['own', 'amber']]);
  });

  it('keeps what is left out, and empties what is emptied', async () => {
    const { dorian } = await openBoth();
    const first = await rate(dorian, { verdict: 'amber', reason: 'Why', strengths: 'One tool', owner: dorian.me });
    const { row } = await rate(dorian, { reason: '', owner: null }, first.row);
    expect(row).toMatchObject({ verdict: 'amber', strengths: 'One tool' });
    expect([row?.reason, row?.owner]).toEqual([undefined, undefined]);
  });

  it('names who last said something, not who gave it an owner, a date or moved it on', async () => {
    const { dorian, bea } = await openBoth();
    await rate(dorian, { verdict: 'amber', reason: 'Why' });
    await bea.pull();
    const moved = await rate(bea, { owner: bea.me, dueOn: '2026-12-01', progress: 'ready-to-agree' }, seenBy(bea));
    expect(moved.row).toMatchObject({ ratedBy: dorian.me, progress: 'ready-to-agree', owner: bea.me });
    const said = await rate(bea, { improve: 'Nights' }, moved.row);
    expect(said.row?.ratedBy).toEqual(bea.me);
    expect(readTrail(said.row?.trail)).toEqual([
      { at: expect.any(String), whose: 'own', verdict: 'amber', by: dorian.me.name },
    ]);
  });

  it('is not begun by being given to somebody', async () => {
    const { bea } = await openBoth();
    const { row } = await rate(bea, { owner: bea.me });
    expect([row?.progress, row?.ratedBy]).toEqual([undefined, undefined]);
  });

  it('that was brought forward is confirmed by saving it', async () => {
    const { dorian, bea } = await openBoth();
    await rate(bea, { verdict: 'amber' });
    await dorian.pull();
    await dorian.save(assessments, uid, { broughtForward: 'front-door-2025' }, seenBy(dorian));
    const { row } = await rate(dorian, {}, seenBy(dorian));
    expect([row?.broughtForward, row?.ratedBy, row?.verdict]).toEqual([undefined, dorian.me, 'amber']);
  });
});

describe('agreeing', () => {
  it('takes along why a red has no action, unless it says too much', async () => {
    const { dorian, bea } = await openBoth();
    await rate(dorian, { verdict: 'amber', progress: 'ready-to-agree' });
    await bea.pull();
    const asked = { ...subjectOf(bea), verdict: 'red', seen: seenBy(bea) } as const;
    const tooMuch = agreeAssessment(bea, { ...asked, noActionReason: 'Ella Marsh, born 3 May 2015, waited.' });
    await expect(tooMuch).rejects.toThrow(/An answer names no child/);
    const { saved } = await agreeAssessment(bea, { ...asked, noActionReason: 'The team is being closed.' });
    const row = saved.outcome === 'saved' ? saved.row : undefined;
    expect(row).toMatchObject({ agreedVerdict: 'red', noActionReason: 'The team is being closed.' });
    expect([row?.verdict, row?.ratedBy]).toEqual(['amber', dorian.me]);
  });

  it('sets the agreed verdict beside the own one, with who and when', async () => {
    const { dorian, bea } = await openBoth();
    await rate(dorian, { verdict: 'green', progress: 'ready-to-agree' });
    await bea.pull();
    const { row } = await agree(bea, 'amber', seenBy(bea));
    expect(row).toMatchObject({
      verdict: 'green',
      agreedVerdict: 'amber',
      progress: 'agreed',
      agreedBy: bea.me,
      agreedAt: expect.any(String),
      ratedBy: dorian.me,
    });
    expect(readTrail(row?.trail).map(({ whose, verdict }) => `${whose} ${verdict}`)).toEqual([
      'own green',
      'agreed amber',
    ]);
  });

  it('is refused to whoever gave the verdict, and while the partner is still at it', async () => {
    const { dorian, bea } = await openBoth();
    await rate(dorian, { verdict: 'green', progress: 'ready-to-agree' });
    const own = await agree(dorian, 'green', seenBy(dorian));
    expect(own.saved).toEqual({ outcome: 'may-not', sentence: expect.stringMatching(/^You gave this verdict/) });
    await rate(dorian, { progress: 'in-progress' }, seenBy(dorian));
    await bea.pull();
    expect((await agree(bea, 'green', seenBy(bea))).outcome).toBe('may-not');
    expect(seenBy(bea).agreedVerdict).toBeUndefined();
  });

  it('stays beside what the partner changes later; other words ask for it again, another verdict begins anew, a date does neither', async () => {
    const { dorian, bea } = await openBoth();
    await rate(dorian, { verdict: 'green', progress: 'ready-to-agree' });
    await bea.pull();
    await agree(bea, 'green', seenBy(bea));
    await dorian.pull();
    const worded = await rate(dorian, { reason: 'In other words' }, seenBy(dorian));
    expect(worded.row).toMatchObject({ agreedVerdict: 'green', progress: 'ready-to-agree' });
    await bea.pull();
    await agree(bea, 'green', seenBy(bea));
    await dorian.pull();
    const dated = await rate(dorian, { dueOn: '2026-12-01' }, seenBy(dorian));
    expect(dated.row?.progress).toBe('agreed');
    const changed = await rate(dorian, { verdict: 'amber' }, dated.row);
    expect(changed.row).toMatchObject({ verdict: 'amber', agreedVerdict: 'green', progress: 'in-progress' });
  });
});

describe('one rates while another agrees', () => {
  it.each([
    { how: 'and has not seen it', isRead: false },
    { how: 'though the list has brought it since', isRead: true },
  ])('the verdict agreed is the one that was seen: a changed one asks, $how', async ({ isRead }) => {
    const { dorian, bea } = await openBoth();
    await rate(dorian, { verdict: 'green', progress: 'ready-to-agree' });
    await bea.pull();
    const seen = seenBy(bea);
    await rate(dorian, { verdict: 'red' }, seenBy(dorian));
    if (isRead) await bea.pull();
    const { saved } = await agree(bea, 'green', seen);
    expect(saved).toMatchObject({
      outcome: 'clash',
      fields: [{ column: 'verdict', mine: undefined, theirs: 'red' }],
      theirs: { verdict: 'red' },
    });
    await dorian.pull();
    expect([seenBy(dorian).agreedVerdict, seenBy(dorian).progress]).toEqual([undefined, 'ready-to-agree']);
    const again = saved.outcome === 'clash' ? await agree(bea, 'red', saved.theirs) : undefined;
    expect(again?.row).toMatchObject({ verdict: 'red', agreedVerdict: 'red', progress: 'agreed' });
  });

  it('other words of the answer are kept beside the agreement', async () => {
    const { dorian, bea } = await openBoth();
    await rate(dorian, { verdict: 'green', progress: 'ready-to-agree' });
    await bea.pull();
    await rate(dorian, { impact: 'Seen sooner' }, seenBy(dorian));
    const { row } = await agree(bea, 'green', seenBy(bea));
    expect(row).toMatchObject({ impact: 'Seen sooner', agreedVerdict: 'green', progress: 'agreed' });
  });

  it('a new verdict is not slipped under an agreement that came first', async () => {
    const { dorian, bea } = await openBoth();
    await rate(dorian, { verdict: 'green', progress: 'ready-to-agree' });
    await bea.pull();
    await agree(bea, 'green', seenBy(bea));
    const { saved } = await rateAssessment(dorian, { ...subjectOf(dorian), verdict: 'red', seen: seenBy(dorian) });
    expect(saved).toMatchObject({ outcome: 'clash', fields: [{ column: 'progress', theirs: 'agreed' }] });
    if (saved.outcome !== 'clash') return;
    const { row } = await rate(dorian, { verdict: 'red' }, saved.theirs);
    expect(row).toMatchObject({ verdict: 'red', agreedVerdict: 'green', progress: 'in-progress' });
    expect(readTrail(row?.trail).map(({ whose }) => whose)).toEqual(['own', 'agreed', 'own']);
  });

  it('an agreement that waited for the network asks too, and goes through beside the new verdict if they say so', async () => {
    const { atWork, dorian, bea } = await openBoth();
    await rate(dorian, { verdict: 'green', progress: 'ready-to-agree' });
    await bea.pull();
    const token = await atWork.northbridge.token('Bea');
    atWork.disturb((request) =>
      request.headers.get('Authorization') === `Bearer ${token}` ? 'lost before' : undefined,
    );
    expect((await agree(bea, 'green', seenBy(bea))).outcome).toBe('kept');
    await rate(dorian, { verdict: 'red' }, seenBy(dorian));
    atWork.disturb(() => undefined);
    await bea.goOn();
    const [edit] = bea.status().pending;
    expect(edit?.standing).toMatchObject({ is: 'clash', clash: { columns: ['verdict'], theirs: { verdict: 'red' } } });
    if (!edit) return;
    await bea.settle(edit, []);
    await dorian.pull();
    expect(seenBy(dorian)).toMatchObject({ verdict: 'red', agreedVerdict: 'green', progress: 'agreed' });
  });

  it.each([
    { picks: 'mine', mine: ['verdict'], left: { verdict: 'red', progress: 'ready-to-agree', reason: 'Not at night' } },
    // What an older page or a press in between may send: progress alone is no answer to it.
    { picks: 'only my progress', mine: ['progress'], left: { verdict: 'green', progress: 'agreed' } },
    { picks: 'theirs', mine: [], left: { verdict: 'green', progress: 'agreed' } },
  ])('a new verdict that waited for the network asks with its progress as one: $picks', async ({ mine, left }) => {
    const { atWork, dorian, bea } = await openBoth();
    await rate(dorian, { verdict: 'green', progress: 'ready-to-agree' });
    await bea.pull();
    const token = await atWork.northbridge.token('Dorian');
    atWork.disturb((request) =>
      request.headers.get('Authorization') === `Bearer ${token}` ? 'lost before' : undefined,
    );
    const again = { verdict: 'red', reason: 'Not at night', owner: dorian.me } as const;
    expect((await rate(dorian, again, seenBy(dorian))).outcome).toBe('kept');
    await agree(bea, 'green', seenBy(bea));
    atWork.disturb(() => undefined);
    await dorian.goOn();
    const [edit] = dorian.status().pending;
    expect(edit?.standing).toMatchObject({
      is: 'clash',
      clash: { columns: ['progress'], theirs: { verdict: 'green' } },
    });
    if (edit) await settleEdit(dorian, edit, mine);
    await bea.pull();
    expect(seenBy(bea)).toMatchObject({ ...left, agreedVerdict: 'green', owner: dorian.me });
    expect(seenBy(bea).reason).toBe('reason' in left ? left.reason : undefined);
    expect(readTrail(seenBy(bea).trail).map(({ whose, verdict }) => `${whose} ${verdict}`)).toEqual([
      'own green',
      ...(mine[0] === 'verdict' ? ['own red', 'agreed green'] : ['agreed green']),
    ]);
  });

  it('two who agree differently at once are asked', async () => {
    const { atWork, info, dorian, bea } = await openBoth();
    await rate(dorian, { verdict: 'green', progress: 'ready-to-agree' });
    await bea.pull();
    await agree(bea, 'amber', seenBy(bea));
    await dorian.pull();
    await rate(dorian, { verdict: 'red', progress: 'ready-to-agree' }, seenBy(dorian));
    const elsewhere = await atWork.sit('Bea', info);
    await bea.pull();
    const seen = seenBy(bea);
    await agree(elsewhere, 'red', seenBy(elsewhere));
    expect((await agree(bea, 'amber', seen)).outcome).toBe('clash');
  });
});

describe('the channel hears', () => {
  it('once that the verdict which counts is red', async () => {
    const { dorian, bea } = await openBoth();
    expect((await rate(dorian, { verdict: 'red', progress: 'ready-to-agree' })).alert).toBe('posted');
    await bea.pull();
    expect((await agree(bea, 'red', seenBy(bea))).alert).toBe('not-needed');
  });

  it('of an own red that was agreed as green before, and not again when it is agreed as red', async () => {
    const { dorian, bea } = await openBoth();
    await rate(dorian, { verdict: 'green', progress: 'ready-to-agree' });
    await bea.pull();
    expect((await agree(bea, 'green', seenBy(bea))).alert).toBe('not-needed');
    await dorian.pull();
    const own = await rate(dorian, { verdict: 'red', progress: 'ready-to-agree' }, seenBy(dorian));
    expect(own.alert).toBe('posted');
    await bea.pull();
    expect((await agree(bea, 'red', seenBy(bea))).alert).toBe('not-needed');
  });

  it('of a red that was agreed where the partner said less', async () => {
    const { dorian, bea } = await openBoth();
    await rate(dorian, { verdict: 'amber', progress: 'ready-to-agree' });
    await bea.pull();
    expect((await agree(bea, 'red', seenBy(bea))).alert).toBe('posted');
  });
});
