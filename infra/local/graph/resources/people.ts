import { allPeople, findPerson, type PersonRow } from '../../state/people.ts';
import { teamMembers, teamsOf } from '../../state/teams.ts';
import type { Call, Endpoint } from '../endpoint.ts';
import { ok } from '../endpoint.ts';
import { toUser } from '../entities/team.ts';
import { Refusal } from '../errors.ts';
import { fieldsIn, matches, readFilter } from '../filter.ts';
import { forbidden, notFound, teamOf } from '../find.ts';
import { pageOf } from '../paging.ts';
import { pick } from '../query.ts';
import { readGroupMembers, readMe, readMemberships, readPeople, readPerson } from '../scopes.ts';

const USUAL =
  'id displayName givenName surname jobTitle mail userPrincipalName businessPhones mobilePhone officeLocation preferredLanguage'.split(
    ' ',
  );

function personOf(call: Call): PersonRow {
  if (call.caller.kind !== 'person') throw new Refusal(400, 'BadRequest', '/me needs a signed-in person.');
  const person = findPerson(call.state, call.caller.id);
  if (!person) throw notFound('The signed-in person is not in the directory.');
  return person;
}

const toShown = (call: Call) => (person: PersonRow) => {
  const user = { ...toUser(person), accountEnabled: true, userType: person.kind === 'member' ? 'Member' : 'Guest' };
  return pick(user, call.query.select ?? USUAL, call.query.select ? ['id'] : []);
};

/** Whom the directory of this tenant knows: outside members of a shared channel are not in it. */
const inDirectory = (call: Call) => allPeople(call.state).filter((person) => person.kind !== 'outside');

function getMe(call: Call) {
  return ok(toShown(call)(personOf(call)));
}

function getUsers(call: Call) {
  const { filter, search, orderby, count } = call.query;
  const advanced = call.headers.get('consistencylevel')?.toLowerCase() === 'eventual' && count;
  const needsMore =
    search !== undefined || /endswith\s*\(/i.test(filter ?? '') || (filter !== undefined && orderby !== undefined);
  if (needsMore && !advanced) {
    throw new Refusal(400, 'Request_UnsupportedQuery', 'This query needs ConsistencyLevel: eventual and $count=true.');
  }
  let found = inDirectory(call);
  if (filter) {
    const wanted = readFilter(filter);
    const known = new Set([
      'displayname',
      'userprincipalname',
      'mail',
      'id',
      'givenname',
      'surname',
      'jobtitle',
      'usertype',
      'accountenabled',
    ]);
    for (const field of fieldsIn(wanted)) {
      if (!known.has(field.toLowerCase()))
        throw new Refusal(400, 'Request_UnsupportedQuery', `Unsupported property filter clause: ${field}.`);
    }
    found = found.filter((person) => {
      const user = Object.entries({
        ...toUser(person),
        accountEnabled: true,
        userType: person.kind === 'member' ? 'Member' : 'Guest',
      });
      return matches(wanted, (field) => user.find(([name]) => name.toLowerCase() === field.toLowerCase())?.[1]);
    });
  }
  if (search) {
    const [, field = '', text = ''] = /^"?(\w+):([^"]*)"?$/.exec(search) ?? [];
    if (!/^(displayName|mail|userPrincipalName)$/i.test(field))
      throw new Refusal(400, 'BadRequest', 'Syntax error in $search.');
    found = found.filter((person) => `${person.name} ${person.user_name}`.toLowerCase().includes(text.toLowerCase()));
  }
  if (orderby) found.sort((a, b) => a.name.localeCompare(b.name) * (/\bdesc\b/i.test(orderby) ? -1 : 1));
  return ok(pageOf(call, found, toShown(call), 100));
}

function getUser(call: Call) {
  const person = findPerson(call.state, call.params.keys.user ?? '');
  if (!person || person.kind === 'outside') {
    throw new Refusal(404, 'Request_ResourceNotFound', `Resource '${call.params.keys.user}' does not exist.`);
  }
  const own = call.caller.kind === 'person' && call.caller.id.toLowerCase() === person.id.toLowerCase();
  const narrow = call.granted.every((scope) => scope === 'User.Read' || scope === 'User.ReadWrite');
  if (!own && narrow && call.caller.kind === 'person') {
    throw new Refusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  }
  return ok(toShown(call)(person));
}

function getMemberOf(call: Call) {
  const person = personOf(call);
  return ok(
    pageOf(call, teamsOf(call.state, person.id), (team) => ({
      '@odata.type': '#microsoft.graph.group',
      ...pick(
        {
          id: team.id,
          displayName: team.name,
          description: team.description,
          createdDateTime: team.created_at,
          groupTypes: ['Unified'],
        },
        call.query.select,
        ['id'],
      ),
    })),
  );
}

function getPeople(call: Call) {
  const person = personOf(call);
  const near = new Set(
    teamsOf(call.state, person.id).flatMap((team) => teamMembers(call.state, team.id).map((member) => member.person)),
  );
  const found = inDirectory(call).filter((each) => near.has(each.id) && each.id !== person.id);
  return ok(
    pageOf(
      call,
      found,
      (each) => {
        const { id, displayName, givenName, surname, jobTitle, userPrincipalName, mail } = toUser(each);
        const scoredEmailAddresses = [{ address: mail ?? '', relevanceScore: 10 }];
        return pick(
          { id, displayName, givenName, surname, jobTitle, userPrincipalName, scoredEmailAddresses },
          call.query.select,
          ['id'],
        );
      },
      10,
    ),
  );
}

function getGroupMembers(call: Call) {
  const team = teamOf({ ...call, params: { ...call.params, keys: { team: call.params.keys.group ?? '' } } });
  if (!team) throw forbidden();
  const members = teamMembers(call.state, team.id);
  return ok(
    pageOf(
      call,
      members,
      (member) => ({
        '@odata.type': '#microsoft.graph.user',
        ...toShown(call)(findPerson(call.state, member.person) as PersonRow),
      }),
      100,
    ),
  );
}

export const personEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/me', scopes: readMe, service: 'directory', answers: 'user', handle: getMe },
  {
    method: 'GET',
    path: '/me/memberOf',
    scopes: readMemberships,
    service: 'directory',
    answers: 'page of group',
    handle: getMemberOf,
  },
  {
    method: 'GET',
    path: '/me/people',
    scopes: ['People.Read', 'People.Read.All'],
    service: 'outlook',
    answers: 'page of person',
    handle: getPeople,
  },
  {
    method: 'GET',
    path: '/users',
    scopes: readPeople,
    service: 'directory',
    answers: 'page of user',
    handle: getUsers,
  },
  { method: 'GET', path: '/users/{user}', scopes: readPerson, service: 'directory', answers: 'user', handle: getUser },
  {
    method: 'GET',
    path: '/groups/{group}/members',
    scopes: readGroupMembers,
    service: 'directory',
    answers: 'page of user',
    handle: getGroupMembers,
  },
];
