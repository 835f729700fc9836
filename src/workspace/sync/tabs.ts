import type { Change } from '../store/server-base.ts';
import type { Pause } from './pause.ts';

/** What one tab lets the person's other tabs on the same workspace know. */
export type Told =
  /** It has become true. */
  | { readonly change: Change }
  /** Microsoft 365 asked this person's browser to wait, and means all of it. */
  | { readonly pause: Pause };

export type Tabs = {
  tell(told: Told): void;
  close(): void;
};

export function openTabs(name: string, onTold: (told: Told) => void): Tabs {
  const channel = new BroadcastChannel(name);
  let closed = false;
  channel.onmessage = (event: MessageEvent<Told>) => onTold(event.data);
  return {
    tell(told) {
      if (!closed) channel.postMessage(told);
    },
    close() {
      closed = true;
      channel.close();
    },
  };
}
