import type { Rows } from '../address.ts';
import { type Filter, marks, noFilter } from './filter.ts';
import { ratings } from './heat-map.ts';
import { progresses } from './progress.ts';
import { BROUGHT, RATED } from './roll-up.ts';
import { verdicts } from './verdict.ts';

/** The filter of what was brought forward with a verdict. */
export const broughtFilter = { verdicts, marks: ['to-confirm'] } as const satisfies Partial<Filter>;

/**
 * The filter that shows the answers behind a number: those with a verdict, a progress or a mark, by its key, and two
 * lists of several. An address of others may name what is not known here: then nothing is left out.
 */
export function rowsFilter({ list, partner }: Rows): Filter {
  return {
    ...noFilter,
    partners: partner === undefined ? [] : [partner],
    verdicts: ratings.filter((rating) => rating === list),
    progress: progresses.filter((progress) => progress === list),
    marks: marks.filter((mark) => mark === list),
    ...(list === RATED && { verdicts }),
    ...(list === BROUGHT && broughtFilter),
  };
}
