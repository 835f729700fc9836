import { makeSecurityHeaders } from './security-headers.ts';
import { readStaticFile, toStaticResponse } from './static-files.ts';

/** What the tab reads at its start; the same names as in the block of `index.html`. */
export type TabConfiguration = {
  readonly clientId: string;
  readonly tenant: string;
  readonly authority: string;
  readonly graphBaseUrl: string;
  readonly fileOrigins: readonly string[];
  readonly trustedOrigins: readonly string[];
  readonly linkBase: string;
  readonly teamsAppId: string;
};

const BLOCK = /(<script type="application\/json" id="configuration">)[\s\S]*?(<\/script>)/;

/** Puts the configuration into the page's block. `<` is written so that no value can end the block. */
export function fillConfiguration(page: string, configuration: TabConfiguration): string {
  const json = JSON.stringify(configuration).replaceAll('<', '\\u003c');
  return page.replace(BLOCK, (_all, start: string, end: string) => `${start}${json}${end}`);
}

/** Serves the production build of the tab as a deployment would: its headers, its configuration, nothing else. */
export function makeTabServer(
  folder: string,
  configuration: TabConfiguration,
): (request: Request) => Promise<Response> {
  const headersFor = (isHttps: boolean) =>
    makeSecurityHeaders(
      {
        graph: new URL(configuration.graphBaseUrl).origin,
        login: new URL(configuration.authority).origin,
        files: configuration.fileOrigins,
        trusted: configuration.trustedOrigins,
      },
      isHttps,
    );
  return async (request) => {
    const { pathname, protocol } = new URL(request.url);
    const headers = headersFor(protocol === 'https:');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return new Response('Not allowed', { status: 405, headers });
    const file = await readStaticFile(folder, pathname);
    if (!file) return new Response('Not found', { status: 404, headers });
    if (!file.isPage) return toStaticResponse(file, file.body, headers);
    return toStaticResponse(file, fillConfiguration(new TextDecoder().decode(file.body), configuration), headers);
  };
}
