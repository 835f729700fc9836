import { findPerson, type PersonRow } from '../../state/people.ts';
import { findTeam, teamRole } from '../../state/teams.ts';
import { isObject, listIn, objectIn, onlyKnown, textIn } from '../body.ts';
import { type Call, type Endpoint, type Json, noContent, ok } from '../endpoint.ts';
import { Refusal } from '../errors.ts';
import { forbidden, notFound, teamOf } from '../find.ts';
import { pageOf } from '../paging.ts';
import { expands } from '../query.ts';
import { byOf } from '../rights.ts';

const badRequest = (message: string) => new Refusal(400, 'BadRequest', message);
const MEMBERS = [
  'topic',
  'activityType',
  'chainId',
  'previewText',
  'teamsAppId',
  'templateParameters',
  'recipient',
  'iconId',
];
const LONGEST_PREVIEW = 150;

function getInstalledApps(call: Call) {
  const team = teamOf(call);
  const { state } = call;
  const rows = state.db.all<{ id: string }>('select id from app_installation where team = ?', team.id);
  const app = {
    id: state.app.teamsAppId,
    externalId: state.app.teamsAppId,
    displayName: state.app.name,
    distributionMethod: 'organization' as const,
  };
  return ok(
    pageOf(call, rows, (row) => ({ id: row.id, ...(expands(call.query, 'teamsApp') ? { teamsApp: app } : {}) })),
  );
}

async function notifyInTeam(call: Call) {
  const team = teamOf(call);
  const body = await call.json();
  const recipient = objectIn(body, 'recipient');
  const type = textIn(recipient ?? {}, '@odata.type') ?? '';
  if (!recipient || !/aadUserNotificationRecipient$/.test(type))
    throw badRequest('The recipient must be an aadUserNotificationRecipient.');
  const person = findPerson(call.state, textIn(recipient, 'userId') ?? '');
  if (!person || !teamRole(call.state, team.id, person.id)) throw forbidden('The recipient is not in the team.');
  keepNotice(call, body, person, team.id);
  return noContent;
}

async function notifyPerson(call: Call) {
  const person = findPerson(call.state, call.params.keys.user ?? '');
  if (!person) throw notFound('The recipient could not be found.');
  keepNotice(call, await call.json(), person, undefined);
  return noContent;
}

/** Accepted is not seen: what is kept here is what the feed of that person would show. */
function keepNotice(call: Call, body: Json, person: PersonRow, team: string | undefined): void {
  const { state } = call;
  onlyKnown(body, 'sendActivityNotification', MEMBERS);
  if (person.kind === 'outside') throw forbidden('Notices do not cross tenants.');
  if (!isInstalledFor(call, person, team)) throw forbidden('The application is not installed for the recipient.');
  const wanted = textIn(body, 'teamsAppId');
  if (wanted && wanted !== state.app.teamsAppId) throw badRequest('The Teams app is not the one of the token.');
  const activityType = textIn(body, 'activityType');
  if (!activityType) throw badRequest('The activityType is missing.');
  const preview = textIn(objectIn(body, 'previewText') ?? {}, 'content') ?? '';
  checkTopic(call, objectIn(body, 'topic'), team);
  const parameters = (listIn(body, 'templateParameters') ?? []).map((each) => {
    if (!isObject(each)) throw badRequest('A template parameter is an object.');
    return [textIn(each, 'name') ?? '', textIn(each, 'value') ?? ''];
  });
  if (activityType === 'systemDefault' && !parameters.some(([name]) => name === 'systemDefaultText')) {
    throw badRequest('systemDefault needs the parameter systemDefaultText.');
  }
  const chain = body.chainId;
  const facts = {
    activityType,
    preview: preview.slice(0, LONGEST_PREVIEW),
    topic: body.topic,
    chain,
    parameters: Object.fromEntries(parameters),
  };
  state.db.transaction(() => {
    if (chain !== undefined) {
      state.db.run(
        "delete from activity where person = ? and json_extract(facts, '$.chain') = ?",
        person.id,
        Number(chain),
      );
    }
    state.db.run(
      'insert into activity (person, sender, team, facts, created_at) values (?, ?, ?, ?, ?)',
      person.id,
      byOf(call.caller),
      team ?? null,
      JSON.stringify(facts),
      state.clock.stamp(),
    );
  });
}

function isInstalledFor(call: Call, person: PersonRow, team: string | undefined): boolean {
  const rows = call.state.db.all<{ team: string }>('select team from app_installation');
  return rows.some((row) =>
    team === undefined
      ? teamRole(call.state, row.team, person.id) !== undefined
      : row.team.toLowerCase() === team.toLowerCase(),
  );
}

function checkTopic(call: Call, topic: Json | undefined, team: string | undefined): void {
  if (!topic) throw badRequest('The topic is missing.');
  const value = textIn(topic, 'value') ?? '';
  switch (textIn(topic, 'source')) {
    case 'text':
      if (!textIn(topic, 'webUrl')) throw badRequest('A topic of text needs a webUrl.');
      return;
    case 'entityUrl': {
      const [, id = ''] = /^https?:\/\/[^/]+\/v1\.0\/teams\/([^/?]+)/.exec(value) ?? [];
      const ours = value.startsWith(`${call.base}/`) || value.startsWith('https://graph.microsoft.com/v1.0/');
      const installation = /\/users\/[^/]+\/teamwork\/installedApps\//.test(value);
      if (!ours || !(installation || findTeam(call.state, id)) || (team && id.toLowerCase() !== team.toLowerCase())) {
        throw badRequest('The topic must be an address of this team or below.');
      }
      return;
    }
    default:
      throw badRequest("The topic's source is text or entityUrl.");
  }
}

export const activityEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/teams/{team}/installedApps',
    scopes: [
      'TeamsAppInstallation.ReadForTeam',
      'TeamsAppInstallation.ReadWriteForTeam',
      'Group.Read.All',
      'Group.ReadWrite.All',
    ],
    service: 'teams',
    answers: 'page of teamsAppInstallation',
    handle: getInstalledApps,
  },
  {
    method: 'POST',
    path: '/teams/{team}/sendActivityNotification',
    scopes: ['TeamsActivity.Send'],
    service: 'teams',
    takes: 'team.sendActivityNotification.request',
    handle: notifyInTeam,
  },
  {
    method: 'POST',
    path: '/users/{user}/teamwork/sendActivityNotification',
    scopes: ['TeamsActivity.Send'],
    service: 'teams',
    takes: 'userTeamwork.sendActivityNotification.request',
    handle: notifyPerson,
  },
];
