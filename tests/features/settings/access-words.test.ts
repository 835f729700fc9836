import { describe, expect, it } from 'vitest';
import { doorWords, isShared } from '../../../src/features/settings/access-words.ts';
import type { Door } from '../../../src/session/use-access.ts';

const door = (who: string, may: Door['may'], isInherited = true): Door => ({
  id: who,
  who,
  may,
  kind: 'group',
  isInherited,
});

describe('who may do what in a folder', () => {
  it('is told by right, the widest first, each name once', () => {
    const doors = [door('Members', 'write'), door('Owners', 'owner'), door('Ash', 'read'), door('Members', 'read')];
    expect(doorWords(doors)).toEqual(['Owners may do everything.', 'Members may read and change.', 'Ash may read.']);
    expect(doorWords([door('A', 'read'), door('B', 'read'), door('C', 'read')])).toEqual(['A, B and C may read.']);
  });

  it('says so where SharePoint names nobody', () => {
    expect(doorWords([])).toEqual(['SharePoint tells you of nobody.']);
  });

  it('knows a folder that was shared by itself', () => {
    const place = { key: 'k', title: 't', item: 'i', state: 'ready' } as const;
    expect(isShared({ ...place, doors: [door('Members', 'write')] })).toBe(false);
    expect(isShared({ ...place, doors: [door('Ash', 'read', false)] })).toBe(true);
  });
});
