import { useFits } from '../../ui/use-width.ts';

/** The table has no room for all its columns: what they say stands below the title. */
const TIGHT = '(min-width: 640px) and (max-width: 859px)';

export const tightMedia = `@media ${TIGHT}`;

export function useIsTight(): boolean {
  return useFits(TIGHT);
}
