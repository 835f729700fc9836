export type ServerClock = {
  /** Milliseconds since 1970: the server's time where it is known, the device's own until then. */
  now(): number;
  /** Asks the server that the product itself comes from. Whatever goes wrong leaves the clock as it is. */
  learn(): Promise<void>;
};

/** A header's time is cut to whole seconds, and an answer is under way for a while: less than this is no difference. */
const NO_DIFFERENCE_MS = 30_000;
/** An answer that took longer says too little about now. */
const LONGEST_ANSWER_MS = 20_000;
/** A clock that was asked this lately is not asked again, unless the device's own has been changed meanwhile. */
const FRESH_MS = 10 * 60_000;

type Needs = {
  /** Asks for the head of the product's own page, past every cache. */
  readonly ask: () => Promise<Response>;
  /** The device's clock, milliseconds since 1970. */
  readonly device: () => number;
};

/**
 * What is due is counted by a clock that is right: a device may be hours out. Graph's own time cannot be read by a
 * page (its `Date` is not among the headers that it exposes), the time of the page's own server can.
 */
export function createServerClock({ ask, device }: Needs): ServerClock {
  let ahead = 0;
  let learntAt = Number.NEGATIVE_INFINITY;

  async function learn(): Promise<void> {
    const asked = device();
    if (Math.abs(asked - learntAt) < FRESH_MS) return;
    let headers: Headers;
    try {
      ({ headers } = await ask());
    } catch {
      return;
    }
    const answered = device();
    const told = Date.parse(headers.get('Date') ?? '');
    const took = answered - asked;
    if (Number.isNaN(told) || took < 0 || took > LONGEST_ANSWER_MS) return;
    const onTheWay = Number(headers.get('Age') ?? 0) * 1000;
    const difference = told + 500 + onTheWay - (asked + took / 2);
    ahead = Math.abs(difference) < NO_DIFFERENCE_MS ? 0 : difference;
    learntAt = answered;
  }

  return { now: () => device() + ahead, learn };
}

/** The clock of the server that this page comes from. */
export function openServerClock(): ServerClock {
  return createServerClock({
    ask: () => fetch(location.pathname, { method: 'HEAD', cache: 'no-store', credentials: 'omit' }),
    device: Date.now,
  });
}
