import { describe, expect, it } from 'vitest';
import { basisOf, takePrompts, trustWords } from '../../src/themes/pack-prompts.ts';
import { isPackId, loadPack, offeredPacks, originWords } from '../../src/themes/packs.ts';

describe('the packs on offer', () => {
  it.each([
    ['front-door', 'Front door', 32],
    ['serious-youth-violence', 'Serious youth violence', 30],
    ['domestic-abuse', 'Domestic abuse', 31],
    ['child-sexual-abuse', 'Child sexual abuse in the family environment', 28],
    ['criminal-exploitation', 'Criminal exploitation', 10],
  ] as const)('%s is %s, with %i prompts, each with its basis', async (id, title, count) => {
    const offered = await loadPack(id);
    expect(offeredPacks.find((entry) => entry.id === id)?.title).toBe(title);
    expect(offered.title).toBe(title);
    expect(offered.prompts).toHaveLength(count);
    for (const { code, basis } of takePrompts(offered))
      expect(basis, code).toMatch(/^(Raised by: |Our sugg|Not verif)/);
  });

  it("are in this product's words, and say so; what a partnership wrote is its own", () => {
    expect(originWords({ pack: 'front-door' })).toBe(
      "A benchmark prompt in this product's words, not the inspectorates'.",
    );
    expect(originWords({ pack: 'neglect' })).toBe(
      "A benchmark prompt of this partnership's own, not the inspectorates'.",
    );
  });

  it('are five', () => {
    expect(offeredPacks).toHaveLength(5);
    expect(isPackId('neglect')).toBe(false);
  });
});

const pack = await loadPack('front-door');
const prompts = takePrompts(pack);
const promptOf = (code: string) => prompts.find((prompt) => prompt.code === code);

describe('the front door pack', () => {
  it('is for three inspectorates and four partners', () => {
    expect(pack.title).toBe('Front door');
    expect(pack.inspectorates).toEqual(['Ofsted', 'CQC', 'HMICFRS']);
    expect(pack.partners).toEqual(['council', 'icb', 'police', 'education']);
  });

  it('has 32 prompts in five groups', () => {
    expect(prompts).toHaveLength(32);
    expect(prompts.map((prompt) => prompt.position)).toEqual(prompts.map((_, index) => index + 1));
    expect([...new Set(prompts.map((prompt) => prompt.group))]).toEqual([
      'A Identify and respond',
      'B Assess, plan and decide',
      'E Voice and lived experience',
      'F Workforce',
      'G Leaders, arrangements, data and learning',
    ]);
  });

  it('says of each prompt where it comes from', () => {
    expect(promptOf('FD-A1')).toEqual({
      code: 'FD-A1',
      title: 'Each agency can show how it spots need and risk at its own entry point',
      group: 'A Identify and respond',
      position: 1,
      basis: 'Raised by: Front door guidance, 5 Apr 2024, paragraph 6',
      source: expect.objectContaining({ text: 'Front door guidance, 5 Apr 2024' }),
      paragraph: '6',
    });
    // The paragraph of another document is not the guidance's.
    expect(promptOf('FD-B2')).not.toHaveProperty('paragraph');
    expect(promptOf('FD-A4')?.basis).toBe(
      'Raised by: Front door guidance, 5 Apr 2024, paragraph 6. The detail is ours',
    );
    expect(promptOf('FD-A2')).not.toHaveProperty('source');
    expect(promptOf('FD-A2')?.basis).toBe('Our suggestion, from findings and practice');
    expect(promptOf('FD-A5')?.basis).toBe('Not verified: check against current guidance');
    expect(promptOf('FD-A6')).toMatchObject({ basis: 'Raised by: ADCS briefing, 2016' });
    expect(promptOf('FD-A8')?.basis).toBe('Our suggestion, from: Domestic abuse announcement, 12 Sept 2024');
    expect(promptOf('FD-B1')?.basis).toBe('Raised by: Front door guidance, 5 Apr 2024, paragraph 6; Haringey, 2017');
  });

  it('fits the register', () => {
    for (const prompt of prompts) {
      expect(prompt.basis.length).toBeLessThanOrEqual(120);
      expect(prompt.title.length).toBeLessThanOrEqual(255);
      expect((prompt.source?.url ?? '').length).toBeLessThanOrEqual(255);
    }
  });

  it('lists the documents usually asked of each partner, and says that they are not verified', () => {
    const asked = (partner?: string) => pack.documents.filter((d) => d.partner === partner).map((d) => d.title);
    expect(asked('police')).toHaveLength(8);
    expect(asked('police')).toContain('Strategy-meeting attendance');
    expect(asked('education')).toEqual(['Safeguarding audits (s175/157, s11)', 'School network minutes']);
    expect(asked(undefined)).toContain('Escalation log');
    expect(pack.documents.map((d) => trustWords(d.trust))).toEqual(
      pack.documents.map(() => 'Not verified: check against current guidance'),
    );
  });
});

describe('the basis of a prompt', () => {
  it('is cut where its sources are too many', () => {
    const many = { ...pack, sources: { X: { title: 'x'.repeat(60) } } };
    const basis = basisOf({ trust: ['verified'], sources: [{ id: 'X' }, { id: 'X' }, { id: 'X' }] }, many);
    expect(basis).toHaveLength(120);
    expect(basis.endsWith('…')).toBe(true);
  });
});

it.each(offeredPacks)('lists $id with its own version and date', async ({ id, version, date }) => {
  expect(await loadPack(id)).toMatchObject({ version, date });
});
