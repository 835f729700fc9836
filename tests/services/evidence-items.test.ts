import { describe, expect, it } from 'vitest';
import { askedDocuments } from '../../src/domain/evidence/asked.ts';
import { createAction } from '../../src/services/actions.ts';
import { addAsked, addGap, registerAddress, saveItem } from '../../src/services/evidence-items.ts';
import { linkToAction, unlinkFromAction } from '../../src/services/evidence-links.ts';
import { moveEvidence } from '../../src/services/evidence-states.ts';
import { actionEvidence } from '../../src/workspace/schema/actions.ts';
import { evidence, partners, people } from '../../src/workspace/schema/lists.ts';
import { named, openAtWork } from '../workspace/support/northbridge-at-work.ts';
import { rowOf, rowsOf } from '../workspace/support/rows.ts';

const theme = 'front-door-2026';

async function open() {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  return { atWork, dorian: await atWork.sit('Dorian', info), bea: await atWork.sit('Bea', info) };
}

describe('what is needed', () => {
  it('is an item without a file, with owner and day', async () => {
    const { dorian, bea } = await open();
    await addGap(dorian, { title: ' Log ', partner: 'police', theme, owner: named('Dorian'), dueOn: '2026-12-01' });
    await bea.pull();
    expect(rowsOf(bea, evidence)).toMatchObject([
      { title: 'Log', state: 'needed', owner: { name: 'Dorian Hexwell' }, dueOn: '2026-12-01' },
    ]);
  });

  it('is said for their own partner by a lead, for all by the coordinator', async () => {
    const { dorian, bea } = await open();
    await expect(addGap(dorian, { title: 'Log', partner: 'council', theme })).rejects.toThrow('the coordinator');
    await expect(addGap(bea, { title: 'Log', partner: 'council', theme })).resolves.toMatchObject({ state: 'needed' });
  });

  it('is made of the documents usually asked for, once, though two people press at the same time', async () => {
    const { dorian, bea } = await open();
    const documents = [
      { partner: 'police', title: 'Force profile', kind: 'Needs assessment or profile' },
      { partner: 'police', title: 'Policies', kind: 'Policy or procedure' },
    ];
    const around = { partners: rowsOf(dorian, partners), people: rowsOf(dorian, people) };
    const asked = askedDocuments(theme, documents, { ...around, held: [] });
    const input = { theme, asked, dueOn: '2026-12-01', untilReview: new Set(['Policy or procedure']) };
    await Promise.all([addAsked(dorian, input), addAsked(bea, input)]);
    await dorian.pull();
    expect(rowsOf(dorian, evidence).map((row) => [row.title, row.untilReview ?? false, row.owner?.name])).toEqual([
      ['Force profile', false, 'Dorian Hexwell'],
      ['Policies', true, 'Dorian Hexwell'],
    ]);
    const after = askedDocuments(theme, documents, { ...around, held: rowsOf(dorian, evidence) });
    expect(await addAsked(dorian, { ...input, asked: after })).toBe(0);
  });

  it("is the coordinator's where it is asked of the partnership as a whole", async () => {
    const { bea } = await open();
    const around = { partners: rowsOf(bea, partners), people: rowsOf(bea, people), held: [] };
    const asked = askedDocuments(theme, [{ title: 'Risk register' }], around);
    await addAsked(bea, { theme, asked, untilReview: new Set() });
    expect(rowsOf(bea, evidence)).toMatchObject([{ title: 'Risk register', owner: { name: 'Bea Thistledown' } }]);
  });
});

describe('the facts of an item', () => {
  it('changed by two people in different fields are all kept, in the same field they are asked about', async () => {
    const { dorian, bea } = await open();
    const seen = await addGap(dorian, { title: 'Log', partner: 'police', theme });
    await bea.pull();
    const beas = rowOf(bea, evidence, seen.uid);
    await saveItem(dorian, seen, { kindOf: 'Audit or dip sample' });
    expect(await saveItem(bea, beas, { marking: 'OFFICIAL' })).toMatchObject({
      outcome: 'saved',
      row: { kindOf: 'Audit or dip sample', marking: 'OFFICIAL' },
    });
    expect(await saveItem(bea, beas, { kindOf: 'Other' })).toMatchObject({
      outcome: 'clash',
      fields: [{ column: 'kindOf', mine: 'Other', theirs: 'Audit or dip sample' }],
    });
  });
});

describe('what lies outside the library', () => {
  it('is registered by its address, checked by a second person, and approved without a hash', async () => {
    const { dorian, bea } = await open();
    const url = 'https://northbridge-my.sharepoint.com/personal/x/Documents/Plan.docx';
    const row = await registerAddress(dorian, { url, title: 'Plan', partner: 'police', theme });
    expect(row).toMatchObject({ state: 'draft', address: { url, text: 'Plan' } });
    await moveEvidence(dorian, { move: 'submit', seen: row });
    await bea.pull();
    const moved = await moveEvidence(bea, { move: 'approve', seen: rowOf(bea, evidence, row.uid) });
    expect(moved).toMatchObject({ outcome: 'moved', row: { state: 'approved', approvedBy: bea.me } });
    expect(rowOf(bea, evidence, row.uid)).not.toHaveProperty('approvedSha256');
  });
});

describe('an action and what shows its work', () => {
  it('are linked once, and parted again', async () => {
    const { dorian } = await open();
    const item = await addGap(dorian, { title: 'Log', partner: 'police', theme });
    const prompt = `${theme}.FD-A1`;
    await createAction(dorian, { uid: 'act', title: 'Write the log', theme, prompt, partner: 'police' });
    const first = await linkToAction(dorian, { evidence: item.uid, action: 'act' });
    await linkToAction(dorian, { evidence: item.uid, action: 'act' });
    await dorian.pull();
    expect(rowsOf(dorian, actionEvidence)).toHaveLength(1);
    await unlinkFromAction(dorian, rowOf(dorian, actionEvidence, first.uid));
    await dorian.pull();
    expect(rowsOf(dorian, actionEvidence)).toHaveLength(0);
  });
});
