import { createContext, useContext } from 'react';
import type { Address } from '../domain/address.ts';
import type { Day } from '../domain/calendar/day.ts';
import type { Graph } from '../graph/client.ts';
import type { Me } from '../graph/people.ts';
import type { Place } from '../workspace/place.ts';

/** Who is here, where the tab stands, and the ways out of it. The app makes one per start. */
export type Session = {
  readonly graph: Graph;
  readonly me: Me;
  /** In which the person signed in; what the browser keeps is kept apart by it. */
  readonly tenant: string;
  /** Missing in the personal tab. */
  readonly place: Place | undefined;
  readonly channelKind: 'standard' | 'private' | 'shared' | undefined;
  readonly teamName: string | undefined;
  /** The moment now, by the server's clock where it is known; ISO 8601 in UTC. */
  readonly clock: () => string;
  /** The day in England. */
  readonly today: () => Day;
  /** Goes to another place in the tab. */
  readonly open: (address: Address) => void;
  /** A Teams link to a record, that opens it from cold. */
  readonly toLink: (address: Address, label: string) => string;
  /** The same for the tab of another channel. */
  readonly toChannelLink: (place: Place) => string;
  /** Opens a page outside the tab. */
  readonly openOutside: (url: string) => void;
  /** Asks Microsoft for permissions, from a click. Throws with a sentence if they are not given. */
  readonly askPermission: (scopes: readonly string[]) => Promise<void>;
};

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('No session has been started here');
  return session;
}
