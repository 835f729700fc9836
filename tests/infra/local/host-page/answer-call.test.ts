import { describe, expect, it } from 'vitest';
import { answerCall, type FrameActs } from '../../../../infra/local/host-page/frame/answer-call.ts';

function hold(acts: Partial<FrameActs> = {}) {
  const answered: unknown[][] = [];
  const unknown: string[] = [];
  const channel = {
    answer: (_call: unknown, args: readonly unknown[]) => void answered.push([...args]),
    send: () => undefined,
    close: () => undefined,
  };
  const all = { unknown: (func: string) => void unknown.push(func), ready: () => undefined, ...acts } as FrameActs;
  return {
    answered,
    unknown,
    async say(func: string, args: unknown[] = [], data?: string) {
      answerCall({ id: 1, func, args, ...(data && { data }) }, all, channel);
      await new Promise((done) => setImmediate(done));
    },
  };
}

describe('a call of the tab', () => {
  it('that nobody knows is told, also under the names of what objects have', async () => {
    const { say, unknown, answered } = hold();
    await say('meeting.getDetails');
    await say('constructor');
    await say('registerHandler', ['somethingNew']);
    expect(unknown).toEqual(['meeting.getDetails', 'constructor', 'registerHandler somethingNew']);
    expect(answered).toEqual([]);
  });

  it('for a token is answered in the second place', async () => {
    const { say, answered } = hold({ signIn: async (request) => `answer to ${request}` });
    await say('nestedAppAuth.execute', [], 'question');
    expect(answered).toEqual([[null, 'answer to question']]);
  });

  it('for a token stays open when this Teams never answers', async () => {
    const { say, answered } = hold({ signIn: async () => undefined });
    await say('nestedAppAuth.execute', [], 'question');
    expect(answered).toEqual([]);
  });

  it('to go elsewhere succeeds with nothing at all', async () => {
    const { say, answered } = hold({ goTo: () => true });
    await say('pages.currentApp.navigateTo', [{ pageId: 'home', subPageId: 'evidence' }]);
    expect(answered).toEqual([[]]);
  });

  it('for a dialog is held until the dialog ends', async () => {
    let end: (outcome: { result?: unknown; error?: string }) => void = () => undefined;
    const { say, answered } = hold({ startTask: () => new Promise((resolve) => (end = resolve)) });
    await say('tasks.startTask', [{ url: 'https://tab.contoso.example/', width: 500, height: 'medium', title: 'T' }]);
    expect(answered).toEqual([]);
    end({ result: 'yes' });
    await new Promise((done) => setImmediate(done));
    expect(answered).toEqual([[null, 'yes']]);
  });

  it('for a dialog that was closed is told so', async () => {
    const { say, answered } = hold({ startTask: async () => ({ error: 'User cancelled/closed the task module.' }) });
    await say('tasks.startTask', [{ url: 'https://tab.contoso.example/' }]);
    expect(answered).toEqual([['User cancelled/closed the task module.']]);
  });

  it('to keep a tab is answered with yes, or with why not', async () => {
    const kept = hold({ setInstance: async () => undefined });
    await kept.say('settings.setSettings', [{ entityId: 'jtai-ready', contentUrl: 'https://tab.contoso.example/' }]);
    expect(kept.answered).toEqual([[true]]);
    const refused = hold({ setInstance: async () => 'Not here.' });
    await refused.say('settings.setSettings', [{}]);
    expect(refused.answered).toEqual([[false, 'Not here.']]);
  });

  it('that a page answers by failing is said, not dropped', async () => {
    const failures: string[] = [];
    const { say } = hold({
      failed: (reason) => void failures.push(reason),
      context: () => {
        throw new Error('no context');
      },
    });
    await say('getContext');
    expect(failures).toEqual(['no context']);
  });
});
