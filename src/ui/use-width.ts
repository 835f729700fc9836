import { useSyncExternalStore } from 'react';

/** `wide` from 1100 px (a panel fits beside the list), `middle` inside a channel, `narrow` under 640 px. */
export type Width = 'wide' | 'middle' | 'narrow';

const wide = '(min-width: 1100px)';
const narrow = '(max-width: 639px)';

function getWidth(): Width {
  if (matchMedia(wide).matches) return 'wide';
  return matchMedia(narrow).matches ? 'narrow' : 'middle';
}

function subscribe(listener: () => void): () => void {
  const queries = [matchMedia(wide), matchMedia(narrow)];
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}

/** Whether the frame is as a media query says, for a place that needs more room than its layout has everywhere. */
export function useFits(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}

/** Which of the three layouts fits the frame now. */
export function useWidth(): Width {
  return useSyncExternalStore(subscribe, getWidth);
}
