/**
 * What can go wrong between the tab and its host:
 * - `outside-teams`: the page was opened by itself, not in Teams
 * - `no-answer`: Teams, or its sign-in, did not answer within the time limit
 * - `no-teams-sign-in`: this Teams cannot sign the tab in; `facts.signIn` says whether a window can
 * - `needs-person`: the person must agree to something; ask again with `interactive`
 * - `needs-administrator`: only an administrator of the tenant can agree
 * - `refused`: the person closed the question, or sign-in said no for good
 * - `offline`: no network
 */
export type HostErrorKind =
  | 'outside-teams'
  | 'no-answer'
  | 'no-teams-sign-in'
  | 'needs-person'
  | 'needs-administrator'
  | 'refused'
  | 'offline';

export class HostError extends Error {
  readonly kind: HostErrorKind;
  /** The permissions that were asked for, if it was about permissions. */
  readonly scopes: readonly string[];

  constructor(kind: HostErrorKind, message: string, scopes: readonly string[] = []) {
    super(message);
    this.name = 'HostError';
    this.kind = kind;
    this.scopes = scopes;
  }
}
