import { toDeepLink } from '../domain/address.ts';
import { londonDay } from '../domain/calendar/london.ts';
import type { Graph } from '../graph/client.ts';
import type { Me } from '../graph/people.ts';
import type { Configuration } from '../host/configuration.ts';
import type { Host } from '../host/start-host.ts';
import type { Session } from '../session/session.ts';
import type { Consent } from './consent.ts';
import { open } from './use-address.ts';
import { toPlace } from './use-connection.ts';

/** The entity id that our configuration page saves with every channel tab. */
const CHANNEL_ENTITY = 'jtai-ready';

type Parts = {
  readonly host: Host;
  readonly configuration: Configuration;
  readonly consent: Consent;
  readonly graph: Graph;
  readonly me: Me;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

export function makeSession({ host, configuration, consent, graph, me, now }: Parts): Session {
  const place = toPlace(host.facts);
  const target = { linkBase: configuration.linkBase, appId: configuration.teamsAppId };
  const clock = () => new Date(now()).toISOString();
  return {
    graph,
    me,
    tenant: host.facts.person.tenant,
    place,
    channelKind: host.facts.channel?.kind,
    teamName: host.facts.team?.name,
    clock,
    today: () => londonDay(clock()),
    open,
    toLink: (address, label) =>
      toDeepLink(address, {
        ...target,
        entityId: host.facts.entityId,
        label,
        ...(place !== undefined && { channelId: place.channelId }),
      }),
    toChannelLink: ({ channelId }) =>
      toDeepLink({ screen: 'home' }, { ...target, entityId: CHANNEL_ENTITY, channelId, label: 'JTAI Ready' }),
    openOutside(url) {
      // Outside Teams' own list the host may refuse; the browser's window is the other way out.
      host.openLink(url).catch(() => window.open(url, '_blank', 'noopener'));
    },
    askPermission: consent.ask,
  };
}
