import type { AadUserConversationMember, Channel, ChatMessage, Team, User } from '@microsoft/microsoft-graph-types';
import type { PersonRow } from '../../state/people.ts';
import type { State } from '../../state/state.ts';
import type { ChannelRow, MemberRow, TeamRow } from '../../state/teams.ts';

/** As whom a webhook posts: an app, not a person. */
export const WORKFLOWS = 'workflows';
const workflows = {
  application: {
    id: '4b9a1a3c-0000-4000-8000-000000000001',
    displayName: 'Workflows',
  } as object,
};

export type MessageRow = {
  readonly channel: string;
  readonly id: string;
  readonly reply_to: string | null;
  readonly person: string;
  readonly body: string;
  readonly created_at: string;
};

export function toUser(person: PersonRow): User {
  const [given = '', ...family] = person.name.split(' ');
  return {
    id: person.id,
    displayName: person.name,
    givenName: given,
    surname: family.join(' '),
    jobTitle: person.job_title,
    mail: mailOf(person.user_name),
    userPrincipalName: person.user_name,
    businessPhones: [],
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: 'en-GB',
  };
}

/** A guest's user name hides the address they were invited by: `a.b_other.example#EXT#@tenant`. */
export function mailOf(userName: string): string {
  const outside = /^(.+)_([^_]+)#EXT#@/.exec(userName);
  return outside ? `${outside[1]}@${outside[2]}` : userName;
}

export function toTeam(state: State, team: TeamRow): Team {
  return {
    id: team.id,
    displayName: team.name,
    description: team.description,
    internalId: `19:${team.id.replaceAll('-', '')}@thread.tacv2`,
    createdDateTime: team.created_at,
    isArchived: false,
    visibility: 'private',
    tenantId: state.tenant.id,
    webUrl: `https://teams.microsoft.com/l/team/${encodeURIComponent(team.id)}/conversations?groupId=${team.id}&tenantId=${state.tenant.id}`,
  };
}

export function toChannel(state: State, channel: ChannelRow): Channel {
  const address = `${encodeURIComponent(channel.id)}/${encodeURIComponent(channel.name)}`;
  return {
    id: channel.id,
    displayName: channel.name,
    description: channel.description,
    createdDateTime: channel.created_at,
    email: '',
    isFavoriteByDefault: channel.position === 0,
    membershipType: channel.kind,
    tenantId: state.tenant.id,
    webUrl: `https://teams.microsoft.com/l/channel/${address}?groupId=${channel.team}&tenantId=${state.tenant.id}`,
  };
}

type Typed<T> = T & { '@odata.type': string };

export function toMember(state: State, container: string, member: MemberRow): Typed<AadUserConversationMember> {
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    // Opaque on purpose: it is not the person's id.
    id: Buffer.from(`${state.tenant.id}##${container}##${member.person}`).toString('base64'),
    roles: member.role === 'member' ? [] : [member.role],
    displayName: member.name,
    visibleHistoryStartDateTime: '0001-01-01T00:00:00Z',
    userId: member.person,
    email: mailOf(member.user_name),
    tenantId: member.tenant,
  };
}

/** Words of an enumeration are taken in any case and given in one. */
const toWord = <T extends string>(word: T | null | undefined): T | undefined => word?.toLowerCase() as T | undefined;

export function toMessage(
  state: State,
  channel: ChannelRow,
  row: MessageRow,
  person: PersonRow | undefined,
): ChatMessage {
  const sent = JSON.parse(row.body) as ChatMessage;
  const parent = row.reply_to ?? row.id;
  return {
    id: row.id,
    replyToId: row.reply_to,
    etag: row.id,
    messageType: 'message',
    createdDateTime: row.created_at,
    lastModifiedDateTime: row.created_at,
    lastEditedDateTime: null,
    deletedDateTime: null,
    subject: sent.subject ?? null,
    summary: null,
    chatId: null,
    importance: toWord(sent.importance) ?? 'normal',
    locale: 'en-us',
    webUrl: `https://teams.microsoft.com/l/message/${encodeURIComponent(channel.id)}/${row.id}?groupId=${channel.team}&tenantId=${state.tenant.id}&createdTime=${row.id}&parentMessageId=${parent}`,
    policyViolation: null,
    eventDetail: null,
    from:
      row.person === WORKFLOWS
        ? workflows
        : {
            user: {
              id: row.person,
              displayName: person?.name ?? 'Unknown person',
              userIdentityType: 'aadUser',
            } as object,
          },
    body: {
      contentType: sent.body?.contentType?.toLowerCase() === 'html' ? 'html' : 'text',
      content: sent.body?.content ?? '',
    },
    channelIdentity: { teamId: channel.team, channelId: channel.id },
    attachments: sent.attachments ?? [],
    mentions: sent.mentions ?? [],
    reactions: [],
  };
}
