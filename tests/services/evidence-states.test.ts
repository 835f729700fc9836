import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { standingOf } from '../../src/domain/evidence/standing.ts';
import { moves } from '../../src/domain/evidence/state.ts';
import { PARTNER_DOES } from '../../src/domain/roles.ts';
import { addEvidenceFiles } from '../../src/services/evidence-files.ts';
import { registerAddress } from '../../src/services/evidence-items.ts';
import { fileOf, moveEvidence } from '../../src/services/evidence-states.ts';
import { fillGap, registerFile } from '../../src/services/register-file.ts';
import { type Evidence, evidence } from '../../src/workspace/schema/lists.ts';
import type { Workspace } from '../../src/workspace/store/workspace.ts';
import { type AtWork, named, openAtWork, smallPlan } from '../workspace/support/northbridge-at-work.ts';
import { rowOf } from '../workspace/support/rows.ts';

const theme = 'front-door-2026';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Dorian leads the police, Marta is his deputy, Wilf leads the council, Bea coordinates, Greta reads. */
async function open() {
  const atWork = await openAtWork();
  const info = await atWork.setUp({
    ...smallPlan,
    people: [
      ...smallPlan.people.filter((line) => line.person),
      { name: 'Marta Oakhollow', role: 'deputy', partner: 'police', person: named('Marta') },
      { name: 'Wilf Tarnbeck', role: 'lead', partner: 'council', person: named('Wilf') },
      { name: 'Greta Stonelea', role: 'senior leader', person: named('Greta') },
    ],
  });
  const [dorian, marta, wilf, bea, greta] = await Promise.all(
    ['Dorian', 'Marta', 'Wilf', 'Bea', 'Greta'].map((name) => atWork.sit(name, info)),
  );
  if (!dorian || !marta || !wilf || !bea || !greta) throw new Error('Somebody is missing');
  const [added] = await addEvidenceFiles(dorian, {
    partner: 'police',
    theme,
    files: [new File(['first'], 'Audit.txt')],
  });
  if (added?.outcome !== 'added') throw new Error(added?.outcome);
  return { atWork, dorian, marta, wilf, bea, greta, uid: added.evidence.uid, file: added.item.id };
}

type Desk = Awaited<ReturnType<typeof open>>;

async function look(workspace: Workspace, uid: string): Promise<Evidence> {
  await workspace.pull();
  return rowOf(workspace, evidence, uid);
}

async function submit({ dorian, uid }: Desk): Promise<void> {
  expect(await moveEvidence(dorian, { move: 'submit', seen: await look(dorian, uid) })).toMatchObject({
    outcome: 'moved',
    isKept: false,
  });
}

async function change(atWork: AtWork, { dorian, file }: Desk, person: string, text: string): Promise<void> {
  const as = await atWork.northbridge.as(person);
  const answer = await as(`/drives/${dorian.info.drive}/items/${file}/content`, { method: 'PUT', body: text });
  if (!answer.ok) throw new Error(`${answer.status}`);
}

