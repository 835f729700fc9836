export type Changes = {
  /** A stream of server-sent events: one `change` after each write that Graph accepted. */
  open(): Response;
  tell(): void;
  close(): void;
};

/** Keeps the pages that are open up to date, without any of them asking again and again. */
export function makeChanges(): Changes {
  const listeners = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const encoder = new TextEncoder();
  return {
    open() {
      let own: ReadableStreamDefaultController<Uint8Array>;
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          own = controller;
          listeners.add(controller);
          controller.enqueue(encoder.encode('retry: 1000\n\n'));
        },
        cancel: () => void listeners.delete(own),
      });
      return new Response(stream, { headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' } });
    },
    tell() {
      for (const listener of listeners) {
        try {
          listener.enqueue(encoder.encode('event: change\ndata: \n\n'));
        } catch {
          // The page has gone without a word; a write to Graph must not fail for it.
          listeners.delete(listener);
        }
      }
    },
    close() {
      for (const listener of listeners) listener.close();
      listeners.clear();
    },
  };
}
