import type { SeedPerson } from '../seed.ts';
import type { State } from './state.ts';

export type PersonRow = {
  readonly id: string;
  /** The number by which SharePoint's person columns know them. */
  readonly number: number;
  readonly name: string;
  readonly user_name: string;
  readonly job_title: string | null;
  readonly kind: SeedPerson['kind'];
  readonly tenant: string;
};

/** By id or user name. */
export function findPerson(state: State, idOrName: string): PersonRow | undefined {
  return state.db.get<PersonRow>('select * from person where id = ? or user_name = ?', idOrName, idOrName);
}

export function allPeople(state: State): PersonRow[] {
  return state.db.all<PersonRow>('select * from person order by number');
}

export function personByNumber(state: State, number: number): PersonRow | undefined {
  return state.db.get<PersonRow>('select * from person where number = ?', number);
}

/** Consent for everybody is kept under the person `*`; what was said for one person alone goes before it. */
export function hasConsent(state: State, scope: string, person: string): boolean {
  const row = state.db.get<{ granted: number }>(
    "select granted from consent where scope = ? and person in (?, '*') order by person = '*' limit 1",
    scope,
    person,
  );
  return row?.granted === 1;
}

export function setConsent(state: State, scope: string, person: string, granted: boolean): void {
  if (person === '*') state.db.run('delete from consent where scope = ?', scope);
  state.db.run(
    'insert or replace into consent (scope, person, granted) values (?, ?, ?)',
    scope,
    person,
    granted ? 1 : 0,
  );
}
