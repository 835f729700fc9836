import { drivesOfSite } from '../../state/drives.ts';
import { type Call, type Endpoint, ok } from '../endpoint.ts';
import { toDrive } from '../entities/site.ts';
import { driveOf, siteOf } from '../find.ts';
import { pageOf } from '../paging.ts';
import { pick } from '../query.ts';
import { readFiles } from '../scopes.ts';

function getDrive(call: Call) {
  const { site, drive } = driveOf(call);
  return ok(pick(toDrive(call.state, site, drive), call.query.select, ['id']));
}

function getDrives(call: Call) {
  const site = siteOf(call);
  return ok(
    pageOf(call, drivesOfSite(call.state, site.id), (drive) =>
      pick(toDrive(call.state, site, drive), call.query.select, ['id']),
    ),
  );
}

export const driveEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/drives/{drive}',
    scopes: readFiles,
    service: 'sharepoint',
    units: 1,
    answers: 'drive',
    handle: getDrive,
  },
  {
    method: 'GET',
    path: '/sites/{site}/drives',
    scopes: readFiles,
    service: 'sharepoint',
    units: 2,
    answers: 'page of drive',
    handle: getDrives,
  },
];
