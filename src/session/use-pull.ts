import { useEffect } from 'react';
import type { Workspace } from '../workspace/store/workspace.ts';
import { browserSurroundings } from '../workspace/sync/surroundings.ts';
import { fromHash } from './href.ts';
import { pullAndNote } from './last-pull.ts';
import { createPullTimes } from './pull-times.ts';

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel'] as const;
/** A part that keeps a key for itself still shows that somebody is there. */
const FROM_ANYWHERE = { capture: true, passive: true };

/** Reads what others changed, each time the person comes back, opens something, or works on. A hidden tab asks nothing. */
export function usePullInTime(workspace: Workspace): void {
  useEffect(() => {
    const { now, later } = workspace.surroundings ?? browserSurroundings(workspace.info.id);
    const times = createPullTimes({
      pull: () => void pullAndNote(workspace),
      isFree: () => workspace.status().pause === undefined,
      isVisible: () => document.visibilityState !== 'hidden',
      now,
      later,
    });
    const goOn = () => void workspace.goOn();
    const moved = ({ oldURL, newURL }: HashChangeEvent) => {
      if (opensSomething(new URL(oldURL).hash, new URL(newURL).hash)) times.opened();
    };
    times.cameOrWent();
    addEventListener('focus', times.cameOrWent);
    addEventListener('online', goOn);
    addEventListener('hashchange', moved);
    document.addEventListener('visibilitychange', times.cameOrWent);
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, times.acted, FROM_ANYWHERE);
    return () => {
      times.stop();
      removeEventListener('focus', times.cameOrWent);
      removeEventListener('online', goOn);
      removeEventListener('hashchange', moved);
      document.removeEventListener('visibilitychange', times.cameOrWent);
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, times.acted, FROM_ANYWHERE);
    };
  }, [workspace]);
}

/** Another screen, or a record; to close a record opens nothing. */
function opensSomething(before: string, after: string): boolean {
  const [from, to] = [fromHash(before), fromHash(after)];
  if (from.screen !== to.screen) return true;
  return before !== after && Object.values(to).filter((part) => part !== undefined).length > 1;
}
