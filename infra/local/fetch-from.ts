import { ConnectionDropped } from './faults/faults.ts';
import type { Microsoft365 } from './microsoft-365.ts';

/** A `fetch` that goes to the stand-in without a socket; a dropped connection fails as it does in a browser. */
export function fetchFrom(
  m365: Pick<Microsoft365, 'handle'>,
): (input: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return async (input, init) => {
    const body = init?.body;
    // A stream as body needs this, or Node refuses to build the request.
    const streaming = body instanceof ReadableStream ? { duplex: 'half' } : {};
    try {
      return await m365.handle(new Request(input, { ...init, ...streaming }));
    } catch (error) {
      if (error instanceof ConnectionDropped) throw new TypeError('Failed to fetch', { cause: error });
      throw error;
    }
  };
}
