import { makeStyles } from '@fluentui/react-components';
import { type Ref, useImperativeHandle, useRef } from 'react';
import { useHostActs } from '../host-acts.ts';
import type { Channel, Team } from '../scene.ts';
import type { FrameActs } from './answer-call.ts';
import { openSignInWindow } from './authenticate.ts';
import { toFlatContext } from './flat-context.ts';
import { type FrameKind, toGreeting } from './greeting.ts';
import { answerNestedRequest } from './nested-sign-in.ts';
import { useFrame } from './use-frame.ts';

export type AppFrameHandle = { send(func: string, args: readonly unknown[]): void };

type AppFrameProps = {
  readonly title: string;
  readonly url: string;
  readonly kind: FrameKind;
  readonly entityId: string;
  readonly subPageId?: string;
  readonly place?: { readonly team: Team; readonly channel: Channel };
  /** What this frame may ask beyond what all may. */
  readonly acts?: Partial<FrameActs>;
  readonly ref?: Ref<AppFrameHandle>;
};

const useStyles = makeStyles({
  frame: { display: 'block', width: '100%', height: '100%', border: 'none' },
});

/** What Teams lets a page in its frame do. */
const SANDBOX =
  'allow-downloads allow-forms allow-modals allow-pointer-lock allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts';

/** One page of the app in a frame, as Teams holds it. */
export function AppFrame({ title, url, kind, entityId, subPageId = '', place, acts, ref }: AppFrameProps) {
  const styles = useStyles();
  const host = useHostActs();
  const { scene, person, theme } = host;
  const origin = new URL(url).origin;
  const greetings = useRef(0);
  const ignores = () => {
    greetings.current += 1;
    return scene.misbehaviour.nestedAuth === 'ignores-first' && greetings.current === 1;
  };
  const elsewhere = (func: string) => () => host.reportUnknown(`${func} in a ${kind} frame`);

  const all: FrameActs = {
    greeting: () => toGreeting(kind, scene.misbehaviour),
    context: () => toFlatContext({ scene, person, theme, kind, entityId, subPageId, ...(place && { place }) }),
    signIn: (request) => answerNestedRequest(request, { person, ignores, askConsent: host.askConsent }),
    instance: () => undefined,
    ready: () => undefined,
    failed: () => undefined,
    openLink: host.openLink,
    goTo: host.goTo,
    share: host.share,
    startTask: host.startTask,
    completeTask: elsewhere('tasks.completeTask'),
    resizeTask: elsewhere('tasks.updateTask'),
    setMaySave: elsewhere('settings.setValidityState'),
    setInstance: async () => 'This page does not configure a tab.',
    saved: elsewhere('settings.save'),
    removed: elsewhere('settings.remove'),
    authenticate: ({ url: address, width, height }) =>
      openSignInWindow(address, {
        origin,
        width,
        height,
        greeting: () => toGreeting('authentication', scene.misbehaviour),
      }),
    authenticated: elsewhere('authentication.authenticate.success'),
    unknown: host.reportUnknown,
    ...acts,
  };
  const { frame, channel } = useFrame(origin, theme, all, scene.misbehaviour.ignoresTab === true);
  useImperativeHandle(ref, () => ({ send: (func, args) => channel.current?.send(func, args) }), [channel]);

  return (
    <iframe
      ref={frame}
      className={styles.frame}
      title={title}
      name={kind === 'content' ? 'embedded-page-container' : `${kind}-page-container`}
      src={url}
      sandbox={SANDBOX}
      allow="clipboard-read; clipboard-write; fullscreen"
    />
  );
}
