import { useEffect, useState } from 'react';
import { openServerClock } from '../host/server-clock.ts';

/** The time by which things are due, in milliseconds since 1970: asked at the start, and on coming back to the tab. */
export function useServerTime(): () => number {
  const [clock] = useState(openServerClock);
  useEffect(() => {
    const learn = () => {
      if (document.visibilityState !== 'hidden') void clock.learn();
    };
    learn();
    document.addEventListener('visibilitychange', learn);
    return () => document.removeEventListener('visibilitychange', learn);
  }, [clock]);
  return clock.now;
}
