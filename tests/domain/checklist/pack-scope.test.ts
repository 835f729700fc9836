import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedPartners, findAnswerers, readScope } from '../../../src/domain/checklist/asked-partners.ts';
import { moveScope, outOfScope, toScopeText } from '../../../src/domain/checklist/pack-scope.ts';
import { presetPartners } from '../../../src/domain/partners.ts';
import { loadPack, offeredPacks } from '../../../src/themes/packs.ts';

const housing = { uid: 'housing', title: 'Housing' };
const partners = [...presetPartners, housing];
const prompts = [{ uid: 'front-door-2026.FD-A1' }];
const none = { assessments: [], links: [], actions: [] };
const names = (rows: readonly { readonly uid: string }[]) => rows.map(({ uid }) => uid);

describe('the partners in scope of a pack', () => {
  it.each([
    ['front-door', ['council', 'icb', 'police', 'education', 'housing']],
    ['serious-youth-violence', ['council', 'icb', 'police', 'youth-justice', 'education', 'housing']],
    ['domestic-abuse', ['council', 'icb', 'police', 'probation', 'education', 'voluntary-sector', 'housing']],
  ] as const)('of %s are asked, and so is a partner of our own', async (id, asked) => {
    expect(names(askedPartners(partners, outOfScope(await loadPack(id)), () => new Set()))).toEqual(asked);
  });

  it('leave a shipped pack at least the three statutory safeguarding partners', async () => {
    for (const { id } of offeredPacks) {
      const out = outOfScope(await loadPack(id));
      expect(out.filter((uid) => ['council', 'icb', 'police'].includes(uid))).toEqual([]);
    }
  });

  it('of a pack that names somebody else’s partners only, leave those of our own; without any, all are asked', () => {
    const out = outOfScope({ partners: ['fire-service'] });
    expect(names(askedPartners(partners, out, () => new Set()))).toEqual(['housing']);
    expect(askedPartners(presetPartners, out, () => new Set())).toEqual(presetPartners);
  });

  it('of a theme that says nothing are all of them, and nobody’s answers are looked through', () => {
    const look = () => expect.unreachable();
    expect(askedPartners(partners, readScope({}), look)).toBe(partners);
    expect(askedPartners(partners, readScope({ outOfScope: ' \n' }), look)).toBe(partners);
  });
});

describe('a partner out of scope', () => {
  const prompt = 'front-door-2026.FD-A1';
  const answer = { prompt, partner: 'probation' };
  const asked = (written: Partial<Parameters<typeof findAnswerers>[1]>) =>
    names(askedPartners(partners, ['probation'], () => findAnswerers(prompts, { ...none, ...written })));

  it.each([
    ['a verdict', { assessments: [{ ...answer, verdict: 'red' }] }],
    ['an agreed verdict', { assessments: [{ ...answer, agreedVerdict: 'red' }] }],
    ['only words', { assessments: [{ ...answer, improve: 'More' }] }],
    ['an answer to confirm', { assessments: [{ ...answer, broughtForward: 'front-door-2025' }] }],
    ['evidence', { links: [answer] }],
    ['an action', { actions: [answer] }],
  ])('is asked all the same where there is %s of theirs', (_, written) => {
    expect(asked(written)).toContain('probation');
  });

  it('is not asked for the sake of an answer that was taken back, or of another theme’s', () => {
    expect(asked({ assessments: [answer] })).not.toContain('probation');
    const other = { prompt: 'front-door-2025.FD-A1', partner: 'probation', verdict: 'red' };
    expect(asked({ assessments: [other], actions: [{ partner: 'probation' }] })).not.toContain('probation');
  });
});

describe('what a theme keeps of its scope', () => {
  const keys = fc.uniqueArray(fc.constantFrom(...names(partners)));

  it('reads back as it was written', () => {
    fc.assert(
      fc.property(keys, (out) => {
        expect(readScope({ outOfScope: toScopeText(out) ?? '' }).toSorted()).toEqual(out.toSorted());
      }),
    );
    expect(toScopeText([])).toBeNull();
  });

  it('moves with an upgrade only where the packs differ, so that what the coordinator decided stays', () => {
    fc.assert(
      fc.property(keys, keys, keys, (out, from, to) => {
        const moved = moveScope(out, from, to);
        for (const { uid } of partners) {
          const isSame = from.includes(uid) === to.includes(uid);
          expect(moved.includes(uid)).toBe(isSame ? out.includes(uid) : to.includes(uid));
        }
        expect(new Set(moved).size).toBe(moved.length);
      }),
    );
  });
});
