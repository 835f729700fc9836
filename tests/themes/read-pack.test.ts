import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromSubPageId } from '../../src/domain/address.ts';
import { findPrivateDetail } from '../../src/domain/alerts/privacy-check.ts';
import { addWorkingDays } from '../../src/domain/calendar/working-days.ts';
import { assessmentKey, promptKey, themeKey } from '../../src/domain/checklist/keys.ts';
import { checkFolderName } from '../../src/domain/evidence/file-name.ts';
import { themeFolderName } from '../../src/domain/folders.ts';
import { presetPartners } from '../../src/domain/partners.ts';
import { takePrompts } from '../../src/themes/pack-prompts.ts';
import type { ThemePack } from '../../src/themes/pack-schema.ts';
import { readPack } from '../../src/themes/read-pack.ts';
import { buildPack } from './build-pack.ts';

const folder = new URL('../../src/themes/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'pack.schema.json');
const open = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

describe('the packs that are shipped', () => {
  it('are five', () => {
    expect(files).toEqual([
      'child-sexual-abuse.json',
      'criminal-exploitation.json',
      'domestic-abuse.json',
      'front-door.json',
      'serious-youth-violence.json',
    ]);
  });

  it.each(files)('%s is whole', (name) => {
    const reading = readPack(open(name));
    expect(reading.ok ? [] : reading.faults).toEqual([]);
    if (!reading.ok) return;
    const { pack } = reading;
    expect(`${pack.id}.json`).toBe(name);
    expect(pack.label).toBe('benchmark prompts');
    // Every source has a use, and every partner is one that set-up offers.
    const naming = [...pack.prompts, ...pack.timetable];
    const used = new Set([pack.guidance, ...naming.flatMap((one) => (one.sources ?? []).map((s) => s.id))]);
    expect(Object.keys(pack.sources).filter((id) => !used.has(id))).toEqual([]);
    const partners = presetPartners.map((p) => p.uid);
    expect(
      [...pack.partners, ...pack.documents.flatMap((d) => d.partner ?? [])].filter((p) => !partners.includes(p)),
    ).toEqual([]);
    expect(pack.groups.filter((group) => !pack.prompts.some((p) => p.group === group.id))).toEqual([]);
    expect(checkFolderName(themeFolderName({ title: pack.title, year: 2026 }))).toEqual([]);
  });

  it.each(files)('%s has prompts that can be announced and opened by address', (name) => {
    const reading = readPack(open(name));
    if (!reading.ok) throw new Error('not whole');
    for (const prompt of takePrompts(reading.pack)) {
      expect(findPrivateDetail(`${prompt.code} ${prompt.title} ${prompt.basis}`), prompt.code).toBeUndefined();
      const key = assessmentKey(promptKey(themeKey(reading.pack.id, 2026), prompt.code), 'voluntary-sector');
      expect(fromSubPageId(`assessment/${key}`)).toEqual({ screen: 'checklist', assessment: key });
    }
  });

  it.each(files)('%s has its kinds, its timetable and its cohort list', (name) => {
    const { kinds, timetable, cohort, documents } = open(name) as ThemePack;
    expect(kinds.filter((kind) => kind.untilReview).map((kind) => kind.name)).toEqual([
      'Policy or procedure',
      'Strategy, plan or published arrangements',
      'Agreement or terms of reference',
    ]);
    expect(documents.filter((document) => document.kind === undefined)).toEqual([]);
    // A fact without a source would be a claim of ours.
    expect(timetable.filter((step) => step.trust.includes('verified') && !step.sources)).toEqual([]);
    expect(cohort).toHaveLength(15);
    expect(cohort[0]).toMatchObject({ id: 'child-id', need: 'required', trust: ['derived', 'remembered'] });
  });

  it.each(files)('%s brings the steps of an inspection to the days of a real calendar', (name) => {
    const { timetable } = open(name) as ThemePack;
    // Haringey, 2017: the dates are in the minutes, `domain.md` 3.6.
    const anchors = {
      notified: '2017-11-20',
      'fieldwork-start': '2017-12-04',
      'fieldwork-end': '2017-12-08',
      'report-received': '2018-01-30',
    };
    const dayOf = (id: string) => {
      const step = timetable.find((one) => one.id === id);
      return step && addWorkingDays(anchors[step.anchor], step.from);
    };
    expect(['T09', 'T10', 'T13', 'T14', 'T15', 'T16', 'T17'].map(dayOf)).toEqual([
      '2017-12-01',
      '2017-12-04',
      '2018-01-03',
      '2018-01-16',
      '2018-01-26',
      '2018-01-30',
      '2018-05-11',
    ]);
  });

  it('say what is not verified in those very words', () => {
    for (const name of files) {
      expect(
        open(name).notVerified.every((line: string) => line.includes('not verified: load from the live guidance')),
      ).toBe(true);
    }
  });
});

const small = () => buildPack();
const faultsOf = (change: object) => {
  const reading = readPack({ ...small(), ...change });
  return reading.ok ? [] : reading.faults;
};
const [prompt] = small().prompts;
const [step] = small().timetable;
const [kind] = small().kinds;
const document = { title: 'List', kind: 'Rule', trust: ['derived'] };

describe('a pack that is read', () => {
  it('is taken when it is whole', () => {
    expect(readPack(small())).toEqual({ ok: true, pack: small() });
  });

  it.each([
    [{ title: undefined }, 'title: is missing.'],
    [{ title: '' }, 'title: must not be empty.'],
    [{ title: 7 }, 'title: must be text.'],
    [{ title: 'Two\nlines' }, 'title: must be one line, without spaces at its ends.'],
    [{ title: ' Small' }, 'title: must be one line, without spaces at its ends.'],
    [{ schema: 2 }, 'schema: must be 1.'],
    [{ label: 'criteria' }, 'label: must be benchmark prompts.'],
    [{ date: '2026-02-30' }, 'date: must be a day, like 2026-11-30.'],
    [{ prompts: [] }, 'prompts: must not be empty.'],
    [{ prompts: 'none' }, 'prompts: must be a list.'],
    [{ extra: 1 }, 'The pack: extra is not a part of a pack.'],
    [{ guidance: 'X' }, 'The guidance is the source X, which is not in the list.'],
    [{ guidance: 'toString' }, 'The guidance is the source toString, which is not in the list.'],
    [{ prompts: [{ ...prompt, text: undefined }] }, 'Prompt 1 (S-A1), text: is missing.'],
    [{ prompts: [{ ...prompt, text: 'x'.repeat(256) }] }, 'Prompt 1 (S-A1), text: must have at most 255 characters.'],
    [{ prompts: [{ ...prompt, id: 'S A1' }] }, 'Prompt 1 (S A1), id: must be letters, digits, dots and hyphens.'],
    [
      { prompts: [{ ...prompt, trust: ['sure'] }] },
      'Prompt 1 (S-A1), trust, 1: must be one of: verified, computed, derived, remembered.',
    ],
    [{ prompts: [{ ...prompt, group: 'B' }] }, 'Prompt S-A1 is in the group B, which is not there.'],
    [{ prompts: [{ ...prompt, sources: [{ id: 'H' }] }] }, 'Prompt S-A1 names the source H, which is not in the list.'],
    [{ prompts: [prompt, prompt] }, 'Prompt S-A1 is there twice.'],
    [
      {
        groups: [
          { id: 'A', name: 'One' },
          { id: 'A', name: 'Two' },
        ],
      },
      'Group A is there twice.',
    ],
    [{ kinds: undefined }, 'kinds: is missing.'],
    [{ kinds: [kind, kind] }, 'Kind Policy is there twice.'],
    [{ documents: [document] }, 'Document List is of the kind Rule, which is not there.'],
    [{ timetable: [{ ...step, to: 0 }] }, 'Timetable step T1 ends before it begins.'],
    [{ timetable: [step, step] }, 'Timetable step T1 is there twice.'],
    [{ timetable: [{ ...step, from: 1.5 }] }, 'Timetable 1 (T1), from: must be a whole number.'],
    [{ timetable: [{ ...step, from: -1 }] }, 'Timetable 1 (T1), from: must be 0 or more.'],
    [
      { timetable: [{ ...step, sources: [{ id: 'H' }] }] },
      'Timetable step T1 names the source H, which is not in the list.',
    ],
    [
      { cohort: [{ id: 'age', title: 'Age', need: 'maybe', trust: ['derived'] }] },
      'Cohort 1 (age), need: must be one of: required, optional, off.',
    ],
    [{ sources: { G: { title: 'Guidance', url: 'http://gov.uk' } } }, 'sources, G, url: must be an https address.'],
  ])('is refused with a sentence: %j', (change, sentence) => {
    expect(faultsOf(change)).toEqual([sentence]);
  });

  it('is refused when it is no pack at all', () => {
    for (const value of [undefined, null, 3, 'pack', [], {}]) expect(readPack(value).ok).toBe(false);
  });
});
