import { useEffect, useRef } from 'react';

/** Calls `onChange` after each write in Microsoft 365, told by the server; nothing is asked in between. */
export function useChanges(onChange: () => void): void {
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const source = new EventSource('/api/changes');
    // A burst of writes is one change to look at.
    source.addEventListener('change', () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        latest.current();
      }, 150);
    });
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, []);
}
