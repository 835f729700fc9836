import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromSubPageId } from '../../src/domain/address.ts';
import { checkPartnerTitle, partnerKey, presetPartners } from '../../src/domain/partners.ts';

describe('the partners offered at set-up', () => {
  it('are seven, in order', () => {
    expect(presetPartners.map((p) => p.title)).toEqual([
      'Council',
      'ICB',
      'Police',
      'Probation',
      'Youth justice',
      'Education',
      'Voluntary sector',
    ]);
  });

  it('have the keys that their names would get, and good names', () => {
    for (const partner of presetPartners) {
      expect(partnerKey(partner.title, [])).toBe(partner.uid);
      const others = presetPartners.filter((p) => p !== partner).map((p) => p.title);
      expect(checkPartnerTitle(partner.title, others)).toEqual([]);
    }
  });
});

describe('the key of a partner', () => {
  it.each([
    ['Voluntary sector', 'voluntary-sector'],
    ['  Housing & refuges  ', 'housing-refuges'],
    ["St Oswyn's Hospice", 'st-oswyn-s-hospice'],
    ['Gwasanaeth Iechyd Dŵr', 'gwasanaeth-iechyd-dwr'],
    ['保育', 'partner'],
    ['', 'partner'],
  ])('for %j is %j', (title, key) => {
    expect(partnerKey(title, [])).toBe(key);
  });

  it('is numbered where it is taken', () => {
    expect(partnerKey('Police', ['police'])).toBe('police-2');
    expect(partnerKey('Police', ['police', 'police-2', 'police-4'])).toBe('police-3');
  });

  it('is always new and always fits an address', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80, unit: 'binary' }), fc.array(fc.string()), (title, others) => {
        const taken = [...others, partnerKey(title, others)];
        const key = partnerKey(title, taken);
        expect(taken).not.toContain(key);
        expect(key).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(fromSubPageId(`assessment/front-door-2026.FD-A1.${key}`)).toBeDefined();
      }),
    );
  });
});

describe('the name of a partner', () => {
  it('becomes a folder, so it follows the rules of folders', () => {
    expect(checkPartnerTitle('Police / Fire', [])).toEqual([
      'SharePoint does not take / in a name. Use a hyphen in its place.',
    ]);
    expect(checkPartnerTitle('Police.', [])).toEqual(['A folder name cannot end with a full stop. Take it away.']);
    expect(checkPartnerTitle('', [])).toEqual(['The name is empty. Give it a name.']);
    expect(checkPartnerTitle('x'.repeat(61), [])).toEqual(['The name has 61 characters; at most 60 fit.']);
  });

  it('is nobody else’s, capitals or not', () => {
    expect(checkPartnerTitle('POLICE', ['Council', 'Police'])).toEqual(['There is already a partner called POLICE.']);
  });

  it('is not that of a shared folder', () => {
    expect(checkPartnerTitle('benchmark', [])).toEqual([
      'benchmark is the name of a folder that all partners share. Choose another.',
    ]);
  });
});
