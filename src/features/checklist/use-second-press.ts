import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';

const kinds = ['mousedown', 'click'] as const;

/**
 * The second press of two in an area. What the first one opens may lie under the pointer by then, as a panel beside the
 * grid does: wherever the second lands, it is the area's, and presses nothing and focuses nothing there.
 */
export function useSecondPress(area: RefObject<HTMLElement | null>, onSecondPress: () => void): void {
  const wasPressed = useRef(false);
  const take = useEffectEvent((event: MouseEvent) => {
    const isSecond = wasPressed.current && event.detail === 2 && !event.shiftKey;
    if (isSecond) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (event.type !== 'click') return;
    wasPressed.current = event.detail === 1 && area.current?.contains(event.target as Node) === true;
    if (isSecond) onSecondPress();
  });
  useEffect(() => {
    const hear = (event: MouseEvent) => take(event);
    for (const kind of kinds) document.addEventListener(kind, hear, true);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, hear, true);
    };
  }, []);
}
