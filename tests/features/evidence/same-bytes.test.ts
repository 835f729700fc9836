import { describe, expect, it } from 'vitest';
import { bytesKey, findSame, findTwice } from '../../../src/features/evidence/same-bytes.ts';
import { buildEvidence } from '../build-rows.ts';

const at = { at: '2026-11-05T09:00:00Z', by: 'Dorian Hexwell' };
const fileOf = (id: string, hash: string) => ({
  ...{ id, hash, kind: 'file' as const, name: `${id}.docx`, size: 5, version: '1' },
  ...{ webUrl: `https://northbridge.sharepoint.com/${id}`, created: at, changed: at },
});
const site = 'https://northbridge-my.sharepoint.com/personal/x/Documents';
const linked = (uid: string, url: string) => buildEvidence(uid, { address: { url, text: uid } });

const evidence = [
  buildEvidence('audit', { file: 'f1', fingerprint: 'old=' }),
  buildEvidence('copy', { file: 'f2' }),
  buildEvidence('before', { file: 'f3', state: 'superseded' }),
  linked('plan', `${site}/Plan.docx?web=1`),
  linked('again', `${site}/Plan.docx`),
  linked('page one', `${site}/stream.aspx?id=one`),
  linked('page two', `${site}/stream.aspx?id=two`),
  buildEvidence('gap', { state: 'needed' }),
  buildEvidence('other gap', { state: 'needed' }),
];
const files = {
  items: new Map(['f1', 'f2', 'f3'].map((id) => [id, fileOf(id, 'A=')])),
  lost: new Set<string>(),
};
const unregistered = [{ item: fileOf('f9', 'A='), partner: 'icb', theme: 'front-door-2026' }];
const sources = { evidence, unregistered, files };

function sameAs(uid: string) {
  const item = evidence.find((each) => each.uid === uid);
  const same = findSame(item && bytesKey(item, files), uid, sources);
  return [...same.items.map((each) => each.uid), ...same.files.map((each) => each.item.id)];
}

describe('the same file once more', () => {
  it('is found by the bytes that lie there now, registered or not, and not where it was superseded', () => {
    expect(sameAs('audit')).toEqual(['copy', 'f9']);
    expect(findSame('A=', 'f9', sources).items.map(({ uid }) => uid)).toEqual(['audit', 'copy']);
  });

  it('is found by its address where nothing else is known of it, whatever a share adds to that', () => {
    expect(sameAs('plan')).toEqual(['again']);
    expect(sameAs('page one')).toEqual([]);
    const isTwice = findTwice(sources);
    const twice = evidence.filter((item) => isTwice(bytesKey(item, files))).map(({ uid }) => uid);
    expect(twice).toEqual(['audit', 'copy', 'before', 'plan', 'again']);
  });

  it('is nothing to a gap', () => {
    expect(sameAs('gap')).toEqual([]);
  });
});
