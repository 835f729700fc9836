import { findPerson } from '../../state/people.ts';
import { type Call, type Endpoint, ok } from '../endpoint.ts';
import { type MessageRow, toMessage } from '../entities/team.ts';
import { invalidRequest, Refusal } from '../errors.ts';
import { channelOf } from '../find.ts';
import { linkWith } from '../paging.ts';
import { readMessages } from '../scopes.ts';

const EIGHT_MONTHS_MS = 240 * 24 * 60 * 60 * 1000;
const MOST_ON_A_PAGE = 50;

/** Posts since the token, or of the last eight months; replies are not among them. */
function getDelta(call: Call) {
  const { channel } = channelOf(call);
  const top = call.query.top ?? 20;
  if (top > MOST_ON_A_PAGE) throw new Refusal(400, 'BadRequest', `$top may be ${MOST_ON_A_PAGE} at most.`);
  const { state } = call;
  const token = call.query.token ?? call.query.skipToken;
  if (token !== undefined && !/^\d{1,15}$/.test(token)) throw invalidRequest('The delta token is not one of ours.');
  const after = token ?? String(startOf(call));
  const rows = state.db.all<MessageRow>(
    'select * from message where channel = ? and reply_to is null and id > ? order by id limit ?',
    channel.id,
    after,
    top + 1,
  );
  const shown = rows.slice(0, top);
  const last = shown.at(-1)?.id ?? after;
  const link =
    rows.length > top
      ? { '@odata.nextLink': linkWith(call, '$skiptoken', last) }
      : { '@odata.deltaLink': linkWith(call, '$deltatoken', last) };
  return ok({ ...link, value: shown.map((row) => toMessage(state, channel, row, findPerson(state, row.person))) });
}

function startOf(call: Call): number {
  const { filter } = call.query;
  if (!filter) return call.state.clock.now() - EIGHT_MONTHS_MS;
  const moment = Date.parse(/^lastModifiedDateTime\s+gt\s+'?([^']+)'?$/i.exec(filter.trim())?.[1] ?? '');
  if (Number.isNaN(moment)) throw new Refusal(400, 'BadRequest', 'Only lastModifiedDateTime gt … can be filtered on.');
  return moment;
}

export const messageDeltaEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/teams/{team}/channels/{channel}/messages/delta',
    scopes: readMessages,
    service: 'teams',
    answers: 'page of chatMessage',
    handle: getDelta,
  },
];
