import type { ChatMessage } from '@microsoft/microsoft-graph-types';
import { findPerson } from '../../state/people.ts';
import { type ChannelRow, channelsOf, findChannel, findTeam, teamRole } from '../../state/teams.ts';
import { type Call, created, type Endpoint, type Json, ok } from '../endpoint.ts';
import { type MessageRow, toMessage } from '../entities/team.ts';
import { Refusal } from '../errors.ts';
import { channelOf, forbidden, notFound } from '../find.ts';
import { checkMessage } from '../message-body.ts';
import { fromSkipToken, linkWith, type Page, toSkipToken } from '../paging.ts';
import { maySeeChannel } from '../rights.ts';
import { readMessages, sendMessages } from '../scopes.ts';

const MOST_ON_A_PAGE = 50;

const badRequest = (message: string) => new Refusal(400, 'BadRequest', message);

const asMessage =
  (call: Call, channel: ChannelRow) =>
  (row: MessageRow): ChatMessage =>
    toMessage(call.state, channel, row, findPerson(call.state, row.person));

function page(call: Call, channel: ChannelRow, replyTo: string | null): Page<ChatMessage> {
  const top = Math.min(call.query.top ?? 20, MOST_ON_A_PAGE);
  if ((call.query.top ?? 0) > MOST_ON_A_PAGE) throw badRequest(`$top may be ${MOST_ON_A_PAGE} at most.`);
  const before = call.query.skipToken ? fromSkipToken<{ before: string }>(call.query.skipToken).before : '9';
  const rows = call.state.db.all<MessageRow>(
    'select * from message where channel = ? and reply_to is ? and id < ? order by id desc limit ?',
    channel.id,
    replyTo,
    String(before),
    top + 1,
  );
  const more = rows.length > top;
  const shown = rows.slice(0, top);
  return {
    ...(more ? { '@odata.nextLink': linkWith(call, '$skiptoken', toSkipToken({ before: shown.at(-1)?.id })) } : {}),
    value: shown.map(asMessage(call, channel)),
  };
}

function getMessages(call: Call) {
  return ok(page(call, channelOf(call).channel, null));
}

function messageOf(call: Call, channel: ChannelRow): MessageRow {
  const id = call.params.keys.message ?? '';
  const row = call.state.db.get<MessageRow>('select * from message where channel = ? and id = ?', channel.id, id);
  if (!row) throw notFound('No message found with the given id.');
  return row;
}

function getMessage(call: Call) {
  const { channel } = channelOf(call);
  return ok(asMessage(call, channel)(messageOf(call, channel)));
}

function getReplies(call: Call) {
  const { channel } = channelOf(call);
  return ok(page(call, channel, messageOf(call, channel).id));
}

/** Whoever posts must belong to the channel; to everybody else a private channel looks like one that is not there. */
function channelToPostIn(call: Call): ChannelRow {
  const { caller, params, state } = call;
  if (caller.kind === 'app') throw forbidden('Message POST is not supported in application-only context.');
  const team = findTeam(state, params.keys.team ?? '');
  if (!team) throw notFound('No team found with the given id.');
  const ref = params.channel;
  const channel = ref?.by === 'primary' ? channelsOf(state, team.id)[0] : ref && findChannel(state, team.id, ref.id);
  if (!channel || !maySeeChannel(state, caller, channel)) {
    const role = teamRole(state, team.id, caller.id);
    throw forbidden(role ? 'The person is not a member of the channel.' : 'The person is not a member of the team.');
  }
  return channel;
}

async function postMessage(call: Call) {
  const channel = channelToPostIn(call);
  return created(post(call, channel, await call.json(), null));
}

async function postReply(call: Call) {
  const channel = channelToPostIn(call);
  const parent = messageOf(call, channel);
  if (parent.reply_to) throw badRequest('A reply cannot be replied to.');
  return created(post(call, channel, await call.json(), parent.id));
}

function post(call: Call, channel: ChannelRow, body: Json, replyTo: string | null): ChatMessage {
  checkMessage(call, body);
  return call.state.db.transaction(() =>
    asMessage(call, channel)(keepMessage(call.state, channel.id, byPerson(call), body, replyTo)),
  );
}

const byPerson = (call: Call): string => (call.caller.kind === 'person' ? call.caller.id : call.caller.app);

/** A message's id is the time of its writing in milliseconds; two in one millisecond get following ones. */
export function keepMessage(
  state: Call['state'],
  channel: string,
  person: string,
  body: Json,
  replyTo: string | null,
): MessageRow {
  const latest = state.db.get<{ id: string | null }>('select max(id) id from message where channel = ?', channel)?.id;
  const id = String(Math.max(state.clock.now(), Number(latest ?? 0) + 1));
  state.db.run(
    'insert into message (channel, id, reply_to, person, body, created_at) values (?, ?, ?, ?, ?, ?)',
    channel,
    id,
    replyTo,
    person,
    JSON.stringify(body),
    new Date(Number(id)).toISOString(),
  );
  return state.db.get<MessageRow>('select * from message where channel = ? and id = ?', channel, id) as MessageRow;
}

const M = '/teams/{team}/channels/{channel}/messages';

export const messageEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: M,
    scopes: readMessages,
    service: 'teams',
    answers: 'page of chatMessage',
    handle: getMessages,
  },
  {
    method: 'POST',
    path: M,
    scopes: sendMessages,
    service: 'teams',
    answers: 'chatMessage',
    takes: 'chatMessage',
    handle: postMessage,
  },
  {
    method: 'GET',
    path: `${M}/{message}`,
    scopes: readMessages,
    service: 'teams',
    answers: 'chatMessage',
    handle: getMessage,
  },
  {
    method: 'GET',
    path: `${M}/{message}/replies`,
    scopes: readMessages,
    service: 'teams',
    answers: 'page of chatMessage',
    handle: getReplies,
  },
  {
    method: 'POST',
    path: `${M}/{message}/replies`,
    scopes: sendMessages,
    service: 'teams',
    answers: 'chatMessage',
    takes: 'chatMessage',
    handle: postReply,
  },
];
