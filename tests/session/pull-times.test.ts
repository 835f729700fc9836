import { describe, expect, it } from 'vitest';
import { ACTIVE_MS, createPullTimes, FRESH_MS, REPEAT_MS, SAME_RETURN_MS } from '../../src/session/pull-times.ts';

/** A tab whose time is played: timers fall due as it goes by. */
function openTab() {
  let now = 0;
  const timers = new Set<{ at: number; call: () => void }>();
  const tab = { pulls: [] as number[], isFree: true, isVisible: true, timers };
  const times = createPullTimes({
    pull: () => void tab.pulls.push(now),
    isFree: () => tab.isFree,
    isVisible: () => tab.isVisible,
    now: () => now,
    later(ms, call) {
      const timer = { at: now + ms, call };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
  });
  function pass(ms: number): void {
    const end = now + ms;
    for (;;) {
      const [next] = [...timers].filter(({ at }) => at <= end).toSorted((one, other) => one.at - other.at);
      if (next === undefined) break;
      timers.delete(next);
      now = next.at;
      next.call();
    }
    now = end;
  }
  times.cameOrWent();
  return { ...times, tab, pass };
}

describe('an open tab', () => {
  it('reads once as it is opened, and once for the two events of a return', () => {
    const { tab, pass, cameOrWent } = openTab();
    cameOrWent();
    expect(tab.pulls).toEqual([0]);
    pass(SAME_RETURN_MS);
    cameOrWent();
    cameOrWent();
    expect(tab.pulls).toEqual([0, SAME_RETURN_MS]);
  });

  it('reads when something is opened and the last reading is some time ago', () => {
    const { tab, pass, opened } = openTab();
    pass(FRESH_MS - 1);
    opened();
    expect(tab.pulls).toEqual([0]);
    pass(1);
    opened();
    opened();
    expect(tab.pulls).toEqual([0, FRESH_MS]);
  });

  it('reads every minute while somebody works in it, and a minute after the last reading', () => {
    const { tab, pass, opened } = openTab();
    pass(REPEAT_MS);
    pass(30_000);
    opened();
    pass(REPEAT_MS);
    expect(tab.pulls).toEqual([0, REPEAT_MS, REPEAT_MS + 30_000, 2 * REPEAT_MS + 30_000]);
  });

  it('stops when nobody has pressed anything for some minutes, and reads at the next press', () => {
    const { tab, pass, acted } = openTab();
    pass(ACTIVE_MS + 20 * REPEAT_MS);
    expect(tab.pulls).toHaveLength(1 + ACTIVE_MS / REPEAT_MS);
    expect(tab.timers.size).toBe(0);
    acted();
    acted();
    expect(tab.pulls).toHaveLength(2 + ACTIVE_MS / REPEAT_MS);
    expect(tab.timers.size).toBe(1);
  });

  it('asks nothing while it is hidden, and has no timer then', () => {
    const { tab, pass, cameOrWent, opened, acted } = openTab();
    tab.isVisible = false;
    cameOrWent();
    expect(tab.timers.size).toBe(0);
    pass(10 * REPEAT_MS);
    opened();
    acted();
    expect(tab.pulls).toEqual([0]);
    tab.isVisible = true;
    cameOrWent();
    cameOrWent();
    expect(tab.pulls).toEqual([0, 10 * REPEAT_MS]);
  });

  it('asks nothing while Microsoft 365 cannot be reached, and goes on when it can', () => {
    const { tab, pass, opened, acted } = openTab();
    tab.isFree = false;
    pass(2 * REPEAT_MS);
    opened();
    acted();
    expect(tab.pulls).toEqual([0]);
    tab.isFree = true;
    pass(REPEAT_MS);
    expect(tab.pulls).toEqual([0, 3 * REPEAT_MS]);
  });
});
