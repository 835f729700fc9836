import type { TokenRequest } from '../graph/client.ts';
import { GraphError } from '../graph/errors.ts';
import { channelMembersScopes, teamMembersScopes } from '../graph/scopes.ts';
import type { Host } from '../host/start-host.ts';
import { isHostError } from './start.ts';

/** A question that Microsoft puts only when a person has pressed something. */
export type Question = { readonly scopes: readonly string[]; readonly kind: 'agree' | 'sign-in' };

export type Consent = {
  readonly getToken: (request: TokenRequest) => Promise<string>;
  /** Asks Microsoft now; called from a click. */
  readonly ask: (scopes: readonly string[]) => Promise<void>;
  readonly question: () => Question | undefined;
  readonly agree: () => void;
  readonly decline: () => void;
  readonly subscribe: (listener: () => void) => () => void;
};

const optional = new Set([...teamMembersScopes, ...channelMembersScopes]);

/**
 * Tokens for Graph. Where a person has to agree first, the request waits until they have pressed the button, then
 * goes on; what only an administrator can give is not asked for unbidden, since everything else works without it.
 */
export function makeConsent(host: Host): Consent {
  let question: Question | undefined;
  let waiting: { readonly request: TokenRequest; resolve(token: string): void; reject(error: Error): void }[] = [];
  const listeners = new Set<() => void>();

  function setQuestion(next: Question | undefined) {
    question = next;
    for (const listener of listeners) listener();
  }

  async function getToken(request: TokenRequest): Promise<string> {
    try {
      return await host.getToken(request.scopes, {
        ...(request.claims !== undefined && { claims: request.claims }),
        ...(request.renew && { renew: true }),
      });
    } catch (error) {
      if (!isHostError(error)) throw error;
      const isPerson = error.kind === 'needs-person' || error.kind === 'no-teams-sign-in';
      if (!isPerson || host.facts.signIn === 'none') throw toGraphError(error.kind, error.message, request.scopes);
      if (request.scopes.some((scope) => optional.has(scope))) {
        throw toGraphError('needs-administrator', error.message, request.scopes);
      }
      return new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        const scopes = [...new Set(waiting.flatMap((entry) => entry.request.scopes))];
        setQuestion({ scopes, kind: error.kind === 'needs-person' ? 'agree' : 'sign-in' });
      });
    }
  }

  async function askHost(scopes: readonly string[], claims?: string): Promise<string> {
    try {
      return await host.getToken(scopes, { interactive: true, ...(claims !== undefined && { claims }) });
    } catch (error) {
      throw isHostError(error) ? toGraphError(error.kind, error.message, scopes) : error;
    }
  }

  function settle(done: (entry: (typeof waiting)[number]) => void) {
    const entries = waiting;
    waiting = [];
    setQuestion(undefined);
    for (const entry of entries) done(entry);
  }

  return {
    getToken,
    async ask(scopes) {
      await askHost(scopes);
      // Whoever waits for the same answer has it now.
      if (question !== undefined) settle((entry) => getToken(entry.request).then(entry.resolve, entry.reject));
    },
    question: () => question,
    agree() {
      if (question === undefined) return;
      const claims = waiting.find((entry) => entry.request.claims !== undefined)?.request.claims;
      askHost(question.scopes, claims).then(
        () => settle((entry) => getToken(entry.request).then(entry.resolve, entry.reject)),
        (error: Error) => settle((entry) => entry.reject(error)),
      );
    },
    decline: () =>
      settle((entry) =>
        entry.reject(
          new GraphError('signed-out', 'You did not agree, so Microsoft 365 was not asked. Nothing was lost.'),
        ),
      ),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function toGraphError(kind: string, message: string, scopes: readonly string[]): GraphError {
  if (kind === 'needs-administrator') {
    return new GraphError(
      'needs-administrator',
      `An administrator has not agreed to ${toList(scopes)} for JTAI Ready yet.`,
    );
  }
  if (kind === 'offline') return new GraphError('offline', 'There is no network.');
  if (kind === 'no-answer') return new GraphError('unreachable', 'Sign-in did not answer.');
  return new GraphError('signed-out', message);
}

function toList(scopes: readonly string[]): string {
  return scopes.length < 2 ? scopes.join('') : `${scopes.slice(0, -1).join(', ')} and ${scopes.at(-1)}`;
}
