import { describe, expect, it } from 'vitest';
import { startPace } from '../../src/graph/pace.ts';
import { startTime } from '../workspace/simulation/time.ts';

const NINE = Date.parse('2026-11-23T09:00:00Z');
const told = (headers: Record<string, string>, status = 200) => new Response('{}', { status, headers });

function open(start = NINE) {
  const time = startTime(start);
  const pace = startPace(time.now, time.wait);
  const taken: number[] = [];
  const take = (times: number, units = 2) => {
    for (let n = 0; n < times; n += 1) void pace.turn(units, undefined).then(() => taken.push(time.now() - start));
  };
  return { time, pace, taken, take };
}

describe('work in the background', () => {
  it('spends a minute to its reserve at once, and goes on a minute later', async () => {
    const { time, taken, take } = open();
    take(700);
    await time.pass(59_999);
    expect(taken).toHaveLength(600);
    await time.pass(1);
    expect(taken).toHaveLength(700);
  });

  it('leaves out what the screen has used meanwhile, which is never held', async () => {
    const { time, pace, taken, take } = open();
    for (let n = 0; n < 100; n += 1) pace.spend(2);
    take(700);
    await time.pass(1);
    expect(taken).toHaveLength(500);
  });

  it('learns from the headers when the window ends, and how large it is', async () => {
    const { time, pace, taken, take } = open();
    take(1);
    await time.pass(1);
    pace.learn(told({ 'RateLimit-Limit': '2500', 'RateLimit-Remaining': '1000', 'RateLimit-Reset': '20' }));
    take(1_000);
    await time.pass(10_000);
    expect(taken).toHaveLength(1 + 475);
    await time.pass(10_000);
    expect(taken).toHaveLength(1_001);
  });

  it('learns from a refusal, and keeps to the minute that it named', async () => {
    const { time, pace, taken, take } = open();
    take(1);
    await time.pass(1);
    pace.learn(told({ 'Retry-After': '30' }, 429));
    take(1_000);
    await time.pass(29_000);
    expect(taken).toHaveLength(1);
    await time.pass(1_000);
    expect(taken).toHaveLength(601);
    await time.pass(60_000);
    expect(taken).toHaveLength(1_001);
  });

  it('keeps below the requests that one person has in five minutes, however cheap they are', async () => {
    const { time, taken, take } = open();
    take(3_000, 0);
    await time.pass(299_000);
    expect(taken).toHaveLength(2_850);
    await time.pass(1_000);
    expect(taken).toHaveLength(3_000);
  });

  it('that is stopped while it waits takes nothing', async () => {
    const { time, pace } = open();
    const stop = new AbortController();
    for (let n = 0; n < 600; n += 1) await pace.turn(2, undefined);
    const waiting = expect(pace.turn(2, stop.signal)).rejects.toThrow();
    stop.abort();
    await time.pass(60_000);
    await waiting;
  });
});
