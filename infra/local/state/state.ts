import type { Clock } from '../clock.ts';
import type { Switches } from '../switches.ts';
import type { Contents } from './contents.ts';
import type { Database } from './database.ts';
import type { Ids } from './ids.ts';

/** Where the stand-in's own links lead. */
export type Origins = {
  readonly graph: string;
  readonly files: string;
  readonly login: string;
  /** Pages that may read the file origin and redirect to after sign-in. */
  readonly tabs: readonly string[];
};

export type HomeTenant = {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly sharePointHost: string;
};
export type RegisteredApp = { readonly clientId: string; readonly teamsAppId: string; readonly name: string };

/** Everything a handler works on. */
export type State = {
  readonly db: Database;
  readonly contents: Contents;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly origins: Origins;
  readonly tenant: HomeTenant;
  readonly app: RegisteredApp;
  /** Seals the addresses that need no token. */
  readonly secret: string;
  readonly switches: Switches;
};
