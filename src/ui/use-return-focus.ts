import { useEffect, useRef } from 'react';

/** Closing a panel gives the focus back to the row or cell that it was about, found by its `data-key`. */
export function useReturnFocus(chosen: string | undefined): void {
  const before = useRef(chosen);
  useEffect(() => {
    const last = before.current;
    before.current = chosen;
    if (chosen !== undefined || last === undefined) return;
    document.querySelector<HTMLElement>(`[data-key="${CSS.escape(last)}"]`)?.focus();
  }, [chosen]);
}
