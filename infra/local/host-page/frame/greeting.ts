import type { Misbehaviour } from '../scene.ts';

/** Which kind of page of the app a frame shows; the Teams SDK allows different calls in each. */
export type FrameKind = 'content' | 'settings' | 'remove' | 'task' | 'authentication';

const HOST_VERSION = '2.0.1';

/**
 * The order of the answer to `initialize`
 *
 * Third the version, fourth the runtime. The SDK takes either order for the runtime, but makes the bridge for Nested App
 * Auth only from the fourth. The version has three parts, so that it cannot be read as JSON by itself.
 */
export function toGreeting(kind: FrameKind, misbehaviour: Misbehaviour): readonly unknown[] {
  const runtime = JSON.stringify(toRuntime(misbehaviour.nestedAuth !== 'off'));
  return misbehaviour.nestedAuth === 'natural-order'
    ? [kind, 'web', runtime, HOST_VERSION]
    : [kind, 'web', HOST_VERSION, runtime];
}

function toRuntime(hasNestedAuth: boolean): Record<string, unknown> {
  return {
    apiVersion: 4,
    isLegacyTeams: false,
    hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
    isNAAChannelRecommended: hasNestedAuth,
    isDeeplyNestedAuthSupported: false,
    supports: {
      app: { notifySuccessResponse: {} },
      appInstallDialog: {},
      chat: {},
      clipboard: {},
      conversations: {},
      dialog: { card: { bot: {} }, url: { bot: {}, parentCommunication: {} }, update: {} },
      pages: { appButton: {}, backStack: {}, config: {}, currentApp: {}, fullTrust: {}, tabs: {} },
      people: {},
      permissions: {},
      stageView: {},
      teamsCore: {},
      ...(hasNestedAuth && { nestedAppAuth: {} }),
    },
  };
}
