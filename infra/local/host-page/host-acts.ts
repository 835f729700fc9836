import { createContext, useContext } from 'react';
import type { TaskInfo } from './frame/answer-call.ts';
import type { ThemeName } from './frame/flat-context.ts';
import type { Person, Scene } from './scene.ts';

/** What every frame may ask of the page, whichever part of the app it shows. */
export type HostActs = {
  readonly scene: Scene;
  readonly person: Person;
  readonly theme: ThemeName;
  askConsent(scopes: readonly string[]): Promise<boolean>;
  /** A sentence says why the link was not opened. */
  openLink(url: string): string | undefined;
  goTo(pageId: string, subPageId: string): boolean;
  share(subPageId: string, label: string): void;
  startTask(task: TaskInfo): Promise<{ result?: unknown; error?: string }>;
  /** Something that a host must not meet in silence: a call that it does not know. */
  reportUnknown(func: string): void;
};

export const HostActsContext = createContext<HostActs | undefined>(undefined);

export function useHostActs(): HostActs {
  const acts = useContext(HostActsContext);
  if (!acts) throw new Error('A frame was drawn outside the host page.');
  return acts;
}
