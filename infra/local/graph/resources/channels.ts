import { findDriveItem } from '../../state/drive-items.ts';
import { driveOfSite, findDrive } from '../../state/drives.ts';
import { plantChannel } from '../../state/seeding.ts';
import { findSite } from '../../state/sites.ts';
import { type ChannelRow, channelMembers, channelsOf, findChannel } from '../../state/teams.ts';
import { onlyKnown, textIn } from '../body.ts';
import { type Call, created, type Endpoint, ok } from '../endpoint.ts';
import { driveItemsOf } from '../entities/drive-item.ts';
import { toChannel, toMember } from '../entities/team.ts';
import { Refusal } from '../errors.ts';
import { matches, readFilter } from '../filter.ts';
import { channelOf, notFound, teamOf } from '../find.ts';
import { pageOf } from '../paging.ts';
import { pick } from '../query.ts';
import { byOf, maySeeChannel } from '../rights.ts';
import { createChannels, readChannelMembers, readChannels, readFiles } from '../scopes.ts';
import { filteredMembers } from './teams.ts';

function getChannels(call: Call) {
  const team = teamOf(call);
  let found = channelsOf(call.state, team.id).filter((channel) => maySeeChannel(call.state, call.caller, channel));
  if (call.query.filter) {
    const wanted = readFilter(call.query.filter);
    found = found.filter((channel) =>
      matches(wanted, (field) => Object.entries(toChannel(call.state, channel)).find(([name]) => name === field)?.[1]),
    );
  }
  return ok(pageOf(call, found, (channel) => pick(toChannel(call.state, channel), call.query.select, ['id'])));
}

function getChannel(call: Call) {
  return ok(pick(toChannel(call.state, channelOf(call).channel), call.query.select, ['id']));
}

/** The folder in which the channel keeps its files: the only honest way from a channel to its drive. */
function getFilesFolder(call: Call) {
  const { channel } = channelOf(call);
  const { state } = call;
  const drive = findDrive(state, channel.drive);
  const site = drive && findSite(state, drive.site);
  const item = drive && findDriveItem(state, drive.id, channel.folder);
  if (!drive || !site || !item)
    throw notFound('Folder location for this channel is not ready yet, please try again later.');
  // What is answered here never says when the folder was made.
  return ok({ ...driveItemsOf(state, site, drive)(item), createdDateTime: '0001-01-01T00:00:00Z' });
}

function getMembers(call: Call) {
  const { channel } = channelOf(call);
  const members = channelMembers(call.state, channel).map((member) => toMember(call.state, channel.id, member));
  return ok(pageOf(call, filteredMembers(call, members), (member) => pick(member, call.query.select, ['id']), 100));
}

async function createChannel(call: Call) {
  const team = teamOf(call);
  const body = await call.json();
  onlyKnown(body, 'channel', [
    'displayName',
    'description',
    'membershipType',
    'members',
    'isFavoriteByDefault',
    'layoutType',
  ]);
  const name = textIn(body, 'displayName') ?? '';
  const kind = (textIn(body, 'membershipType') ?? 'standard') as ChannelRow['kind'];
  if (name === '' || name.length > 50 || /[~#%&*{}/\\:<>?+|'"]/.test(name)) {
    throw new Refusal(400, 'BadRequest', 'A channel needs a name of up to 50 characters without special ones.');
  }
  if (!['standard', 'private', 'shared'].includes(kind))
    throw new Refusal(400, 'BadRequest', 'Unknown membershipType.');
  if (channelsOf(call.state, team.id).some((channel) => channel.name.toLowerCase() === name.toLowerCase())) {
    throw new Refusal(400, 'BadRequest', `Channel name already existed, please use other name.`);
  }
  const { state, caller } = call;
  const by = byOf(caller);
  const id = `19:${state.ids.token(32).toLowerCase()}@thread.tacv2`;
  const description = textIn(body, 'description');
  state.db.transaction(() => {
    const drive = driveOfSite(state, team.site)?.id ?? '';
    const channel = { id, name, kind, members: [by], ...(description ? { description } : {}) };
    plantChannel(state, team, channel, { site: team.site, drive, by });
  });
  return created(toChannel(state, findChannel(state, team.id, id) as ChannelRow));
}

const C = '/teams/{team}/channels/{channel}';

export const channelEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/teams/{team}/channels',
    scopes: readChannels,
    service: 'teams',
    answers: 'page of channel',
    handle: getChannels,
  },
  {
    method: 'POST',
    path: '/teams/{team}/channels',
    scopes: createChannels,
    service: 'teams',
    answers: 'channel',
    takes: 'channel',
    handle: createChannel,
  },
  { method: 'GET', path: C, scopes: readChannels, service: 'teams', answers: 'channel', handle: getChannel },
  {
    method: 'GET',
    path: `${C}/filesFolder`,
    scopes: [...readFiles, 'Group.Read.All', 'Group.ReadWrite.All'],
    service: 'sharepoint',
    units: 1,
    answers: 'driveItem',
    handle: getFilesFolder,
  },
  {
    method: 'GET',
    path: `${C}/members`,
    scopes: readChannelMembers,
    service: 'teams',
    answers: 'page of conversationMember',
    handle: getMembers,
  },
];
