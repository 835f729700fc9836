import { useMemo } from 'react';
import { type Membership, membershipsOf } from '../domain/roles.ts';
import { useRows } from '../workspace/hooks.ts';
import { type Person, people } from '../workspace/schema/lists.ts';
import { keepLast } from './keep-last.ts';
import { useSession } from './session.ts';

export type Rights = {
  readonly memberships: readonly Membership[];
  readonly isCoordinator: boolean;
  /** Changes partners and people: the coordinator, or anybody while no coordinator has an account here. */
  readonly mayManage: boolean;
  /** Partners that I am lead or deputy of, in the order of the list. */
  readonly ownPartners: readonly string[];
};

const none: readonly never[] = [];

/** What I am in this partnership. The screens guide by it; SharePoint decides. */
export function useRights(): Rights {
  const { me } = useSession();
  const rows = useRows(people);
  const lines = rows.state === 'ready' ? rows.rows : none;
  return useMemo(() => toRights({ lines, me: me.id }), [lines, me.id]);
}

const toRights = keepLast(({ lines, me }: { readonly lines: readonly Person[]; readonly me: string }): Rights => {
  const memberships = membershipsOf(me, lines as readonly Membership[]);
  const isCoordinator = memberships.some((line) => line.role === 'coordinator');
  return {
    memberships,
    isCoordinator,
    mayManage: isCoordinator || !lines.some((line) => line.role === 'coordinator' && line.person !== undefined),
    ownPartners: memberships.flatMap((line) =>
      (line.role === 'lead' || line.role === 'deputy') && line.partner !== undefined ? [line.partner] : [],
    ),
  };
});
