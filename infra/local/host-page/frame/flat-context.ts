import type { Channel, Person, Scene, Team } from '../scene.ts';
import type { FrameKind } from './greeting.ts';

export type ThemeName = 'default' | 'dark' | 'contrast';

export type ContextInput = {
  readonly scene: Scene;
  readonly person: Person;
  readonly theme: ThemeName;
  readonly kind: FrameKind;
  readonly entityId: string;
  readonly subPageId: string;
  readonly place?: { readonly team: Team; readonly channel: Channel };
};

const CHANNEL_TYPES = { standard: 'Regular', private: 'Private', shared: 'Shared' } as const;
const LICENCES = { member: 'Teams', guest: 'Unknown', outside: 'Teams' } as const;

/** What the tab is told about where it stands, in the old flat shape that hosts still send. */
export function toFlatContext({
  scene,
  person,
  theme,
  kind,
  entityId,
  subPageId,
  place,
}: ContextInput): Record<string, unknown> {
  return {
    locale: 'en-gb',
    theme,
    hostName: 'Teams',
    hostClientType: 'web',
    sessionId: SESSION,
    appSessionId: crypto.randomUUID(),
    appLaunchId: crypto.randomUUID(),
    ringId: 'general',
    appId: scene.app.teamsAppId,
    manifestVersion: '1.22',
    entityId,
    subEntityId: subPageId,
    frameContext: kind,
    isFullScreen: false,
    isMultiWindow: false,
    userObjectId: person.id,
    tid: person.tenant,
    userPrincipalName: person.userName,
    loginHint: person.userName,
    userDisplayName: person.name,
    userLicenseType: LICENCES[person.kind],
    ...(place && {
      channelId: place.channel.id,
      channelName: place.channel.name,
      channelType: CHANNEL_TYPES[place.channel.kind],
      teamId: place.team.channels[0]?.id,
      teamName: place.team.name,
      groupId: place.team.id,
      userTeamRole: 1,
      hostTeamGroupId: place.team.id,
      hostTeamTenantId: scene.tenant.id,
    }),
  };
}

const SESSION = crypto.randomUUID();
