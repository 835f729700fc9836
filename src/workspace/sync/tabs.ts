import type { Change } from '../store/server-base.ts';

/** The same person's other tabs on the same workspace: each change that one makes true is told to the others. */
export type Tabs = {
  tell(change: Change): void;
  close(): void;
};

export function openTabs(name: string, onTold: (change: Change) => void): Tabs {
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event: MessageEvent<Change>) => onTold(event.data);
  return {
    tell: (change) => channel.postMessage(change),
    close: () => channel.close(),
  };
}
