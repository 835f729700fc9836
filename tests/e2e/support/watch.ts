import type { BrowserContext, Request } from 'playwright';

export type SeenRequest = { readonly method: string; readonly url: string; readonly hasToken: boolean };

export type Watched = {
  readonly requests: readonly SeenRequest[];
  /** Requests to names that are not the product's; they were blocked, but should not have been made. */
  readonly outside: string[];
  readonly unknownCalls: string[];
  readonly pageErrors: string[];
  /** Everything that pages wrote to the console. */
  readonly log: string[];
  add(context: BrowserContext): void;
  /** Throws when something is left that should not have happened. */
  check(): void;
};

/** Watches every page of a test: which names it asked for, and what went wrong in it. */
export function watch(names: readonly string[]): Watched {
  const requests: SeenRequest[] = [];
  const outside: string[] = [];
  const unknownCalls: string[] = [];
  const pageErrors: string[] = [];
  const log: string[] = [];

  function see(request: Request): void {
    const url = request.url();
    if (!/^https?:/.test(url)) return;
    requests.push({ method: request.method(), url, hasToken: 'authorization' in request.headers() });
    if (!names.some((name) => matches(name, new URL(url).hostname))) outside.push(url);
  }

  return {
    requests,
    outside,
    unknownCalls,
    pageErrors,
    log,
    add(context) {
      context.on('request', see);
      context.on('weberror', (error) => pageErrors.push(error.error().message));
      context.on('console', (message) => {
        log.push(message.text());
        const call = /^Unknown host call: (.*)$/.exec(message.text())?.[1];
        if (call) unknownCalls.push(call);
      });
    },
    check() {
      const problems = [
        ...outside.map((url) => `asked for ${url}`),
        ...unknownCalls.map((call) => `made the unknown host call ${call}`),
        ...pageErrors.map((error) => `threw ${error}`),
      ];
      if (problems.length > 0) throw new Error(`A page ${problems.join('; ')}.`);
    },
  };
}

function matches(name: string, host: string): boolean {
  return name.startsWith('*.') ? host.endsWith(name.slice(1)) : name === host;
}
