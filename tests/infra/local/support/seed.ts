import { app, otherTenants, people, team, tenant } from '../../../../infra/demo/northbridge.ts';
import type { Seed } from '../../../../infra/local/seed.ts';

export const northbridge: Seed = { tenant, otherTenants, app, people, teams: [team] };
