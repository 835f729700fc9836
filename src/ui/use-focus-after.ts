import { useEffect, useRef } from 'react';

/**
 * A dialog gives the focus back to what opened it. Where that went with what was done in the dialog, `focus` says what
 * gets it.
 */
export function useFocusAfter(isOpen: boolean, focus: () => void): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    // The dialog is asked first: it tells its opener in a microtask of its own.
    if (wasOpen.current && !isOpen) queueMicrotask(() => isLost() && focus());
    wasOpen.current = isOpen;
  });
}

/** The same for a form inside a panel, and at once: the panel gives a lost focus to its own title. */
export function useFocusBack(isOpen: boolean, find: () => HTMLElement | null | undefined): void {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen && isLost()) find()?.focus();
    wasOpen.current = isOpen;
  });
}

export function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
