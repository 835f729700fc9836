import { findPerson } from '../../state/people.ts';
import { teamMembers, teamRole, teamsOf } from '../../state/teams.ts';
import { listIn, onlyKnown, textIn } from '../body.ts';
import { type Call, created, type Endpoint, ok } from '../endpoint.ts';
import { toMember, toTeam } from '../entities/team.ts';
import { Refusal } from '../errors.ts';
import { matches, readFilter } from '../filter.ts';
import { forbidden, teamOf } from '../find.ts';
import { pageOf } from '../paging.ts';
import { pick } from '../query.ts';
import { addTeamMembers, readJoinedTeams, readTeam, readTeamMembers } from '../scopes.ts';

/** Takes no options; what a client selects all the same is overlooked. */
function getJoinedTeams(call: Call) {
  const person = call.caller.kind === 'person' ? call.caller.id : '';
  return ok({ value: teamsOf(call.state, person).map((team) => toTeam(call.state, team)) });
}

function getTeam(call: Call) {
  return ok(pick(toTeam(call.state, teamOf(call)), call.query.select, ['id']));
}

export function filteredMembers<T extends object>(call: Call, members: readonly T[]): T[] {
  if (!call.query.filter) return [...members];
  const wanted = readFilter(call.query.filter);
  return members.filter((member) => {
    const known = Object.entries(member);
    return matches(
      wanted,
      (field) => known.find(([name]) => name.toLowerCase() === (field.split('/').at(-1) ?? '').toLowerCase())?.[1],
    );
  });
}

function getMembers(call: Call) {
  const team = teamOf(call);
  const members = teamMembers(call.state, team.id).map((member) => toMember(call.state, team.id, member));
  return ok(pageOf(call, filteredMembers(call, members), (member) => pick(member, call.query.select, ['id']), 100));
}

async function addMember(call: Call) {
  const team = teamOf(call);
  if (call.caller.kind === 'person' && teamRole(call.state, team.id, call.caller.id) !== 'owner') {
    throw forbidden('Only an owner of the team can add people to it.');
  }
  const body = await call.json();
  onlyKnown(body, 'conversationMember', ['roles']);
  const bound = textIn(body, 'user@odata.bind') ?? '';
  const id = /users\(?\/?'?([^')]+)'?\)?$/.exec(bound)?.[1] ?? '';
  const person = findPerson(call.state, id);
  if (!person || person.kind === 'outside')
    throw new Refusal(404, 'NotFound', 'The person to add is not in the directory.');
  const roles = listIn(body, 'roles') ?? [];
  if (roles.includes('owner') && !call.granted.includes('TeamMember.ReadWrite.All'))
    throw forbidden('This scope adds no owners.');
  const role = roles.includes('owner') ? 'owner' : person.kind === 'guest' ? 'guest' : 'member';
  call.state.db.transaction(() =>
    call.state.db.run(
      'insert or replace into team_member (team, person, role) values (?, ?, ?)',
      team.id,
      person.id,
      role,
    ),
  );
  const member = teamMembers(call.state, team.id).find((each) => each.person === person.id);
  if (!member) throw new Error('The new member was not kept.');
  return created(toMember(call.state, team.id, member));
}

export const teamEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/me/joinedTeams',
    scopes: readJoinedTeams,
    service: 'teams',
    answers: 'page of team',
    handle: getJoinedTeams,
  },
  { method: 'GET', path: '/teams/{team}', scopes: readTeam, service: 'teams', answers: 'team', handle: getTeam },
  {
    method: 'GET',
    path: '/teams/{team}/members',
    scopes: readTeamMembers,
    service: 'teams',
    answers: 'page of conversationMember',
    handle: getMembers,
  },
  {
    method: 'POST',
    path: '/teams/{team}/members',
    scopes: addTeamMembers,
    service: 'teams',
    answers: 'conversationMember',
    takes: 'conversationMember',
    handle: addMember,
  },
];
