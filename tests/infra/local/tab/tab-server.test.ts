import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillConfiguration, makeTabServer, type TabConfiguration } from '../../../../infra/local/tab/tab-server.ts';

const PAGE = '<html><script type="application/json" id="configuration">{ "clientId": "" }</script></html>';
const configuration: TabConfiguration = {
  clientId: 'c',
  tenant: 't',
  authority: 'https://login.microsoftonline.com/t',
  graphBaseUrl: 'https://graph.microsoft.com',
  fileOrigins: ['https://*.sharepoint.com'],
  trustedOrigins: [],
  linkBase: 'https://teams.microsoft.com',
  teamsAppId: 'a',
};

function serveBuilt(more: Partial<TabConfiguration> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tab-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'assets/main-1a2b.js'), 'start()');
  writeFileSync(join(folder, '..', 'outside.js'), 'secret');
  const serve = makeTabServer(folder, { ...configuration, ...more });
  return (path: string, init?: RequestInit) => serve(new Request(`https://tab.contoso.example${path}`, init));
}

describe('the served tab', () => {
  it('carries its configuration in the page', async () => {
    const page = await (await serveBuilt()('/')).text();
    const block = /id="configuration">(.*)<\/script>/.exec(page)?.[1] ?? '';
    expect(JSON.parse(block)).toEqual(configuration);
  });

  it('lets no value of the configuration end its block', () => {
    const filled = fillConfiguration(PAGE, { ...configuration, clientId: '</script><script>alert(1)</script>$&' });
    expect(filled.match(/<\/script>/g)).toHaveLength(1);
    expect(filled).toContain('$&');
  });

  it('reaches only Graph, sign-in and files, and is held only by Microsoft', async () => {
    const policy = (await serveBuilt()('/')).headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain(
      "connect-src 'self' https://graph.microsoft.com https://login.microsoftonline.com https://*.sharepoint.com;",
    );
    expect(policy).toMatch(/frame-ancestors https:\/\/\*\.cloud\.microsoft https:\/\/teams\.microsoft\.com /);
    expect(policy).not.toMatch(/localhost|\{|skype/);
  });

  it('is held by one host more on a laptop', async () => {
    const policy = (await serveBuilt({ trustedOrigins: ['http://localhost:5300'] })('/')).headers.get(
      'Content-Security-Policy',
    );
    expect(policy).toMatch(/frame-ancestors .* http:\/\/localhost:5300$/);
  });

  it('sends the same headers with scripts and refusals', async () => {
    const ask = serveBuilt();
    for (const answer of [
      await ask('/assets/main-1a2b.js'),
      await ask('/nothing.js'),
      await ask('/', { method: 'POST' }),
    ]) {
      expect(answer.headers.get('Content-Security-Policy')).toBeTruthy();
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    }
  });

  it('lets browsers keep what never changes, and asks again for the page', async () => {
    const ask = serveBuilt();
    expect((await ask('/assets/main-1a2b.js')).headers.get('Cache-Control')).toContain('immutable');
    expect((await ask('/')).headers.get('Cache-Control')).toBe('no-cache');
  });

  it.each([
    '/../outside.js',
    '/%2e%2e/outside.js',
    '/..%2foutside.js',
    '/assets/..%5c..%5coutside.js',
    '/%00.js',
    '/%zz.js',
  ])('never leaves its folder for %s', async (path) => {
    expect((await serveBuilt()(path)).status).toBe(404);
  });
});
