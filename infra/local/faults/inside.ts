import type { Refusal } from '../graph/errors.ts';
import type { Keys } from '../graph/token.ts';
import { makeAppToken, makeTokens } from '../sign-in/tokens.ts';
import { findPerson } from '../state/people.ts';
import type { State } from '../state/state.ts';
import { refusalOf } from './around.ts';
import type { Faults } from './faults.ts';
import type { Action, Call } from './rules.ts';
import { toSight } from './sight.ts';

/** Faults that strike within a request: in a part of a batch, or in a renewal. */

export const findPartFault =
  (state: State, faults: Faults) =>
  (part: Request, requestId: string): Refusal | undefined => {
    if (faults.none) return undefined;
    const among = (action: Action) => action.kind === 'refuse';
    const [action] = faults.hits(toSight('graph', part), requestId, among);
    return action && refusalOf(state, part, action);
  };

export function refusesRenewal(faults: Faults, person: string): boolean {
  const sight = { on: 'sign-in', method: 'POST', path: '/token', user: person, lastFragment: false } as const;
  return faults.hits(sight, 'sign-in', (action) => action.kind === 'interaction').length > 0;
}

const EVERYTHING = [
  'Sites.ReadWrite.All',
  'Sites.Manage.All',
  'Sites.FullControl.All',
  'Files.ReadWrite.All',
  'Group.ReadWrite.All',
];

/** What somebody else does meanwhile: a person of the directory, or an app that may do everything. */
export async function toRequest(state: State, keys: Keys, call: Call, origin: string): Promise<Request> {
  const person = call.user === undefined ? undefined : findPerson(state, call.user);
  const token = person
    ? (await makeTokens(state, keys, person, state.app.clientId, EVERYTHING)).access_token
    : await makeAppToken(state, keys, EVERYTHING, 600);
  const headers = new Headers({ authorization: `Bearer ${token}` });
  if (call.body !== undefined) headers.set('content-type', 'application/json');
  const body = call.body === undefined ? null : JSON.stringify(call.body);
  return new Request(`${origin}/v1.0${call.path}`, { method: call.method, headers, body });
}
