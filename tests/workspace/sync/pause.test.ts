import { describe, expect, it } from 'vitest';
import { GraphError, type GraphErrorKind } from '../../../src/graph/errors.ts';
import { backOffMs, createWay, toPause } from '../../../src/workspace/sync/pause.ts';

const error = (kind: GraphErrorKind, retryAfterSeconds?: number) => new GraphError(kind, 'No', { retryAfterSeconds });
const facts = { now: 1000, failures: 0, random: 0.5 };

describe('what a failure stops', () => {
  it.each([1, 120, 3600])('a wait of %i seconds that was asked for is kept to the second', (seconds) => {
    expect(toPause(error('throttled', seconds), facts)).toEqual({ why: 'asked-to-wait', until: 1000 + seconds * 1000 });
    expect(toPause(error('unreachable', seconds), facts)).toEqual({
      why: 'asked-to-wait',
      until: 1000 + seconds * 1000,
    });
  });

  it.each(['throttled', 'unreachable', 'unreadable', 'offline', 'cancelled'] as const)(
    'without a time, %s backs off twice as long after every failure, with chance in it',
    (kind) => {
      const wait = (failures: number, random: number) => toPause(error(kind), { now: 0, failures, random })?.until ?? 0;
      expect([0, 1, 2, 3].map((failures) => wait(failures, 0))).toEqual([500, 1000, 2000, 4000]);
      expect([0, 1, 2, 3].map((failures) => wait(failures, 0.5))).toEqual([750, 1500, 3000, 6000]);
      expect(wait(50, 0.999)).toBeLessThanOrEqual(120_000);
    },
  );

  it('no time at all is not a time: that would be a loop', () => {
    expect(toPause(error('throttled', 0), facts)?.until).toBe(1750);
  });

  it('signed out waits for the person', () => {
    expect(toPause(error('signed-out'), facts)).toEqual({ why: 'signed-out', until: Number.POSITIVE_INFINITY });
  });

  it.each(['refused', 'forbidden', 'not-found', 'conflict', 'too-large', 'locked'] as const)(
    '%s concerns one edit and stops nothing',
    (kind) => {
      expect(toPause(error(kind), facts)).toBeUndefined();
    },
  );

  it('is never the same for two people at once', () => {
    expect(backOffMs(3, 0.1)).not.toBe(backOffMs(3, 0.9));
  });
});

function openWay() {
  let now = 0;
  const alarms: { at: number; call: () => void }[] = [];
  const freed: number[] = [];
  const way = createWay({
    surroundings: {
      now: () => now,
      random: () => 0,
      later: (ms, call) => {
        const alarm = { at: now + ms, call };
        alarms.push(alarm);
        return () => void alarms.splice(alarms.indexOf(alarm), 1);
      },
    },
    onStop: () => undefined,
    onAnswered: () => undefined,
    onFree: () => freed.push(now),
  });
  const pass = (ms: number) => {
    now += ms;
    for (const alarm of alarms.filter(({ at }) => at <= now)) {
      alarms.splice(alarms.indexOf(alarm), 1);
      alarm.call();
    }
  };
  return { way, pass, freed };
}

describe('the way', () => {
  it('is free again at the end of a wait, not a moment before, and says so once', () => {
    const { way, pass, freed } = openWay();
    way.stopFor(error('throttled', 120));
    pass(119_999);
    expect([way.pause()?.why, freed]).toEqual(['asked-to-wait', []]);
    pass(1);
    expect([way.pause(), freed]).toEqual([undefined, [120_000]]);
  });

  it('keeps a long wait when something shorter goes wrong meanwhile', () => {
    const { way, pass } = openWay();
    way.stopFor(error('throttled', 120));
    way.stopFor(error('throttled', 1));
    way.stopFor(error('unreachable'));
    pass(60_000);
    expect(way.pause()).toEqual({ why: 'asked-to-wait', until: 120_000 });
  });

  it('is not opened by a person or a good answer while Microsoft 365 asks to wait', () => {
    const { way } = openWay();
    way.stopFor(error('throttled', 120));
    way.isAnswered();
    way.clear();
    expect(way.pause()?.why).toBe('asked-to-wait');
  });

  it('is opened by a good answer after none came, and backs off from the start again', () => {
    const { way } = openWay();
    for (let n = 0; n < 5; n += 1) way.stopFor(error('unreachable'));
    way.isAnswered();
    expect(way.pause()).toBeUndefined();
    way.stopFor(error('unreachable'));
    expect(way.pause()?.until).toBe(500);
  });

  it('stays closed to the signed-out until they say go on, whatever else answers', () => {
    const { way, pass } = openWay();
    way.stopFor(error('signed-out'));
    way.isAnswered();
    pass(3_600_000);
    expect(way.pause()?.why).toBe('signed-out');
    way.clear();
    expect(way.pause()).toBeUndefined();
  });

  it('waits for what another tab was asked', () => {
    const { way, pass } = openWay();
    way.stopAlso({ why: 'asked-to-wait', until: 20_000 });
    pass(19_999);
    expect(way.pause()?.why).toBe('asked-to-wait');
    pass(1);
    expect(way.pause()).toBeUndefined();
  });
});
