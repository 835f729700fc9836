import { useCallback, useEffect, useState } from 'react';

export type Visit = {
  readonly address: URL;
  /** Grows with each visit, so that the same link opened twice opens the tab afresh twice. */
  readonly number: number;
};

/** The page's own address, and ways to change it. */
export function useVisit(): { visit: Visit; goTo: (path: string, how?: 'push' | 'replace') => void } {
  const [visit, setVisit] = useState<Visit>(() => ({ address: new URL(window.location.href), number: 0 }));
  const arrive = useCallback(
    () => setVisit(({ number }) => ({ address: new URL(window.location.href), number: number + 1 })),
    [],
  );
  useEffect(() => {
    window.addEventListener('popstate', arrive);
    return () => window.removeEventListener('popstate', arrive);
  }, [arrive]);
  const goTo = useCallback(
    (path: string, how: 'push' | 'replace' = 'push') => {
      if (how === 'push') window.history.pushState(null, '', path);
      else window.history.replaceState(null, '', path);
      arrive();
    },
    [arrive],
  );
  return { visit, goTo };
}
