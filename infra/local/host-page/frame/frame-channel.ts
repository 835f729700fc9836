/** A message from the Teams SDK in a frame. */
export type HostCall = {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args: readonly unknown[];
  /** Only `nestedAppAuth.execute` uses it: a JSON string. */
  readonly data?: string;
};

export type FrameChannel = {
  answer(call: HostCall, args: readonly unknown[]): void;
  /** Tells the frame about something that it did not ask for. */
  send(func: string, args: readonly unknown[]): void;
  close(): void;
};

type FrameChannelOptions = {
  /** The window that this page opened for the tab; nobody else is heard. */
  readonly getWindow: () => Window | null | undefined;
  /** The origin that this page gave that window: it must speak from there, and everything said goes there only. */
  readonly origin: string;
  readonly onCall: (call: HostCall) => void;
};

/** The wire between this page and one frame. */
export function openFrameChannel({ getWindow, origin, onCall }: FrameChannelOptions): FrameChannel {
  function post(message: Record<string, unknown>): void {
    getWindow()?.postMessage({ ...message, monotonicTimestamp: performance.now() }, origin);
  }

  function hear(event: MessageEvent<unknown>): void {
    if (event.origin !== origin || !event.source || event.source !== getWindow()) return;
    if (isHostCall(event.data)) onCall(event.data);
  }

  window.addEventListener('message', hear);
  return {
    answer: ({ id, uuidAsString }, args) => post({ id, uuidAsString, args }),
    send: (func, args) => post({ func, args }),
    close: () => window.removeEventListener('message', hear),
  };
}

function isHostCall(data: unknown): data is HostCall {
  if (typeof data !== 'object' || data === null) return false;
  const { id, func, args } = data as Record<string, unknown>;
  return typeof id === 'number' && typeof func === 'string' && (args === undefined || Array.isArray(args));
}