describe('an approval', () => {
  it('holds who, when, which version and the SHA-256 of the bytes that were read back', async () => {
    const desk = await open();
    await submit(desk);
    const seen = await look(desk.wilf, desk.uid);
    expect(seen).toMatchObject({ state: 'submitted', submittedBy: { name: 'Dorian Hexwell' } });
    const read: number[] = [];
    const moved = await moveEvidence(desk.wilf, { move: 'approve', seen, onRead: (bytes) => read.push(bytes) });
    expect(moved).toMatchObject({ outcome: 'moved', isKept: false });
    expect(read.at(-1)).toBe(5);
    expect(await look(desk.dorian, desk.uid)).toMatchObject({
      state: 'approved',
      approvedBy: { name: 'Wilf Tarnbeck' },
      approvedVersion: '1.0',
      approvedSha256: sha256('first'),
      approvedAt: expect.stringContaining('2026-11-23'),
    });
  });

  it('is not given by who submitted it, nor by a senior leader', async () => {
    const desk = await open();
    await submit(desk);
    const refusal = async (workspace: Workspace) =>
      moveEvidence(workspace, { move: 'approve', seen: await look(workspace, desk.uid) });
    expect(await refusal(desk.dorian)).toEqual({
      outcome: 'refused',
      sentence: 'You submitted it, so another person checks it.',
    });
    expect(await refusal(desk.greta)).toMatchObject({ outcome: 'refused' });
    expect(await refusal(desk.marta)).toMatchObject({ outcome: 'moved' });
  });

  it('is refused when the file is not the one that was looked at', async () => {
    const desk = await open();
    await submit(desk);
    const seen = await look(desk.wilf, desk.uid);
    const files = desk.wilf.files();
    const looked = files.state === 'ready' ? files.items.get(desk.file) : undefined;
    await change(desk.atWork, desk, 'Dorian', 'second');
    expect(await moveEvidence(desk.wilf, { move: 'approve', seen, file: looked })).toEqual({
      outcome: 'refused',
      sentence: 'The file was changed since you looked at it. Look at it again, then decide.',
    });
    expect(await look(desk.dorian, desk.uid)).toMatchObject({ state: 'submitted' });
  });

  it('is refused when the file changes while it is read', async () => {
    const desk = await open();
    await submit(desk);
    const seen = await look(desk.wilf, desk.uid);
    // The bytes are on their way when other ones take their place.
    desk.atWork.disturb((request) =>
      request.url.startsWith('https://graph.microsoft.com')
        ? undefined
        : { heldUntil: change(desk.atWork, desk, 'Dorian', 'second') },
    );
    const moved = await moveEvidence(desk.wilf, { move: 'approve', seen });
    expect(moved).toMatchObject({ outcome: 'refused', sentence: expect.stringContaining('while it was being read') });
  });

  it('is a clash where somebody changed the item after it was looked at, and nothing is written', async () => {
    const desk = await open();
    await submit(desk);
    const seen = await look(desk.wilf, desk.uid);
    const dorians = await look(desk.dorian, desk.uid);
    await desk.dorian.save(evidence, desk.uid, { periodTo: '2026-09-30' }, dorians);
    expect(await moveEvidence(desk.wilf, { move: 'approve', seen })).toMatchObject({
      outcome: 'clash',
      theirs: { periodTo: '2026-09-30', state: 'submitted' },
    });
    expect(await look(desk.dorian, desk.uid)).not.toHaveProperty('approvedBy');
  });

  it('by two people at once is given by one of them', async () => {
    const desk = await open();
    await submit(desk);
    const [one, other] = [await look(desk.wilf, desk.uid), await look(desk.bea, desk.uid)];
    const outcomes = await Promise.all([
      moveEvidence(desk.wilf, { move: 'approve', seen: one }),
      moveEvidence(desk.bea, { move: 'return', reason: 'Wrong period.', seen: other }),
    ]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['clash', 'moved']);
  });

  it('holds no more once the bytes are others, until another person than who brought them gives it', async () => {
    const desk = await open();
    await submit(desk);
    await moveEvidence(desk.wilf, { move: 'approve', seen: await look(desk.wilf, desk.uid) });
    await change(desk.atWork, desk, 'Bea', 'second, by hand');
    expect(await moveEvidence(desk.bea, { move: 'approve', seen: await look(desk.bea, desk.uid) })).toEqual({
      outcome: 'refused',
      sentence: 'You brought this version, so another person checks it.',
    });
    const again = await moveEvidence(desk.wilf, { move: 'approve', seen: await look(desk.wilf, desk.uid) });
    expect(again).toMatchObject({
      outcome: 'moved',
      row: { approvedVersion: '2.0', approvedSha256: sha256('second, by hand') },
    });
  });

  it('of a file that was deleted is refused in words', async () => {
    const desk = await open();
    await submit(desk);
    const as = await desk.atWork.northbridge.as('Dorian');
    await as(`/drives/${desk.dorian.info.drive}/items/${desk.file}`, { method: 'DELETE' });
    expect(await moveEvidence(desk.wilf, { move: 'approve', seen: await look(desk.wilf, desk.uid) })).toEqual({
      outcome: 'refused',
      sentence: 'The file is not in the library any more, or SharePoint does not show it to you.',
    });
  });
});

