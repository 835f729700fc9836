import { describe, expect, it } from 'vitest';
import { makeConsent } from '../../src/app/consent.ts';
import { HostError, type HostErrorKind } from '../../src/host/host-error.ts';
import type { Host } from '../../src/host/start-host.ts';

type Asked = { readonly scopes: readonly string[]; readonly interactive: boolean };

/** A host that gives no token for some scopes until the person has been asked. */
function buildHost(refusal: HostErrorKind, until: 'asked' | 'never') {
  const asked: Asked[] = [];
  let hasAgreed = false;
  const host: Host = {
    facts: {
      theme: 'default',
      frame: 'content',
      entityId: 'jtai-ready',
      subPageId: '',
      locale: 'en-gb',
      person: { id: 'a1', tenant: 't1' },
      signIn: 'teams',
    },
    onTheme: () => undefined,
    ready: () => undefined,
    fail: () => undefined,
    openLink: () => Promise.resolve(),
    shareLink: () => undefined,
    async getToken(scopes, { interactive = false } = {}) {
      asked.push({ scopes, interactive });
      if (interactive && until === 'asked') hasAgreed = true;
      if (!hasAgreed) throw new HostError(interactive ? 'needs-administrator' : refusal, 'No.', scopes);
      return `token for ${scopes.join(' ')}`;
    },
  };
  return { host, asked };
}

describe('asking for consent', () => {
  it('waits for a press on the button, asks once, and gives every request its token', async () => {
    const { host, asked } = buildHost('needs-person', 'asked');
    const consent = makeConsent(host);
    const both = [consent.getToken({ scopes: ['User.Read'] }), consent.getToken({ scopes: ['Sites.ReadWrite.All'] })];
    await Promise.resolve();
    await expect.poll(() => consent.question()?.scopes).toEqual(['User.Read', 'Sites.ReadWrite.All']);
    expect(asked.some((entry) => entry.interactive)).toBe(false);
    consent.agree();
    expect(await Promise.all(both)).toEqual(['token for User.Read', 'token for Sites.ReadWrite.All']);
    expect(asked.filter((entry) => entry.interactive)).toHaveLength(1);
    expect(consent.question()).toBeUndefined();
  });

  it('fails the waiting requests with a sentence when the person says not now', async () => {
    const consent = makeConsent(buildHost('needs-person', 'asked').host);
    const token = consent.getToken({ scopes: ['User.Read'] });
    await expect.poll(() => consent.question()).toBeDefined();
    consent.decline();
    await expect(token).rejects.toMatchObject({ kind: 'signed-out' });
  });

  it('names the permission that an administrator has not given', async () => {
    const consent = makeConsent(buildHost('needs-administrator', 'never').host);
    await expect(consent.getToken({ scopes: ['Sites.Manage.All'] })).rejects.toMatchObject({
      kind: 'needs-administrator',
      message: 'An administrator has not agreed to Sites.Manage.All for JTAI Ready yet.',
    });
  });

  it('never asks unbidden for what only an administrator can give', async () => {
    const consent = makeConsent(buildHost('needs-person', 'never').host);
    await expect(consent.getToken({ scopes: ['TeamMember.Read.All'] })).rejects.toMatchObject({
      kind: 'needs-administrator',
    });
    expect(consent.question()).toBeUndefined();
  });
});
