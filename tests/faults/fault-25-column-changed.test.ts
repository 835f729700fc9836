import { describe, expect, it } from 'vitest';
import { getItems } from '../../src/graph/items.ts';
import { repair } from '../../src/workspace/provision.ts';
import { type Evidence, evidence } from '../../src/workspace/schema/lists.ts';
import type { Workspace } from '../../src/workspace/store/workspace.ts';
import { openDrift, readFindings, toCheck } from '../workspace/support/drift.ts';
import { openAtWork } from '../workspace/support/northbridge-at-work.ts';
import { rowOf } from '../workspace/support/rows.ts';

async function openWithEvidence() {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  const first = await atWork.sit('Bea', info);
  await first.create(evidence, {
    uid: 'e1',
    title: 'Front door policy',
    partner: 'police',
    state: 'draft',
    note: 'First note.',
    size: 1200,
  });
  const drift = openDrift(atWork, info);
  const readItem = async () => {
    const at = { site: info.site, list: info.lists.evidence ?? '' };
    return (await getItems(atWork.graphOf('Bea'), at, ['Uid', 'Title', 'Note', 'Size', 'FileName']))[0]?.fields;
  };
  const mend = async () => {
    const findings = await readFindings(atWork, info);
    return repair(atWork.graphOf('Bea'), { ...toCheck(info), findings }, () => undefined);
  };
  return { atWork, info, drift, readItem, mend };
}

/** What the person is told when the change is turned down; undefined if it went through. */
async function save(desk: Workspace, patch: Parameters<Workspace['save']>[2]): Promise<string | undefined> {
  try {
    await desk.save(evidence, 'e1', patch as Partial<Evidence>, rowOf(desk, evidence, 'e1'));
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('fault 25: a site owner renames or deletes a column', () => {
  it('renamed, it is shown as drift and is read and written as before', async () => {
    const { atWork, info, drift, readItem } = await openWithEvidence();
    await drift.changeColumn('evidence', 'Note', { displayName: 'Remarks' });
    expect(await readFindings(atWork, info)).toMatchObject([
      {
        answer: 'leave',
        what: 'The column Note of JTAI Evidence is called Remarks in SharePoint now.',
        next: 'It stays so: it is read and written as before.',
      },
    ]);
    const desk = await atWork.sit('Bea', info);
    expect(await save(desk, { note: 'Second note.' })).toBeUndefined();
    expect((await readItem())?.Note).toBe('Second note.');
  });

  it('deleted, a change of it is refused with the reason and kept, others go through, and a repair makes it again', async () => {
    const { atWork, info, drift, readItem, mend } = await openWithEvidence();
    await drift.removeColumn('evidence', 'Note');
    const desk = await atWork.sit('Bea', info);
    expect(await save(desk, { note: 'Second note.' })).toBe(
      'The column Note of JTAI Evidence is not there. "Check and repair" in Settings says what to do.',
    );
    expect(await save(desk, { fileName: 'Policy.pdf' })).toBeUndefined();
    expect(await readFindings(atWork, info)).toMatchObject([
      {
        answer: 'mend',
        what: 'The column Note of JTAI Evidence is not there: somebody removed it, or this version has it new.',
        next: 'It is made again, empty.',
      },
    ]);
    expect(await mend()).toMatchObject({ outcome: 'complete', made: ['The column Note of JTAI Evidence'] });
    expect(await save(desk, { note: 'Third note.' })).toBeUndefined();
    expect(await readItem()).toMatchObject({ Note: 'Third note.', FileName: 'Policy.pdf' });
  });

  it('deleted while the tab is open, the next change says so as well', async () => {
    const { atWork, info, drift } = await openWithEvidence();
    const desk = await atWork.sit('Bea', info);
    expect(await save(desk, { note: 'Second note.' })).toBeUndefined();
    await drift.removeColumn('evidence', 'Note');
    expect(await save(desk, { note: 'Third note.' })).toBe(
      'The column Note of JTAI Evidence is not there. "Check and repair" in Settings says what to do.',
    );
  });

  it('replaced by another of its title, ours is made again beside it and the other is left alone', async () => {
    const { atWork, info, drift, mend } = await openWithEvidence();
    await drift.removeColumn('evidence', 'Note');
    await drift.addColumn('evidence', { name: 'Note0', displayName: 'Note', text: {} });
    expect(await readFindings(atWork, info)).toMatchObject([
      {
        what: 'The column Note of JTAI Evidence is not there. Another column of that title is (Note0), which somebody else made.',
        next: 'Our column is made again beside the other, which is left alone. Copy what is in the other by hand.',
      },
    ]);
    expect(await mend()).toMatchObject({ outcome: 'complete' });
    expect(await drift.readColumn('evidence', 'Note0')).toMatchObject({ displayName: 'Note' });
    expect(await readFindings(atWork, info)).toEqual([]);
  });

  it('replaced by one of another kind, it is never written to, by work or by repair, until a person has cleared it away', async () => {
    const { atWork, info, drift, readItem, mend } = await openWithEvidence();
    await drift.removeColumn('evidence', 'Size');
    // SharePoint would take a number for this one, and keep it as something else.
    await drift.addColumn('evidence', { name: 'Size', displayName: 'Size in bytes', text: {} });
    const before = await readItem();
    const desk = await atWork.sit('Bea', info);
    atWork.sent.length = 0;
    expect(await save(desk, { size: 99 })).toBe(
      'The column Size in bytes of JTAI Evidence is of another kind now. "Check and repair" in Settings says what to do.',
    );
    expect(atWork.sent.filter((request) => !request.startsWith('GET'))).toEqual([]);
    expect(await save(desk, { note: 'Second note.' })).toBeUndefined();
    const [finding, ...others] = await readFindings(atWork, info);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      answer: 'person',
      what: 'The column Size in bytes of JTAI Evidence is of another kind than JTAI Ready made: a line of text, not a number.',
      next: 'Nothing is written into it. In SharePoint, rename or copy what is in it, delete the column, and check again: it is made anew.',
    });
    expect(await mend()).toMatchObject({ outcome: 'complete', made: [] });
    expect(await readItem()).toEqual({ ...before, '@odata.etag': expect.anything(), Note: 'Second note.' });

    await drift.removeColumn('evidence', 'Size');
    expect(await mend()).toMatchObject({ made: ['The column Size in bytes of JTAI Evidence'] });
    expect(await save(desk, { size: 99 })).toBeUndefined();
    expect((await readItem())?.Size).toBe(99);
  });
});
