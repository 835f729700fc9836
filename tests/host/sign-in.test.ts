import { AuthError, ClientAuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser';
import { describe, expect, it } from 'vitest';
import { HostError } from '../../src/host/host-error.ts';
import { toHostError } from '../../src/host/sign-in.ts';

const EVERYDAY = ['Files.ReadWrite.All'];
const consentNeeded = new InteractionRequiredAuthError('invalid_grant', '', 'AADSTS65001: The user has not consented.');
const cancelled = new ClientAuthError('user_canceled', '');

describe('a sign-in that gave no token', () => {
  it('asks the person when nobody has agreed yet', () => {
    expect(toHostError(consentNeeded, EVERYDAY, false)).toMatchObject({ kind: 'needs-person', scopes: EVERYDAY });
  });

  it('names the administrator when the person has just been asked in vain', () => {
    expect(toHostError(consentNeeded, EVERYDAY, true).kind).toBe('needs-administrator');
  });

  it('names the administrator at once for what only administrators can grant', () => {
    expect(toHostError(consentNeeded, ['TeamMember.Read.All'], false).kind).toBe('needs-administrator');
    expect(toHostError(cancelled, ['User.Read', 'TeamMember.Read.All'], true).kind).toBe('needs-administrator');
  });

  it("names the administrator by Entra's number", () => {
    const error = new ServerError('access_denied', '', 'AADSTS90094: The grant requires administrator permission.');
    expect(toHostError(error, EVERYDAY, true).kind).toBe('needs-administrator');
  });

  it('is refused when the person closes the question', () => {
    expect(toHostError(cancelled, EVERYDAY, true).kind).toBe('refused');
  });

  it('is offline without a network', () => {
    expect(toHostError(new ClientAuthError('no_network_connectivity', ''), EVERYDAY, false).kind).toBe('offline');
  });

  it('is not possible through a Teams that has switched it off', () => {
    const error = new ClientAuthError('nested_app_auth_bridge_disabled', '');
    expect(toHostError(error, EVERYDAY, false).kind).toBe('no-teams-sign-in');
  });

  it('never repeats a description, which may name a person', () => {
    const error = new AuthError('server_error', '', 'AADSTS50020: bea@northbridge.example is not in the tenant');
    expect(toHostError(error, EVERYDAY, false).message).toBe('Sign-in was refused (server_error).');
  });

  it('keeps an error that is already in our words', () => {
    const late = new HostError('no-answer', 'Sign-in did not answer.');
    expect(toHostError(late, EVERYDAY, false)).toBe(late);
  });
});
