import { pages } from '@microsoft/teams-js';

/** One tab as the channel keeps it. */
export type TabInstance = {
  readonly entityId: string;
  readonly suggestedDisplayName: string;
  readonly contentUrl: string;
  readonly websiteUrl: string;
};

/** Lets the person press Save, or not. */
export function setMaySave(maySave: boolean): void {
  pages.config.setValidityState(maySave);
}

/** On Save hands `toInstance()` to Teams. A refusal is told to Teams and to `onFailure`. */
export function onSave(toInstance: () => TabInstance, onFailure: (reason: string) => void): void {
  pages.config.registerOnSaveHandler((event) => {
    pages.config.setConfig(toInstance()).then(
      () => event.notifySuccess(),
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        event.notifyFailure(reason);
        onFailure(reason);
      },
    );
  });
}

/** Removing the tab deletes nothing: lists and folders stay with the channel. */
export function onRemove(): void {
  pages.config.registerOnRemoveHandler((event) => event.notifySuccess());
}
