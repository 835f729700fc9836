import { describe, expect, it } from 'vitest';
import { type Draft, makeDrafts } from '../../src/session/drafts.ts';
import { keepDrafts, WRITE_WITHIN_MS } from '../../src/session/keep-drafts.ts';
import type { List } from '../../src/workspace/schema/define-list.ts';
import { assessments } from '../../src/workspace/schema/lists.ts';

const KEY = 'assessment front-door-2026.FD-A1.police';
const UID = 'front-door-2026.FD-A1.police';

/** What the browser keeps, told to every tab at once; and the rows that are shown. */
function openBrowser(rows: readonly object[] = []) {
  const held = new Map<string, { list: string; record: string; values: { [key: string]: unknown }; at: string }>();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    held,
    listeners,
    workspace: {
      draft: (record: string) => held.get(record),
      drafts: () => [...held.values()],
      keepDraft(list: List, record: string, values: { [key: string]: unknown }) {
        held.set(record, { list: list.name, record, values, at: '2026-11-30T10:00:00Z' });
        tell();
      },
      dropDraft(record: string) {
        held.delete(record);
        tell();
      },
      rows: () => ({ state: 'ready', rows }) as never,
      subscribe(listener: () => void) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  };
}

function openTab(browser: ReturnType<typeof openBrowser>) {
  const drafts = makeDrafts();
  const timers: { ms: number; call: () => void }[] = [];
  const kept = keepDrafts(browser.workspace, drafts, (ms, call) => {
    const timer = { ms, call };
    timers.push(timer);
    return () => void timers.splice(timers.indexOf(timer), 1);
  });
  return {
    drafts,
    kept,
    timers,
    type: (words: string, state: Draft<unknown>['state'] = 'typed') => drafts.set(KEY, typed(words, state)),
  };
}

const typed = (reason: string, state: Draft<unknown>['state'] = 'typed'): Draft<unknown> => ({
  values: { reason },
  state,
  title: 'FD-A1, Police',
  about: { list: assessments, uid: UID, wanted: { reason } },
});

describe('what is typed', () => {
  it('is stored within a second however long the person types on', () => {
    const browser = openBrowser();
    const tab = openTab(browser);
    tab.type('a');
    tab.type('ab');
    expect(tab.timers.map(({ ms }) => ms)).toEqual([WRITE_WITHIN_MS]);
    expect(WRITE_WITHIN_MS).toBeLessThan(1_000);
    tab.timers[0]?.call();
    expect(browser.held.get(KEY)?.values.values).toEqual({ reason: 'ab' });
    tab.type('abc');
    tab.kept.write();
    expect(browser.held.get(KEY)?.values.values).toEqual({ reason: 'abc' });
  });

  it('comes back in a tab that is opened later, and goes when it is given up', () => {
    const browser = openBrowser();
    const first = openTab(browser);
    first.type('half a sentence');
    first.kept.stop();
    const second = openTab(browser);
    expect(second.drafts.get(KEY)).toMatchObject({ values: { reason: 'half a sentence' }, state: 'typed' });
    second.drafts.drop(KEY);
    second.kept.write();
    expect(browser.held.size).toBe(0);
  });

  it('is the same in two tabs, and is not taken from under the person who types', () => {
    const browser = openBrowser();
    const [one, other] = [openTab(browser), openTab(browser)];
    one.type('one');
    one.kept.write();
    expect(other.drafts.get(KEY)?.values).toEqual({ reason: 'one' });
    other.type('other, typing');
    one.type('one again');
    one.kept.write();
    expect(other.drafts.get(KEY)?.values).toEqual({ reason: 'other, typing' });
    other.kept.write();
    other.drafts.drop(KEY);
    other.kept.write();
    expect(one.drafts.get(KEY)).toBeUndefined();
  });

  it('is stored at once when Save is pressed, so that an older state does not come back', () => {
    const browser = openBrowser();
    const tab = openTab(browser);
    tab.type('first');
    tab.kept.write();
    tab.type('second');
    tab.type('second', 'sending');
    expect(browser.held.get(KEY)?.values).toMatchObject({ values: { reason: 'second' }, state: 'sending' });
  });

  it('does not come back when the row already says it, after a tab that was closed while it was sent', () => {
    const browser = openBrowser([{ uid: UID, reason: 'said' }]);
    const tab = openTab(browser);
    tab.type('said', 'sending');
    tab.kept.stop();
    expect(openTab(browser).drafts.keys()).toEqual([]);
    tab.type('not said', 'sending');
    tab.drafts.drop(KEY);
  });

  it('comes back to be saved again when the tab was closed while it was sent and it did not arrive', () => {
    const browser = openBrowser([{ uid: UID, reason: 'before' }]);
    const tab = openTab(browser);
    tab.type('not said', 'sending');
    tab.kept.stop();
    expect(openTab(browser).drafts.get(KEY)).toMatchObject({ state: 'typed', values: { reason: 'not said' } });
  });

  it('stays in memory where it belongs to no row', () => {
    const browser = openBrowser();
    const tab = openTab(browser);
    tab.drafts.set('set-up', { values: { name: 'Northbridge' }, state: 'typed' });
    tab.kept.write();
    expect(browser.held.size).toBe(0);
  });
});
