import { allSites } from '../../state/sites.ts';
import { type Call, type Endpoint, ok } from '../endpoint.ts';
import { toSite } from '../entities/site.ts';
import { siteOf } from '../find.ts';
import { pageOf } from '../paging.ts';
import { pick } from '../query.ts';
import { siteAccess } from '../rights.ts';
import { readSites } from '../scopes.ts';

function getSite(call: Call) {
  return ok(pick(toSite(call.state, siteOf(call)), call.query.select, ['id']));
}

function findSites(call: Call) {
  const words = (call.query.search ?? '').toLowerCase().replaceAll('*', '');
  const found = allSites(call.state).filter(
    (site) =>
      siteAccess(call.state, call.caller, site) !== 'none' &&
      `${site.title} ${site.name}`.toLowerCase().includes(words),
  );
  return ok(pageOf(call, found, (site) => pick(toSite(call.state, site), call.query.select, ['id'])));
}

export const siteEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/sites',
    scopes: readSites,
    service: 'sharepoint',
    units: 2,
    answers: 'page of site',
    handle: findSites,
  },
  {
    method: 'GET',
    path: '/sites/{site}',
    scopes: readSites,
    service: 'sharepoint',
    units: 1,
    answers: 'site',
    handle: getSite,
  },
];
