import { expect, it } from 'vitest';
import { linkEvidence, unlinkEvidence } from '../../src/services/evidence-links.ts';
import { evidenceLinks } from '../../src/workspace/schema/lists.ts';
import { openAtWork } from '../workspace/support/northbridge-at-work.ts';
import { rowsOf } from '../workspace/support/rows.ts';

const link = { evidence: 'e1', prompt: 'front-door-2026.FD-A1', partner: 'police' };

it('linking twice, or by two people at once, makes one link, which can be taken away', async () => {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  const dorian = await atWork.sit('Dorian', info);
  const bea = await atWork.sit('Bea', info);
  const [first, second] = await Promise.all([linkEvidence(dorian, link), linkEvidence(bea, link)]);
  expect(second.uid).toBe(first.uid);
  await linkEvidence(dorian, link);
  await dorian.pull();
  expect(rowsOf(dorian, evidenceLinks)).toMatchObject([{ uid: 'e1.front-door-2026.FD-A1', ...link }]);
  await unlinkEvidence(dorian, first);
  await unlinkEvidence(bea, second);
  await bea.pull();
  expect(rowsOf(bea, evidenceLinks)).toEqual([]);
});
