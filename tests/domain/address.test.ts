import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Address, fromSubPageId, toDeepLink, toSubPageId } from '../../src/domain/address.ts';

const keys = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,149}$/);
const addresses: fc.Arbitrary<Address> = fc.oneof(
  fc.constantFrom<Address>({ screen: 'home' }, { screen: 'checklist' }, { screen: 'evidence' }, { screen: 'settings' }),
  keys.map((assessment): Address => ({ screen: 'checklist', assessment })),
  keys.map((prompt): Address => ({ screen: 'checklist', prompt })),
  keys.map((item): Address => ({ screen: 'evidence', item })),
  keys.map((list): Address => ({ screen: 'evidence', rows: { list } })),
  fc.tuple(keys, keys).map(([list, partner]): Address => ({ screen: 'evidence', rows: { list, partner } })),
  fc.tuple(keys, keys).map(([list, partner]): Address => ({ screen: 'checklist', rows: { list, partner } })),
);

const target = {
  linkBase: 'https://teams.microsoft.com',
  appId: '1c0de5a7-0b5e-4c1e-8d1a-7a1a00000002',
  entityId: 'jtai-ready',
  channelId: '19:jtaiprep@thread.tacv2',
  label: 'FD-A1, Police & others',
};

describe('the address of a record', () => {
  it('is written as kind and key', () => {
    expect(toSubPageId({ screen: 'home' })).toBe('home');
    expect(toSubPageId({ screen: 'checklist' })).toBe('checklist');
    expect(toSubPageId({ screen: 'checklist', assessment: 'front-door-2026.FD-A1.police' })).toBe(
      'assessment/front-door-2026.FD-A1.police',
    );
    expect(toSubPageId({ screen: 'checklist', prompt: 'front-door-2026.FD-A1' })).toBe('prompt/front-door-2026.FD-A1');
    expect(toSubPageId({ screen: 'evidence', item: '0b5e4c1e' })).toBe('evidence/0b5e4c1e');
    expect(toSubPageId({ screen: 'evidence' })).toBe('evidence');
    expect(toSubPageId({ screen: 'settings' })).toBe('settings');
    expect(toSubPageId({ screen: 'evidence', rows: { list: 'needed' } })).toBe('documents/needed');
    expect(toSubPageId({ screen: 'checklist', rows: { list: 'red', partner: 'police' } })).toBe('answers/red/police');
  });

  it('comes back as it went', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(fromSubPageId(toSubPageId(address))).toEqual(address);
      }),
    );
  });

  it.each([
    '',
    '/',
    'reports',
    'Home',
    'home/',
    'settings/x',
    'assessment',
    'assessment/',
    'assessment/../home',
    'assessment/a/b',
    'documents',
    'documents/',
    'documents/needed/',
    'documents/needed/police/x',
    'documents/needed/<b>',
    'answers//police',
    'assessment/<script>',
    'prompt/a b',
    'prompt/%2e%2e',
    'evidence/.hidden',
    'evidence/javascript:alert(1)',
    'https://example.org/',
    '__proto__',
    'constructor/x',
    `evidence/${'a'.repeat(151)}`,
    'evidence/a\nb',
    'evidence/á',
  ])('is not made from %j', (text) => {
    expect(fromSubPageId(text)).toBeUndefined();
  });

  it('is never made from text that would be written otherwise', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const address = fromSubPageId(text);
        expect(address === undefined || toSubPageId(address) === text).toBe(true);
      }),
    );
  });
});

describe('a deep link', () => {
  it("has Microsoft's form", () => {
    expect(toDeepLink({ screen: 'checklist', prompt: 'front-door-2026.FD-A1' }, target)).toBe(
      'https://teams.microsoft.com/l/entity/1c0de5a7-0b5e-4c1e-8d1a-7a1a00000002/jtai-ready?webUrl=' +
        '&label=FD-A1%2C%20Police%20%26%20others' +
        '&context=%7B%22subEntityId%22%3A%22prompt%2Ffront-door-2026.FD-A1%22%2C%22channelId%22%3A%2219%3Ajtaiprep%40thread.tacv2%22%7D',
    );
  });

  it('carries the address and the channel whole, whatever the label says', () => {
    fc.assert(
      fc.property(addresses, fc.string(), (address, label) => {
        const link = new URL(toDeepLink(address, { ...target, label: label.toWellFormed() }));
        expect(link.origin).toBe('https://teams.microsoft.com');
        expect(link.searchParams.get('label')).toBe(label.toWellFormed());
        const context = JSON.parse(link.searchParams.get('context') ?? '');
        expect(context.channelId).toBe(target.channelId);
        expect(fromSubPageId(context.subEntityId)).toEqual(address);
      }),
    );
  });

  it('names no channel for the personal tab', () => {
    const { channelId: _, ...personal } = target;
    const link = new URL(toDeepLink({ screen: 'home' }, personal));
    expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({ subEntityId: 'home' });
  });
});
