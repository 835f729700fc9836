import type { ChannelTab } from '../scene.ts';
import type { FrameChannel, HostCall } from './frame-channel.ts';

export type TaskInfo = {
  readonly url: string;
  readonly title: string;
  readonly width?: number;
  readonly height?: number;
};
export type Instance = Omit<ChannelTab, 'id'>;

/** What the page around the frame can do when the frame asks; each frame brings its own. */
export type FrameActs = {
  greeting(): readonly unknown[];
  context(): Record<string, unknown>;
  /** Undefined means: this Teams never answers. */
  signIn(request: string): Promise<string | undefined>;
  instance(): Instance | undefined;
  ready(): void;
  failed(reason: string): void;
  /** A sentence says why the link was not opened. */
  openLink(url: string): string | undefined;
  goTo(pageId: string, subPageId: string): boolean;
  share(subPageId: string, label: string): void;
  /** Settles when the dialog ends. */
  startTask(task: TaskInfo): Promise<{ result?: unknown; error?: string }>;
  completeTask(result: unknown): void;
  resizeTask(size: { width?: number; height?: number }): void;
  setMaySave(maySave: boolean): void;
  setInstance(instance: Instance): Promise<string | undefined>;
  saved(failure: string | undefined): void;
  removed(failure: string | undefined): void;
  authenticate(request: { url: string; width?: number; height?: number }): Promise<{ result?: string; error?: string }>;
  authenticated(outcome: { result?: string; error?: string }): void;
  unknown(func: string): void;
};

const HANDLERS = new Set([
  'themeChange',
  'save',
  'remove',
  'load',
  'beforeUnload',
  'backButton',
  'focusEnter',
  'fullScreenChange',
  'contextChange',
  'changeSettings',
  'appButtonClick',
  'appButtonHoverEnter',
  'appButtonHoverLeave',
]);

type Answering = (call: HostCall, acts: FrameActs, channel: FrameChannel) => void | Promise<void>;

/** The table of calls: what the tab may say, and what it is answered. Anything else is shown as an error. */
const ANSWERS: Record<string, Answering> = {
  initialize: (call, acts, channel) => channel.answer(call, acts.greeting()),
  getContext: (call, acts, channel) => channel.answer(call, [acts.context()]),
  registerHandler: (call, acts) => {
    if (!HANDLERS.has(text(call.args[0]))) acts.unknown(`registerHandler ${text(call.args[0])}`);
  },
  'appInitialization.appLoaded': () => undefined,
  'appInitialization.success': (call, acts, channel) => {
    acts.ready();
    channel.answer(call, []);
  },
  'appInitialization.failure': (call, acts) => acts.failed(text(call.args[1]) || text(call.args[0])),
  'appInitialization.expectedFailure': (call, acts) => acts.failed(text(call.args[1]) || text(call.args[0])),
  'nestedAppAuth.execute': async (call, acts, channel) => {
    const answer = await acts.signIn(call.data ?? '{}');
    if (answer !== undefined) channel.answer(call, [null, answer]);
  },
  'settings.getSettings': (call, acts, channel) => channel.answer(call, [acts.instance() ?? {}]),
  'settings.setValidityState': (call, acts) => acts.setMaySave(call.args[0] === true),
  'settings.setSettings': async (call, acts, channel) => {
    const failure = await acts.setInstance(toInstance(call.args[0]));
    channel.answer(call, failure ? [false, failure] : [true]);
  },
  'settings.save.success': (_call, acts) => acts.saved(undefined),
  'settings.save.failure': (call, acts) => acts.saved(text(call.args[0]) || 'The tab was not added.'),
  'settings.remove.success': (_call, acts) => acts.removed(undefined),
  'settings.remove.failure': (call, acts) => acts.removed(text(call.args[0]) || 'The tab was not removed.'),
  executeDeepLink: (call, acts, channel) => {
    const failure = acts.openLink(text(call.args[0]));
    channel.answer(call, failure ? [false, failure] : [true]);
  },
  // Nothing at all is success here; even `true` makes the SDK reject.
  'pages.currentApp.navigateTo': (call, acts, channel) => {
    const { pageId, subPageId } = record(call.args[0]);
    channel.answer(
      call,
      acts.goTo(text(pageId), text(subPageId)) ? [] : [{ errorCode: 500, message: 'There is no such page.' }],
    );
  },
  shareDeepLink: (call, acts) => acts.share(text(call.args[0]), text(call.args[1])),
  'tasks.startTask': async (call, acts, channel) => {
    const { url, title, width, height } = record(call.args[0]);
    const task = { url: text(url), title: text(title), ...pixels('width', width), ...pixels('height', height) };
    const { result, error } = await acts.startTask(task);
    channel.answer(call, error ? [error] : [null, result]);
  },
  'tasks.completeTask': (call, acts) => acts.completeTask(call.args[0]),
  'tasks.updateTask': (call, acts) => {
    const { width, height } = record(call.args[0]);
    acts.resizeTask({ ...pixels('width', width), ...pixels('height', height) });
  },
  'authentication.getAuthToken': (call, _acts, channel) =>
    channel.answer(call, [false, 'This stand-in signs in through Nested App Auth only.']),
  'authentication.authenticate': async (call, acts, channel) => {
    const [url, width, height] = call.args;
    const { result, error } = await acts.authenticate({
      url: text(url),
      ...pixels('width', width),
      ...pixels('height', height),
    });
    channel.answer(call, error ? [false, error] : [true, result ?? '']);
  },
  'authentication.authenticate.success': (call, acts) => acts.authenticated({ result: text(call.args[0]) }),
  'authentication.authenticate.failure': (call, acts) =>
    acts.authenticated({ error: text(call.args[0]) || 'FailedToOpenWindow' }),
};

export function answerCall(call: HostCall, acts: FrameActs, channel: FrameChannel): void {
  const answer = Object.hasOwn(ANSWERS, call.func) ? ANSWERS[call.func] : undefined;
  if (!answer) {
    acts.unknown(call.func);
    return;
  }
  const answering = async () => answer({ ...call, args: call.args ?? [] }, acts, channel);
  answering().catch((error: unknown) => acts.failed(error instanceof Error ? error.message : String(error)));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Teams takes a size as pixels or as a word; words are left to the page. */
function pixels<Name extends 'width' | 'height'>(name: Name, value: unknown): { [key in Name]?: number } {
  const number = Number(value);
  return Number.isFinite(number) && number > 0 ? ({ [name]: number } as { [key in Name]: number }) : {};
}

function toInstance(value: unknown): Instance {
  const { entityId, suggestedDisplayName, contentUrl, websiteUrl } = record(value);
  return {
    name: text(suggestedDisplayName) || 'JTAI Ready',
    entityId: text(entityId),
    contentUrl: text(contentUrl),
    websiteUrl: text(websiteUrl) || text(contentUrl),
  };
}
