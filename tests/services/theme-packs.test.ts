import { describe, expect, it } from 'vitest';
import { documentsOf, kindsOf, packOf, versionsOf } from '../../src/services/theme-packs.ts';
import { loadPack } from '../../src/themes/packs.ts';
import { packs } from '../../src/workspace/schema/lists.ts';
import { openAtWork } from '../workspace/support/northbridge-at-work.ts';

async function open() {
  const atWork = await openAtWork();
  return atWork.sit('Bea', await atWork.setUp());
}

const shipped = await loadPack('front-door');
const own = (id: string, version: string, date = '2026-11-23') => {
  const pack = { ...shipped, id, version, date, title: `${id} ${version}` };
  const uid = `${id}.v${version}`;
  return { uid, title: pack.title, pack: id, packVersion: version, content: JSON.stringify(pack) };
};

describe('the pack of a theme', () => {
  it('is found among those of the program', async () => {
    const bea = await open();
    const pack = await packOf(bea, { pack: 'front-door', packVersion: '1' });
    expect(pack).toEqual(shipped);
    expect(kindsOf(shipped)[0]).toMatchObject({ name: 'Policy or procedure', untilReview: true });
    expect(documentsOf(shipped, 'police')).toHaveLength(8);
    expect(documentsOf(shipped).map((document) => document.title)).toContain('Escalation log');
  });

  it('is found among those that the partnership brought in, by its version', async () => {
    const bea = await open();
    for (const version of ['1.2', '1.10', '1.9']) await bea.create(packs, own('front-door', version));
    expect((await versionsOf(bea, 'front-door')).map((pack) => pack.version)).toEqual(['1.10', '1.9', '1.2', '1']);
    expect(await packOf(bea, { pack: 'front-door', packVersion: '1.9' })).toMatchObject({ title: 'front-door 1.9' });
    expect(await packOf(bea, { pack: 'front-door', packVersion: '1' })).toMatchObject({ title: 'Front door' });
  });

  it('is the newest one known where its own version is gone, and none where nobody knows it', async () => {
    const bea = await open();
    await bea.create(packs, own('neglect', '3'));
    expect(await packOf(bea, { pack: 'neglect', packVersion: '2' })).toMatchObject({ version: '3' });
    expect(await packOf(bea, { pack: 'unheard-of', packVersion: '1' })).toBeUndefined();
  });

  it('passes over a row that somebody has spoilt', async () => {
    const bea = await open();
    await bea.create(packs, { ...own('neglect', '1'), content: '{ "id": ' });
    await bea.create(packs, { ...own('neglect', '2'), content: '{}' });
    expect(await packOf(bea, { pack: 'neglect', packVersion: '1' })).toBeUndefined();
  });
});
