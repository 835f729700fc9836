/**
 * Where nobody knows what a real tenant does, the stand-in can do either; the app must work with both. Each is as here
 * until the control address says otherwise.
 */
export type Switches = {
  /** Browsers may read the RateLimit headers, and may not read Retry-After. */
  rateLimitSeen: boolean;
  /** `Files.Read` and `Files.ReadWrite` are enough for a team's library too. */
  narrowFilesReachTeams: boolean;
  /** A second upload session for a name that has a living one is refused. */
  oneSessionForAName: boolean;
};

export const usualSwitches: Readonly<Switches> = {
  rateLimitSeen: false,
  narrowFilesReachTeams: false,
  oneSessionForAName: false,
};

/** Sets those that are named; gives what is unknown. */
export function turn(switches: Switches, wishes: Readonly<Record<string, unknown>>): string[] {
  const known = new Set(Object.keys(usualSwitches));
  for (const [name, on] of Object.entries(wishes))
    if (known.has(name)) Object.assign(switches, { [name]: on === true });
  return Object.keys(wishes).filter((name) => !known.has(name));
}
