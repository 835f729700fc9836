import { describe, expect, it } from 'vitest';
import { fromSubPageId } from '../../../src/domain/address.ts';
import { askedDocuments, askedKey } from '../../../src/domain/evidence/asked.ts';

const theme = 'front-door-2026';
const partners = [{ uid: 'council' }, { uid: 'police' }];
const documents = [
  { partner: 'police', title: 'Force profile for the theme', kind: 'Needs assessment or profile' },
  { partner: 'probation', title: 'Theme caseload' },
  { title: 'Published arrangements' },
];

const ask = (change: Partial<Parameters<typeof askedDocuments>[2]> = {}) =>
  askedDocuments(theme, documents, { partners, people: [], held: [], ...change });

describe('documents usually asked for', () => {
  it('are listed for the partners who take part', () => {
    expect(ask()).toMatchObject([
      { title: 'Force profile for the theme', partner: 'police', isOfAll: false, isThere: false },
      { title: 'Published arrangements', partner: 'council', isOfAll: true, isThere: false },
    ]);
  });

  it("lie with the coordinator's partner where they are asked of all, as long as it takes part", () => {
    const host = (partner: string) => ask({ people: [{ role: 'coordinator', partner }] }).at(-1)?.partner;
    expect([host('police'), host('probation')]).toEqual(['police', 'council']);
  });

  it('are there once an item has their key, whatever it is called by now, or their title', () => {
    const uid = askedKey(theme, 'police', 'Force profile for the theme');
    const renamed = { uid, title: 'Profile 2026', partner: 'police', theme };
    const other = { uid: 'x', title: ' published Arrangements', partner: 'council', theme };
    expect(ask({ held: [renamed, other] }).map((each) => each.isThere)).toEqual([true, true]);
    expect(ask({ held: [{ ...other, theme: 'syv-2026' }] }).at(-1)?.isThere).toBe(false);
  });

  it('have keys that can stand in an address', () => {
    const uid = askedKey(theme, 'voluntary-sector', `Safeguarding audits (s175/157, s11) ${'and more '.repeat(20)}`);
    expect(fromSubPageId(`evidence/${uid}`)).toEqual({ screen: 'evidence', item: uid });
  });
});
