import type { Day } from '../domain/calendar/day.ts';
import { countedTo } from '../domain/evidence/freshness.ts';
import { useSession } from './session.ts';

/** The day that freshness is counted to, on every screen and in every pack. */
export function useCountedTo(): Day {
  return countedTo(useSession().today());
}
