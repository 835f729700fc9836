import { describe, expect, it } from 'vitest';
import { isActionToConfirm, isLinkToConfirm } from '../../../src/domain/checklist/brought.ts';

const OLD = 'front-door-2026';
const NEW = 'front-door-2027';
const cell = { prompt: `${NEW}.FD-A1`, partner: 'police' };
const brought = new Map([[`${NEW}.FD-A1.police`, { broughtForward: OLD }]]);
const confirmed = new Map([[`${NEW}.FD-A1.police`, {}]]);

describe('what came from the cycle before', () => {
  it('is confirmed with its answer: a link that stood there already, and not one that was made since', () => {
    const link = (evidence: string) => ({ ...cell, evidence, code: 'FD-A1' });
    const links = [{ uid: `audit.${OLD}.FD-A1` }, { uid: `audit.${NEW}.FD-A1` }, { uid: `new.${NEW}.FD-A1` }];
    expect(isLinkToConfirm(link('audit'), brought, links)).toBe(true);
    expect(isLinkToConfirm(link('new'), brought, links)).toBe(false);
    expect(isLinkToConfirm(link('audit'), confirmed, links)).toBe(false);
    expect(isLinkToConfirm({ ...link('audit'), partner: 'icb' }, brought, links)).toBe(false);
  });

  it('is confirmed with its answer: an action that was brought, and not one that was made since', () => {
    const action = { ...cell, broughtForward: OLD };
    expect(isActionToConfirm(action, brought)).toBe(true);
    expect(isActionToConfirm(action, confirmed)).toBe(false);
    expect(isActionToConfirm(cell, brought)).toBe(false);
  });

  it('waits for a look of its own where the prompt of an action is not asked any more', () => {
    expect(isActionToConfirm({ partner: 'police', broughtForward: OLD }, confirmed)).toBe(true);
    expect(isActionToConfirm({ partner: 'police' }, confirmed)).toBe(false);
  });
});
