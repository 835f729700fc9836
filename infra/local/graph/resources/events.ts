import type { Event, OnlineMeeting } from '@microsoft/microsoft-graph-types';
import { findPerson } from '../../state/people.ts';
import { isObject, listIn, objectIn, onlyKnown, textIn } from '../body.ts';
import { type Call, created, type Endpoint, type Json, ok } from '../endpoint.ts';
import { mailOf } from '../entities/team.ts';
import { Refusal } from '../errors.ts';
import { teamOf } from '../find.ts';
import { pageOf } from '../paging.ts';
import { pick } from '../query.ts';
import { byOf } from '../rights.ts';

type EventRow = {
  readonly id: string;
  readonly owner: string;
  readonly organizer: string;
  readonly transaction_id: string | null;
  readonly body: string;
  readonly created_at: string;
};

const SENT =
  'subject body start end location locations attendees isAllDay isOnlineMeeting onlineMeetingProvider transactionId importance sensitivity showAs categories reminderMinutesBeforeStart isReminderOn responseRequested allowNewTimeProposals hideAttendees recurrence'.split(
    ' ',
  );

const badRequest = (message: string) => new Refusal(400, 'ErrorPropertyValidationFailure', message);

function toEvent(call: Call, row: EventRow): Event {
  const sent = JSON.parse(row.body) as Event;
  const person = findPerson(call.state, row.organizer);
  return {
    id: row.id,
    createdDateTime: row.created_at,
    lastModifiedDateTime: row.created_at,
    subject: sent.subject ?? '',
    body: { contentType: 'html', content: sent.body?.content ?? '' },
    bodyPreview: (sent.body?.content ?? '').replace(/<[^>]+>/g, '').slice(0, 255),
    importance: 'normal',
    isAllDay: sent.isAllDay ?? false,
    isCancelled: false,
    isOrganizer: call.caller.kind === 'person' && call.caller.id === row.organizer,
    showAs: 'busy',
    type: 'singleInstance',
    start: sent.start ?? null,
    end: sent.end ?? null,
    location: sent.location ?? { displayName: '' },
    attendees: (sent.attendees ?? []).map((attendee) => ({
      ...attendee,
      // Words of an enumeration are taken in any case and given in one.
      type: attendee.type?.toLowerCase() === 'optional' ? 'optional' : 'required',
      status: { response: 'none', time: '0001-01-01T00:00:00Z' },
    })),
    transactionId: row.transaction_id,
    organizer: { emailAddress: { name: person?.name ?? '', address: person ? mailOf(person.user_name) : '' } },
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(row.id)}&exvsurl=1&path=/calendar/item`,
  };
}

function readTime(body: Json, name: string): void {
  const time = objectIn(body, name);
  const text = time && textIn(time, 'dateTime');
  if (!text || Number.isNaN(Date.parse(text)) || !textIn(time ?? {}, 'timeZone')) {
    throw badRequest(`The property '${name}' needs dateTime and timeZone.`);
  }
}

async function createIn(call: Call, owner: string) {
  const body = await call.json();
  onlyKnown(body, 'event', SENT);
  readTime(body, 'start');
  readTime(body, 'end');
  for (const attendee of listIn(body, 'attendees') ?? []) {
    if (!isObject(attendee) || !objectIn(attendee, 'emailAddress'))
      throw badRequest('An attendee needs an emailAddress.');
  }
  const { state } = call;
  const transaction = textIn(body, 'transactionId') ?? null;
  const row = state.db.transaction(() => {
    const known = transaction
      ? state.db.get<EventRow>('select * from event where owner = ? and transaction_id = ?', owner, transaction)
      : undefined;
    if (known) return known;
    const id = `AAMk${state.ids.token(32)}${state.ids.token(32)}`;
    state.db.run(
      'insert into event (id, owner, organizer, transaction_id, body, created_at) values (?, ?, ?, ?, ?, ?)',
      id,
      owner,
      byOf(call.caller),
      transaction,
      JSON.stringify(body),
      state.clock.stamp(),
    );
    return state.db.get<EventRow>('select * from event where id = ?', id) as EventRow;
  });
  return created(toEvent(call, row));
}

function listOf(call: Call, owner: string) {
  const rows = call.state.db.all<EventRow>('select * from event where owner = ? order by created_at, id', owner);
  return ok(pageOf(call, rows, (row) => pick(toEvent(call, row), call.query.select, ['id']), 10));
}

const groupOf = (call: Call): string =>
  teamOf({ ...call, params: { ...call.params, keys: { team: call.params.keys.group ?? '' } } }).id;

/** A meeting without an entry in anybody's calendar. */
async function createMeeting(call: Call) {
  const body = await call.json();
  onlyKnown(body, 'onlineMeeting', [
    'subject',
    'startDateTime',
    'endDateTime',
    'participants',
    'externalId',
    'allowedPresenters',
    'lobbyBypassSettings',
  ]);
  const { state } = call;
  const id = `MSo${state.ids.token(32)}`;
  const thread = `19:meeting_${state.ids.token(32)}@thread.v2`;
  const person = findPerson(state, byOf(call.caller));
  const start = textIn(body, 'startDateTime') ?? state.clock.stamp();
  const meeting: OnlineMeeting = {
    id,
    creationDateTime: state.clock.stamp(),
    startDateTime: start,
    endDateTime: textIn(body, 'endDateTime') ?? start,
    subject: textIn(body, 'subject') ?? null,
    joinWebUrl: `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(thread)}/0`,
    chatInfo: { threadId: thread, messageId: '0', replyChainMessageId: null },
    participants: {
      organizer: {
        upn: person?.user_name ?? '',
        role: 'presenter',
        identity: { user: { id: person?.id ?? '', displayName: person?.name ?? '' } },
      },
      attendees: [],
    },
  };
  return created(meeting);
}

export const eventEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/me/events',
    scopes: ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'],
    service: 'outlook',
    answers: 'page of event',
    handle: (call) => listOf(call, byOf(call.caller)),
  },
  {
    method: 'POST',
    path: '/me/events',
    scopes: ['Calendars.ReadWrite'],
    service: 'outlook',
    answers: 'event',
    takes: 'event',
    handle: (call) => createIn(call, byOf(call.caller)),
  },
  {
    method: 'GET',
    path: '/groups/{group}/events',
    scopes: ['Group.Read.All', 'Group.ReadWrite.All'],
    service: 'outlook',
    answers: 'page of event',
    handle: (call) => listOf(call, groupOf(call)),
  },
  {
    method: 'POST',
    path: '/groups/{group}/events',
    scopes: ['Group.ReadWrite.All'],
    service: 'outlook',
    answers: 'event',
    takes: 'event',
    handle: (call) => createIn(call, groupOf(call)),
  },
  {
    method: 'POST',
    path: '/me/onlineMeetings',
    scopes: ['OnlineMeetings.ReadWrite'],
    service: 'teams',
    answers: 'onlineMeeting',
    takes: 'onlineMeeting',
    handle: createMeeting,
  },
];
