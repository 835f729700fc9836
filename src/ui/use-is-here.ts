import { useCallback, useEffect, useRef } from 'react';

/** Tells work that takes its time whether the part that began it is still on the screen. */
export function useIsHere(): () => boolean {
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return useCallback(() => isHere.current, []);
}
