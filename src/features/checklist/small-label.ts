/** The label of a field in the panel: as small and strong as the titles of its other parts. */
export function smallLabel(children: string) {
  return { children, size: 'small', weight: 'semibold' } as const;
}
