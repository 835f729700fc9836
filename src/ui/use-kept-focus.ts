import { type FocusEvent, type RefObject, useCallback, useEffect, useRef } from 'react';

/**
 * A button that was pressed may go with what it did: then the keyboard is at the heading, and not lost on the page.
 * Gives what hears of the focus inside.
 */
export function useKeptFocus(heading: RefObject<HTMLElement | null>): (event: FocusEvent) => void {
  const focused = useRef<Element>(undefined);
  useEffect(() => {
    if (document.activeElement !== document.body || focused.current?.isConnected !== false) return;
    heading.current?.focus({ preventScroll: true });
  });
  return useCallback((event) => {
    focused.current = event.target;
  }, []);
}
