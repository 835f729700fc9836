import type { app } from '@microsoft/teams-js';
import { describe, expect, it } from 'vitest';
import { toFacts, toTheme } from '../../src/host/facts.ts';

function context(more: Record<string, unknown> = {}): app.Context {
  return {
    app: { theme: 'dark', locale: 'en-gb' },
    page: { id: 'jtai-ready', frameContext: 'content', subPageId: 'checklist' },
    user: { id: 'p1', displayName: 'Bea Thistledown', userPrincipalName: 'bea@x.example', tenant: { id: 't1' } },
    ...more,
  } as unknown as app.Context;
}

describe('the facts of the host', () => {
  it('name the person, the page and the theme', () => {
    expect(toFacts(context(), 'teams')).toEqual({
      theme: 'dark',
      frame: 'content',
      entityId: 'jtai-ready',
      subPageId: 'checklist',
      locale: 'en-gb',
      person: { id: 'p1', tenant: 't1', name: 'Bea Thistledown', userName: 'bea@x.example' },
      signIn: 'teams',
    });
  });

  it('name the team that owns a shared channel, not the one it is seen from', () => {
    const shared = context({
      team: { groupId: 'mine', displayName: 'Police' },
      channel: { id: '19:x', displayName: 'Partners', membershipType: 'Shared', ownerGroupId: 'theirs' },
    });
    expect(toFacts(shared, 'teams')).toMatchObject({
      team: { id: 'theirs' },
      channel: { id: '19:x', name: 'Partners', kind: 'shared' },
    });
  });

  it('take a kind of channel that is not known for a standard one', () => {
    const odd = context({ team: { groupId: 'g' }, channel: { id: '19:x', membershipType: 'Regular' } });
    expect(toFacts(odd, 'window').channel?.kind).toBe('standard');
  });

  it('fall back to light for a theme that we do not have', () => {
    expect(toTheme('glass')).toBe('default');
    expect(toTheme('contrast')).toBe('contrast');
  });
});
