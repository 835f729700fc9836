import type { Microsoft365 } from './microsoft-365.ts';

/** A `fetch` that goes to the stand-in without a socket. */
export function fetchFrom(
  m365: Pick<Microsoft365, 'handle'>,
): (input: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return (input, init) => {
    const body = init?.body;
    // A stream as body needs this, or Node refuses to build the request.
    const streaming = body instanceof ReadableStream ? { duplex: 'half' } : {};
    return m365.handle(new Request(input, { ...init, ...streaming }));
  };
}
