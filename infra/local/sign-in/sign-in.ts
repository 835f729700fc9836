import type { Keys } from '../graph/token.ts';
import type { State } from '../state/state.ts';

export function startSignIn(_parts: { state: State; keys: Keys }): (request: Request) => Promise<Response> {
  return async () => new Response('Sign-in', { status: 200 });
}
