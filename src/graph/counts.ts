/**
 * What each kind of call costs in SharePoint resource units (Microsoft's three published classes). Calls that Teams and
 * the directory answer have limits of their own and cost none.
 */
const unitsByKind = {
  item: 1,
  list: 2,
  crawl: 2,
  delta: 1,
  create: 2,
  change: 2,
  remove: 2,
  upload: 2,
  download: 1,
  permission: 5,
  people: 0,
  teams: 0,
  post: 0,
  /** One round trip; its parts are counted for their units. */
  batch: 0,
} as const;

export type CallKind = keyof typeof unitsByKind;

export function unitsOf(kind: CallKind): number {
  return unitsByKind[kind];
}

export type Counts = {
  readonly requests: number;
  readonly units: number;
  /** Requests that were turned down because there were too many; they count above too. */
  readonly throttled: number;
  readonly byKind: { readonly [kind in CallKind]?: { readonly requests: number; readonly units: number } };
};

/** Counts requests and resource units, each attempt on its own. */
export function startCounting(): {
  /** `parts` travel inside this request: they cost units and no round trip. */
  count(kind: CallKind, parts?: readonly CallKind[]): void;
  countThrottled(): void;
  counts(): Counts;
} {
  const requestsByKind = new Map<CallKind, number>();
  const partsByKind = new Map<CallKind, number>();
  let throttled = 0;
  return {
    count: (kind, parts = []) => {
      add(requestsByKind, kind);
      for (const part of parts) add(partsByKind, part);
    },
    countThrottled: () => {
      throttled += 1;
    },
    counts: () => {
      const byKind: { [kind in CallKind]?: { requests: number; units: number } } = {};
      let requests = 0;
      let units = 0;
      for (const kind of new Set([...requestsByKind.keys(), ...partsByKind.keys()])) {
        const sent = requestsByKind.get(kind) ?? 0;
        const cost = (sent + (partsByKind.get(kind) ?? 0)) * unitsByKind[kind];
        byKind[kind] = { requests: sent, units: cost };
        requests += sent;
        units += cost;
      }
      return { requests, units, throttled, byKind };
    },
  };
}

function add(numbers: Map<CallKind, number>, kind: CallKind): void {
  numbers.set(kind, (numbers.get(kind) ?? 0) + 1);
}
