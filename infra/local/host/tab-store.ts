import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A tab as a channel holds it. */
export type ChannelTab = {
  readonly id: string;
  readonly name: string;
  readonly entityId: string;
  readonly contentUrl: string;
  readonly websiteUrl: string;
};

export type TabStore = {
  list(channelId: string): readonly ChannelTab[];
  add(channelId: string, tab: Omit<ChannelTab, 'id'>): ChannelTab;
  remove(channelId: string, tabId: string): boolean;
};

type Saved = Record<string, ChannelTab[]>;

/** Remembers which channel has which tabs: in `<folder>/tabs.json`, or in memory without a folder. */
export function openTabStore(folder: string | undefined): TabStore {
  const path = folder && join(folder, 'tabs.json');
  const saved: Saved = path ? readSaved(path) : {};

  function save(): void {
    if (!path || !folder) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(saved, null, 2));
    renameSync(`${path}.new`, path);
  }

  return {
    list: (channelId) => saved[channelId] ?? [],
    add(channelId, tab) {
      const tabs = saved[channelId] ?? [];
      const highest = Math.max(0, ...tabs.map((each) => Number(each.id.slice(1))));
      const added = { id: `t${highest + 1}`, ...tab };
      saved[channelId] = [...tabs, added];
      save();
      return added;
    },
    remove(channelId, tabId) {
      const tabs = saved[channelId] ?? [];
      const left = tabs.filter((tab) => tab.id !== tabId);
      if (left.length === tabs.length) return false;
      saved[channelId] = left;
      save();
      return true;
    },
  };
}

function readSaved(path: string): Saved {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}
