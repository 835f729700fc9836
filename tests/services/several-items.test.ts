import { describe, expect, it } from 'vitest';
import { addEvidenceFiles } from '../../src/services/evidence-files.ts';
import { registerAddress } from '../../src/services/evidence-items.ts';
import { fileOf } from '../../src/services/evidence-states.ts';
import { giveOwner, moveSeveral } from '../../src/services/several-items.ts';
import { evidence } from '../../src/workspace/schema/lists.ts';
import type { Workspace } from '../../src/workspace/store/workspace.ts';
import { named, openAtWork, smallPlan } from '../workspace/support/northbridge-at-work.ts';
import { rowOf, rowsOf } from '../workspace/support/rows.ts';

const theme = 'front-door-2026';

/** Three drafts of the police, and Wilf, who may check them. */
async function open() {
  const atWork = await openAtWork();
  const people = [
    ...smallPlan.people.filter((line) => line.person),
    { name: 'Wilf Tarnbeck', role: 'lead', partner: 'council', person: named('Wilf') } as const,
  ];
  const info = await atWork.setUp({ ...smallPlan, people });
  const dorian = await atWork.sit('Dorian', info);
  const names = ['Audit.txt', 'Board.txt', 'Cases.txt'];
  await addEvidenceFiles(dorian, { partner: 'police', theme, files: names.map((name) => new File([name], name)) });
  await dorian.pull();
  return { atWork, dorian, wilf: await atWork.sit('Wilf', info) };
}

const seenBy = (workspace: Workspace) =>
  rowsOf(workspace, evidence)
    .toSorted((one, other) => one.title.localeCompare(other.title))
    .map((seen) => ({ seen, file: fileOf(workspace, seen) ?? undefined }));
const states = (workspace: Workspace) => seenBy(workspace).map(({ seen }) => `${seen.title} ${seen.state}`);

describe('several items', () => {
  it('are submitted, then approved by a second person, each with its own hash, and an address without one', async () => {
    const { dorian, wilf } = await open();
    await registerAddress(dorian, { url: 'https://elsewhere.example/d', title: 'Dates', partner: 'police', theme });
    const shown: number[] = [];
    const submitted = await moveSeveral(dorian, 'submit', seenBy(dorian), (done) => shown.push(done));
    expect(submitted).toEqual({ done: 4, of: 4, sentences: [], failed: [] });
    expect(shown).toEqual([1, 2, 3, 4]);
    await wilf.pull();
    expect(await moveSeveral(wilf, 'approve', seenBy(wilf))).toEqual({ done: 4, of: 4, sentences: [], failed: [] });
    await wilf.pull();
    const rows = seenBy(wilf).map(({ seen }) => seen);
    expect(rows.every(({ state, approvedBy }) => state === 'approved' && approvedBy?.name === 'Wilf Tarnbeck')).toBe(
      true,
    );
    expect(new Set(rows.slice(0, 3).map((row) => row.approvedSha256?.length))).toEqual(new Set([64]));
    expect(new Set(rows.map((row) => row.approvedSha256)).size).toBe(4);
    expect(rows[3]).not.toHaveProperty('approvedSha256');
  });

  it('are refused one by one: what was changed or is gone stops no other, and each is told', async () => {
    const { atWork, dorian, wilf } = await open();
    await moveSeveral(dorian, 'submit', seenBy(dorian));
    await wilf.pull();
    const looked = seenBy(wilf);
    const [, board, cases] = looked;
    const as = await atWork.northbridge.as('Dorian');
    const pathOf = (file: string | undefined) => `/drives/${dorian.info.drive}/items/${file}`;
    await as(`${pathOf(board?.seen.file)}/content`, { method: 'PUT', body: 'another' });
    await as(pathOf(cases?.seen.file), { method: 'DELETE' });
    const written = await moveSeveral(wilf, 'approve', looked);
    expect(written).toMatchObject({ done: 1, of: 3, failed: [1, 2] });
    expect(written.sentences.map((sentence) => sentence.slice(0, 6)).toSorted()).toEqual(['Board:', 'Cases:']);
    await wilf.pull();
    expect(states(wilf)).toEqual(['Audit approved', 'Board submitted', 'Cases submitted']);
  });

  it('get one owner; one that somebody else gave an owner meanwhile is told, and keeps it', async () => {
    const { dorian, wilf } = await open();
    const looked = seenBy(dorian).map(({ seen }) => seen);
    await wilf.pull();
    await wilf.save(
      evidence,
      looked[0]?.uid ?? '',
      { owner: named('Marta') },
      rowOf(wilf, evidence, looked[0]?.uid ?? ''),
    );
    const written = await giveOwner(dorian, looked, named('Imani'));
    expect(written).toMatchObject({
      done: 2,
      failed: [0],
      sentences: ['Audit was changed by somebody else at the same time.'],
    });
    await dorian.pull();
    expect(seenBy(dorian).map(({ seen }) => seen.owner?.name)).toEqual([
      'Marta Oakhollow',
      'Imani Larkspur',
      'Imani Larkspur',
    ]);
  });
});
