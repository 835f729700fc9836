import type { ReactNode } from 'react';

/** The label of a field in the panel: as small and strong as the titles of its other parts. */
export function smallLabel(children: ReactNode) {
  return { children, size: 'small', weight: 'semibold' } as const;
}
