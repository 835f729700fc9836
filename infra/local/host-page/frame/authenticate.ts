import { answerCall, type FrameActs } from './answer-call.ts';
import { openFrameChannel } from './frame-channel.ts';

type Outcome = { result?: string; error?: string };
type WindowOptions = {
  readonly origin: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly greeting: () => readonly unknown[];
};

/** Opens the app's own sign-in page in a small window and waits for its word, or for the person to close it. */
export function openSignInWindow(
  url: string,
  { origin, width = 600, height = 600, greeting }: WindowOptions,
): Promise<Outcome> {
  if (!URL.canParse(url) || new URL(url).origin !== origin) return Promise.resolve({ error: 'FailedToOpenWindow' });
  const popup = window.open(url, '_blank', `popup,width=${width},height=${height}`);
  if (!popup) return Promise.resolve({ error: 'FailedToOpenWindow' });
  return new Promise((resolve) => {
    const watch = setInterval(() => popup.closed && finish({ error: 'CancelledByUser' }), 500);
    const channel = openFrameChannel({
      getWindow: () => popup,
      origin,
      onCall: (call) => answerCall(call, acts, channel),
    });
    const refuse = async () => ({ error: 'NotSupported' });
    const acts: FrameActs = {
      greeting,
      authenticated: (outcome) => finish(outcome),
      context: () => ({ frameContext: 'authentication' }),
      signIn: async () => undefined,
      instance: () => undefined,
      ready: () => undefined,
      failed: (reason) => finish({ error: reason }),
      openLink: () => 'Not in a sign-in window.',
      goTo: () => false,
      share: () => undefined,
      startTask: refuse,
      completeTask: () => undefined,
      resizeTask: () => undefined,
      setMaySave: () => undefined,
      setInstance: async () => 'Not in a sign-in window.',
      saved: () => undefined,
      removed: () => undefined,
      authenticate: refuse,
      unknown: (func) => finish({ error: `Unknown call ${func}` }),
    };
    function finish(outcome: Outcome): void {
      clearInterval(watch);
      channel.close();
      popup?.close();
      resolve(outcome);
    }
  });
}
