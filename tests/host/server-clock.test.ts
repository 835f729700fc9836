import { describe, expect, it } from 'vitest';
import { createServerClock } from '../../src/host/server-clock.ts';

const NOON = Date.parse('2026-11-30T12:00:00Z');
const HOUR = 3_600_000;
const TEN_MINUTES = 600_000;

/** A device whose clock is `wrong` by so many milliseconds, and a server that is right. */
function makeDevice(wrong: number, answer: (right: number) => Response | Error = atTime) {
  const world = { right: NOON, wrong, asked: 0, took: 200 };
  const clock = createServerClock({
    device: () => world.right + world.wrong,
    async ask() {
      world.asked += 1;
      world.right += world.took / 2;
      const given = answer(world.right);
      world.right += world.took / 2;
      if (given instanceof Error) throw given;
      return given;
    },
  });
  return { world, clock, isOutBy: () => Math.abs(clock.now() - world.right) };
}

function atTime(right: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { headers: { Date: new Date(right).toUTCString(), ...headers } });
}

describe('the clock by which everything is due', () => {
  it.each([2 * HOUR, -2 * HOUR, 40 * 24 * HOUR])('is right on a device that is %i ms out', async (wrong) => {
    const { clock, isOutBy } = makeDevice(wrong);
    expect(isOutBy()).toBe(Math.abs(wrong));
    await clock.learn();
    expect(isOutBy()).toBeLessThan(1_000);
  });

  it('leaves a device alone that is right but for the seconds of an answer', async () => {
    const { clock, isOutBy } = makeDevice(4_000);
    await clock.learn();
    expect(isOutBy()).toBe(4_000);
  });

  it('counts the time that an answer lay in a cache on the way', async () => {
    const { clock, isOutBy } = makeDevice(HOUR, (right) => atTime(right - 90_000, { Age: '90' }));
    await clock.learn();
    expect(isOutBy()).toBeLessThan(1_000);
  });

  it('stays as it is when nothing answers, when no time is told, and when an answer took too long', async () => {
    for (const answer of [() => new Error('offline'), () => new Response(null), atTime]) {
      const { clock, world, isOutBy } = makeDevice(HOUR, answer);
      if (answer === atTime) world.took = 60_000;
      await clock.learn();
      expect(isOutBy()).toBe(HOUR);
    }
  });

  it('asks once in ten minutes, and again at once when the device has been set meanwhile', async () => {
    const { clock, world, isOutBy } = makeDevice(HOUR);
    await clock.learn();
    await clock.learn();
    expect(world.asked).toBe(1);
    world.right += TEN_MINUTES;
    await clock.learn();
    expect(world.asked).toBe(2);
    world.wrong = -HOUR;
    await clock.learn();
    expect(world.asked).toBe(3);
    expect(isOutBy()).toBeLessThan(1_000);
  });
});
