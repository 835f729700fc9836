import { randomBytes } from 'node:crypto';
import type { State } from '../state/state.ts';

/** What a code or a refresh token stands for. Both work once: a refresh token is replaced each time. */
export type GrantFacts = {
  readonly client: string;
  readonly scopes: readonly string[];
  readonly redirect?: string;
  readonly challenge?: string;
  readonly nonce?: string;
  readonly claims?: string;
};

export type Grant = { readonly person: string; readonly facts: GrantFacts };

const LIFE_MS = { code: 10 * 60 * 1000, refresh: 24 * 60 * 60 * 1000 } as const;

export const REFRESH_LIFE_SECONDS = LIFE_MS.refresh / 1000;

export function keepGrant(state: State, kind: 'code' | 'refresh', person: string, facts: GrantFacts): string {
  const token = `${kind === 'code' ? '0.A' : '1.A'}${randomBytes(48).toString('base64url')}`;
  state.db.run(
    'insert into sign_in_grant (token, kind, person, facts, ends_at) values (?, ?, ?, ?, ?)',
    token,
    kind,
    person,
    JSON.stringify(facts),
    state.clock.now() + LIFE_MS[kind],
  );
  return token;
}

export function takeGrant(state: State, kind: 'code' | 'refresh', token: string): Grant | undefined {
  const row = state.db.get<{ person: string; facts: string; ends_at: number }>(
    'delete from sign_in_grant where token = ? and kind = ? returning person, facts, ends_at',
    token,
    kind,
  );
  if (!row || row.ends_at <= state.clock.now()) return undefined;
  return { person: row.person, facts: JSON.parse(row.facts) as GrantFacts };
}
