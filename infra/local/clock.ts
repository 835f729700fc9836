/** The stand-in's own time: the machine's (or a test's), moved by what the control address asks for. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** ISO 8601 in UTC, to the second, as Graph writes it. */
  stamp(): string;
  set(milliseconds: number): void;
  advance(seconds: number): void;
};

export function startClock(source: () => number): Clock {
  let offset = 0;
  const now = () => source() + offset;
  return {
    now,
    stamp: () => toStamp(now()),
    set: (milliseconds) => {
      offset = milliseconds - source();
    },
    advance: (seconds) => {
      offset += seconds * 1000;
    },
  };
}

const toStamp = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