describe('the other moves', () => {
  it('a return says why, and the next submission takes the reason away', async () => {
    const desk = await open();
    await submit(desk);
    const seen = await look(desk.wilf, desk.uid);
    expect(await moveEvidence(desk.wilf, { move: 'return', reason: ' ', seen })).toMatchObject({ outcome: 'refused' });
    const tooMuch = await moveEvidence(desk.wilf, { move: 'return', reason: 'Take out NHS 943 476 5919.', seen });
    expect(tooMuch).toMatchObject({ outcome: 'refused', sentence: expect.stringContaining('an NHS number') });
    await moveEvidence(desk.wilf, { move: 'return', reason: 'The period is missing.', seen });
    expect(await look(desk.dorian, desk.uid)).toMatchObject({
      state: 'returned',
      returnReason: 'The period is missing.',
    });
    await submit(desk);
    expect(await look(desk.wilf, desk.uid)).not.toHaveProperty('returnReason');
  });

  it('a gap gets a file, and loses it again', async () => {
    const desk = await open();
    const { dorian } = desk;
    const gap = await dorian.create(evidence, { uid: 'gap', title: 'Log', partner: 'police', theme, state: 'needed' });
    if (gap.outcome !== 'saved') throw new Error(gap.outcome);
    const files = dorian.files();
    const file = files.state === 'ready' ? files.items.get(desk.file) : undefined;
    expect(await moveEvidence(dorian, { move: 'add file', seen: gap.row })).toMatchObject({ outcome: 'refused' });
    await moveEvidence(dorian, { move: 'add file', seen: gap.row, file });
    const filled = await look(dorian, 'gap');
    expect(filled).toMatchObject({ state: 'draft', file: desk.file, fileName: 'Audit.txt', size: 5 });
    await moveEvidence(dorian, { move: 'take file away', seen: filled });
    const emptied = await look(dorian, 'gap');
    expect(emptied.state).toBe('needed');
    expect(emptied).not.toHaveProperty('file');
  });

  it('a file in the place of an address leaves nothing of the address', async () => {
    const desk = await open();
    const { dorian } = desk;
    const url = 'https://elsewhere.example/plan.docx';
    const item = await registerAddress(dorian, { url, title: 'Plan', partner: 'police', theme });
    const files = dorian.files();
    const file = files.state === 'ready' ? files.items.get(desk.file) : undefined;
    await moveEvidence(dorian, { move: 'add file', seen: item, file });
    const filled = await look(dorian, item.uid);
    expect(filled).toMatchObject({ state: 'draft', file: desk.file });
    expect(filled).not.toHaveProperty('address');
  });

  it('a gap gets the address of a file that stays where it is, from who works for the partner, and loses it again', async () => {
    const { dorian, wilf } = await open();
    const gap = await dorian.create(evidence, { uid: 'gap', title: 'Log', partner: 'police', theme, state: 'needed' });
    if (gap.outcome !== 'saved') throw new Error(gap.outcome);
    const address = 'https://northbridge-my.sharepoint.com/personal/x/Documents/Log.docx';
    await expect(fillGap(wilf, await look(wilf, 'gap'), { address })).rejects.toThrow(PARTNER_DOES);
    await expect(fillGap(dorian, gap.row, { address: 'ftp://old.example/log' })).rejects.toThrow(/begins with https/);
    const filled = await fillGap(dorian, gap.row, { address });
    expect(filled).toMatchObject({ state: 'draft', address: { url: address, text: 'Log' } });
    expect(filled).not.toHaveProperty('file');
    await moveEvidence(dorian, { move: 'take file away', seen: filled });
    const emptied = await look(dorian, 'gap');
    expect(emptied.state).toBe('needed');
    expect(emptied).not.toHaveProperty('address');
  });

  it('an address never takes the place of a file, and who saw another address is asked to look again', async () => {
    const desk = await open();
    const { dorian, marta } = desk;
    const draft = await look(dorian, desk.uid);
    const address = 'https://elsewhere.example/log';
    await expect(fillGap(dorian, draft, { address })).rejects.toThrow('It has a file already.');
    const seen = await registerAddress(dorian, { url: address, title: 'Plan', partner: 'police', theme });
    await marta.pull();
    await fillGap(marta, await look(marta, seen.uid), { address: `${address}/2` });
    expect(await moveEvidence(dorian, { move: 'submit', seen })).toMatchObject({ outcome: 'clash' });
  });

  it('a new version of what was approved waits for a check again', async () => {
    const desk = await open();
    await submit(desk);
    await moveEvidence(desk.wilf, { move: 'approve', seen: await look(desk.wilf, desk.uid) });
    await change(desk.atWork, desk, 'Marta', 'second');
    const moved = await moveEvidence(desk.marta, { move: 'add new version', seen: await look(desk.marta, desk.uid) });
    expect(moved).toMatchObject({ outcome: 'moved', row: { state: 'submitted', submittedBy: desk.marta.me } });
    expect(await moveEvidence(desk.marta, { move: 'approve', seen: await look(desk.marta, desk.uid) })).toMatchObject({
      outcome: 'refused',
    });
  });

  it('what has expired is brought back as a draft, also where its file was changed since', async () => {
    const desk = await open();
    await submit(desk);
    await moveEvidence(desk.wilf, { move: 'approve', seen: await look(desk.wilf, desk.uid) });
    await moveEvidence(desk.dorian, { move: 'expire', seen: await look(desk.dorian, desk.uid) });
    await change(desk.atWork, desk, 'Marta', 'second');
    const seen = await look(desk.dorian, desk.uid);
    expect(seen.state).toBe('expired');
    const moved = await moveEvidence(desk.dorian, { move: 'bring back', seen });
    expect(moved).toMatchObject({ outcome: 'moved', row: { state: 'draft' } });
  });

  it.each(['draft', 'approved'] as const)('what was %s and lost its file gets another, and only then', async (was) => {
    const desk = await open();
    if (was === 'approved') {
      await submit(desk);
      await moveEvidence(desk.wilf, { move: 'approve', seen: await look(desk.wilf, desk.uid) });
    }
    await look(desk.dorian, desk.uid);
    const again = () =>
      addEvidenceFiles(desk.dorian, {
        partner: 'police',
        theme,
        files: [new File(['again'], `Again ${was}.txt`)],
        whenTaken: 'keep-both',
        fills: desk.uid,
      });
    expect(await again()).toMatchObject([
      { outcome: 'unregistered', sentence: expect.stringContaining('It has a file already.') },
    ]);
    const as = await desk.atWork.northbridge.as('Dorian');
    await as(`/drives/${desk.dorian.info.drive}/items/${desk.file}`, { method: 'DELETE' });
    await look(desk.dorian, desk.uid);
    const [added] = await again();
    if (added?.outcome !== 'added') throw new Error(added?.outcome);
    expect(await look(desk.wilf, desk.uid)).toMatchObject({
      state: was === 'draft' ? 'draft' : 'submitted',
      file: added.item.id,
      fileName: added.item.name,
      fingerprint: added.item.hash,
    });
  });

  it('a gap that two fill at once keeps the file that came first, and nobody is told that it is gone', async () => {
    const desk = await open();
    const { dorian, marta, atWork } = desk;
    await dorian.create(evidence, { uid: 'gap', title: 'Log', partner: 'police', theme, state: 'needed' });
    await look(marta, 'gap');
    const fill = (who: Workspace, name: string) =>
      addEvidenceFiles(who, { partner: 'police', theme, files: [new File([name], name)], fills: 'gap' });
    const [martas] = await fill(marta, 'Hers.txt');
    if (martas?.outcome !== 'added') throw new Error(martas?.outcome);
    // Whatever changed in the library comes late: what is known of it is older than the row.
    const late = Promise.withResolvers<void>();
    atWork.disturb(({ url }) => (url.endsWith('/$batch') ? { heldUntil: late.promise } : undefined));
    const [dorians] = await fill(dorian, 'His.txt');
    if (dorians?.outcome !== 'unregistered') throw new Error(dorians?.outcome);
    const row = rowOf(dorian, evidence, 'gap');
    expect(row.file).toBe(martas.item.id);
    expect(standingOf(row, fileOf(dorian, row))).toEqual({ state: 'draft', news: [] });

    const again = registerFile(dorian, { item: dorians.item, partner: 'police', theme, fills: 'gap' });
    await expect(again).rejects.toThrow('It has a file already.');
    late.resolve();
    expect(await look(dorian, 'gap')).toMatchObject({ file: martas.item.id });
    expect(fileOf(dorian, row)).toMatchObject({ name: 'Hers.txt' });
    await dorian.pull();
    const files = dorian.files();
    if (files.state !== 'ready') throw new Error(files.state);
    expect(files.items.get(dorians.item.id)).toMatchObject({ name: 'His.txt' });
  });

  it('goes through on this device while Microsoft 365 cannot be reached, and arrives later', async () => {
    const desk = await open();
    const seen = await look(desk.dorian, desk.uid);
    desk.atWork.disturb(() => 'lost before');
    expect(await moveEvidence(desk.dorian, { move: 'submit', seen })).toMatchObject({ outcome: 'moved', isKept: true });
    desk.atWork.disturb(() => undefined);
    await desk.dorian.goOn();
    expect(await look(desk.wilf, desk.uid)).toMatchObject({ state: 'submitted' });
  });

  it('each is refused to who may not make it, and to all from a state that it does not leave', async () => {
    const desk = await open();
    const seen = await look(desk.dorian, desk.uid);
    const wilfs = await look(desk.wilf, desk.uid);
    for (const [move, rule] of Object.entries(moves) as [keyof typeof moves, (typeof moves)['submit']][]) {
      if (!rule.from.includes('draft')) {
        expect(await moveEvidence(desk.dorian, { move, seen, reason: 'x' }), move).toMatchObject({
          outcome: 'refused',
        });
      } else {
        expect(await moveEvidence(desk.wilf, { move, seen: wilfs, reason: 'x' }), move).toMatchObject({
          outcome: 'refused',
          sentence: "The partner's lead, its deputy or the coordinator does this.",
        });
      }
    }
    expect((await look(desk.dorian, desk.uid)).state).toBe('draft');
  });
});
