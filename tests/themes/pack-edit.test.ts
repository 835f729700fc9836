import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addGroup,
  freeId,
  itemsOf,
  type ListPart,
  moveGroup,
  moveItem,
  movePrompt,
  nextPromptId,
  type PackItem,
  putGroup,
  putItem,
  putPrompt,
  removeGroup,
  removeItem,
  tidyPack,
  toEmptyPack,
  withdrawPrompt,
} from '../../src/themes/pack-edit.ts';
import type { ThemePack } from '../../src/themes/pack-schema.ts';
import { loadPack } from '../../src/themes/packs.ts';
import { readPack } from '../../src/themes/read-pack.ts';

const pack = await loadPack('front-door');
const codes = (of: ThemePack) => of.prompts.map((prompt) => prompt.id);
const prompt = (id: string, group: string) => ({ id, group, text: 'New', trust: ['derived' as const] });

describe('a pack that is edited', () => {
  it('takes a new prompt at the end of its group, and a changed one in its place', () => {
    const added = putPrompt(pack, prompt('FD-A9', 'A'));
    expect(codes(added).slice(7, 10)).toEqual(['FD-A8', 'FD-A9', 'FD-B1']);
    const changed = putPrompt(added, { ...prompt('FD-A2', 'A'), text: 'Other words' }, 'FD-A2');
    expect(changed.prompts[1]).toMatchObject({ id: 'FD-A2', text: 'Other words' });
    expect(codes(withdrawPrompt(changed, 'FD-A9'))).toEqual(codes(pack));
  });

  it('moves a prompt within its group, over its edge, and not over the edge of the pack', () => {
    expect(codes(movePrompt(pack, 'FD-A2', -1)).slice(0, 2)).toEqual(['FD-A2', 'FD-A1']);
    const over = movePrompt(pack, 'FD-A8', 1);
    expect(over.prompts.find((one) => one.id === 'FD-A8')?.group).toBe('B');
    expect(codes(over)).toEqual(codes(pack));
    expect(movePrompt(over, 'FD-A8', -1)).toEqual(pack);
    expect(movePrompt(pack, 'FD-A1', -1)).toBe(pack);
  });

  it('moves and adds groups, and lets go only of an empty one', () => {
    expect(codes(moveGroup(pack, 'B', -1))[0]).toBe('FD-B1');
    const more = addGroup(pack, 'Protect');
    expect(more.groups.at(-1)).toEqual({ id: 'C', name: 'Protect' });
    expect(removeGroup(more, 'C')).toEqual(pack);
    expect(removeGroup(pack, 'A')).toBe(pack);
  });

  it('takes, moves and loses the members of each of its lists, and is whole all along', () => {
    const members: readonly (readonly [ListPart, PackItem])[] = [
      ['documents', { title: 'Letter', trust: ['derived'] }],
      ['kinds', { name: 'Letter', untilReview: false, trust: ['derived'] }],
      ['sources', { id: 'LETTER', title: 'Letter of 2026' }],
      [
        'timetable',
        { id: 'T99', anchor: 'notified', from: 2, to: 3, text: 'Rehearse', who: 'All', trust: ['derived'] },
      ],
      ['cohort', { id: 'school', title: 'School', need: 'off', trust: ['derived'] }],
    ];
    for (const [part, member] of members) {
      const count = itemsOf(pack, part).length;
      const more = putItem(pack, part, member);
      expect(itemsOf(more, part).at(-1), part).toEqual(member);
      expect(readPack(more).ok, part).toBe(true);
      expect(itemsOf(moveItem(more, part, count, -1), part)[count - 1], part).toEqual(member);
      expect(moveItem(more, part, count, 1), part).toBe(more);
      expect(removeItem(more, part, count), part).toEqual(pack);
    }
  });

  it('keeps what names a kind or a source in step with its name, and lets it go with it', () => {
    const [first] = pack.kinds;
    const renamed = putItem(pack, 'kinds', { ...first, name: 'Rules' }, 0);
    expect(renamed.documents.filter((document) => document.kind === 'Rules').length).toBeGreaterThan(3);
    expect(readPack(renamed).ok).toBe(true);
    const without = removeItem(renamed, 'kinds', 0);
    expect(readPack(without).ok).toBe(true);
    expect(without.documents).toHaveLength(pack.documents.length);

    const at = itemsOf(pack, 'sources').findIndex((source) => source.id === pack.guidance);
    const named = (of: ThemePack, id: string) =>
      [...of.prompts, ...of.timetable].filter((one) => one.sources?.some((source) => source.id === id)).length;
    const other = putItem(pack, 'sources', { ...itemsOf(pack, 'sources')[at], id: 'LIVE' }, at);
    expect(other.guidance).toBe('LIVE');
    expect(named(other, 'LIVE')).toBe(named(pack, pack.guidance));
    expect(named(pack, pack.guidance)).toBeGreaterThan(2);
    expect(readPack(other).ok).toBe(true);
    const gone = removeItem({ ...other, guidance: 'S4' }, 'sources', at);
    expect(named(gone, 'LIVE')).toBe(0);
    expect(readPack(gone).ok).toBe(true);
  });

  it('gives a group another id, and its prompts follow', () => {
    const other = putGroup(pack, 'A', { id: 'Z', name: 'Spot' });
    expect(other.groups[0]).toEqual({ id: 'Z', name: 'Spot' });
    expect(other.prompts[0]?.group).toBe('Z');
    expect(readPack(other).ok).toBe(true);
  });

  it('numbers a new step after those that are there', () => {
    expect(freeId(pack.timetable, 'T')).toBe(`T${pack.timetable.length + 1}`);
    expect(freeId([{ id: 'S2' }], 'S')).toBe('S3');
  });

  it.each([
    ['A', 'FD-A9'],
    ['C', 'FD-C1'],
  ])('names the next prompt of group %s %s', (group, id) => {
    expect(nextPromptId(addGroup(pack, 'Protect'), group)).toBe(id);
  });

  it('never gives an id again that was used, in this pack or before it', () => {
    const without = withdrawPrompt(pack, 'FD-A2');
    expect(nextPromptId(without, 'A', new Set(codes(pack)))).toBe('FD-A9');
    expect(nextPromptId(without, 'A', new Set([...codes(pack), 'FD-A9', 'FD-A10']))).toBe('FD-A11');
  });

  it('begins from empty with the frame of another one', () => {
    const empty = toEmptyPack(pack, { version: '1', date: '2026-11-30' });
    expect(empty.prompts).toEqual([]);
    expect(empty.sources[empty.guidance]).toEqual({ title: '' });
    const named = { ...empty, title: 'Neglect', sources: { ...empty.sources, G: { title: 'Working Together' } } };
    const first = putPrompt(named, prompt(nextPromptId(empty, 'A'), 'A'));
    const reading = readPack(first);
    expect(reading.ok ? [] : reading.faults).toEqual([]);
    expect(codes(first)).toEqual(['A-1']);
  });

  it('loses the spaces at its ends and its empty lines before it is checked', () => {
    const loose = { ...pack, title: ' Front door ', inspectorates: ['Ofsted ', '', 'CQC', 'HMICFRS'] };
    expect(tidyPack(loose)).toEqual(pack);
    expect(tidyPack(pack)).toEqual(pack);
  });

  it('is whole after any number of moves, and holds the same prompts', () => {
    const step = fc.tuple(fc.constantFrom(...codes(pack)), fc.constantFrom(-1 as const, 1 as const));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const moved = steps.reduce((now, [id, by]) => movePrompt(now, id, by), pack);
        expect(codes(moved).toSorted()).toEqual(codes(pack).toSorted());
        expect(readPack(moved).ok).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
