import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { app, homeChannel } from '../../../infra/demo/northbridge.ts';
import { BUILT } from '../../../infra/run/build-parts.ts';
import { ORIGINS, openWorld, type World } from '../support/open-world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
});
afterAll(() => world.close());

function toLink(subEntityId: string): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId, channelId: homeChannel?.id }));
  return `/l/entity/${app.teamsAppId}/jtai-ready?webUrl=&label=A%20record&context=${context}`;
}

describe('the built tab', () => {
  it('names no host of a laptop', () => {
    const files = readdirSync(BUILT.tab, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:js|html|css)$/.test(name),
    );
    expect(files.length).toBeGreaterThan(5);
    const guilty = files.filter((name) => /localhost|127\.0\.0\.1/.test(readFileSync(join(BUILT.tab, name), 'utf8')));
    expect(guilty).toEqual([]);
  });

  it('shows a text before any script has run', async () => {
    const context = await world.browser.newContext({ ignoreHTTPSErrors: true, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${ORIGINS.tab}/`);
    await page.getByText('Opening JTAI Ready').waitFor();
    await context.close();
  });

  it('says at once that it belongs into Teams when it is opened by itself', async () => {
    const context = await world.browser.newContext({ ignoreHTTPSErrors: true });
    world.watched.add(context);
    const page = await context.newPage();
    await page.goto(`${ORIGINS.tab}/`);
    await page.getByRole('heading', { name: 'Open JTAI Ready in Microsoft Teams' }).waitFor({ timeout: 5000 });
    await context.close();
  });
});

describe('a person at work', () => {
  it('leaves no token in storage, cookies, caches, the page or the log', async () => {
    const visitor = await world.signIn('Dorian Hexwell');
    await visitor.tab
      .getByText(/\d+ of \d+ rated/)
      .first()
      .waitFor();
    const frame = await visitor.frame();
    const left = await frame.evaluate(async () => {
      const databases = await indexedDB.databases();
      const rows = await Promise.all(databases.map(({ name }) => readAll(name ?? '')));
      const cached = await Promise.all(
        (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
      );
      return JSON.stringify([
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        rows,
        cached,
        document.documentElement.outerHTML,
      ]);

      function readAll(name: string): Promise<unknown[]> {
        return new Promise((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const stores = [...opening.result.objectStoreNames];
            if (stores.length === 0) resolve([]);
            const found: unknown[] = [];
            for (const store of stores) {
              const reading = opening.result.transaction(store).objectStore(store).getAll();
              reading.onsuccess = () => {
                found.push(reading.result);
                if (found.length === stores.length) resolve(found);
              };
            }
          };
        });
      }
    });
    expect(left).not.toContain('eyJ');
    expect(JSON.stringify(await visitor.context.cookies())).not.toContain('eyJ');
    expect(world.watched.log.join('\n')).not.toContain('eyJ');
    expect(world.watched.requests.some(({ url, hasToken }) => url.startsWith(ORIGINS.graph) && hasToken)).toBe(true);
    expect(
      world.watched.requests.filter(({ url, hasToken }) => hasToken && new URL(url).origin !== ORIGINS.graph),
    ).toEqual([]);
    await visitor.context.close();
  });

  it.each([
    ['checklist', 'Checklist'],
    ['evidence', 'Evidence'],
    ['settings', 'Settings'],
    ['prompt/front-door-2026.FD-A1', 'Checklist'],
    ['assessment/front-door-2026.FD-A1.police', 'Checklist'],
  ])('opens the link to %s from cold', async (subPageId, screen) => {
    const visitor = await world.signIn('Dorian Hexwell', { path: toLink(subPageId) });
    await visitor.tab
      .getByRole('link', { name: screen, exact: true })
      .and(visitor.tab.locator('[aria-current="page"]'))
      .waitFor();
    await visitor.context.close();
  });

  it.each([
    '../../evil',
    'prompt/<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    `evidence/${'x'.repeat(5000)}`,
    '\u0000',
  ])('comes to no harm by the hostile link %#', async (subPageId) => {
    const visitor = await world.signIn('Dorian Hexwell', { path: toLink(subPageId) });
    let dialogs = 0;
    visitor.page.on('dialog', (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    await visitor.tab.getByRole('navigation').getByText('Home', { exact: true }).waitFor();
    expect(dialogs).toBe(0);
    await expect.poll(() => visitor.tab.locator('img[src="x"]').count()).toBe(0);
    await visitor.context.close();
  });

  it('is led from the alert in the channel to its prompt', async () => {
    const visitor = await world.signIn('Bea Thistledown', { channel: 'JTAI preparation', tab: 'Posts' });
    await visitor.page.getByRole('link', { name: 'Open the prompt' }).first().click();
    await visitor.tab
      .getByRole('link', { name: 'Checklist', exact: true })
      .and(visitor.tab.locator('[aria-current="page"]'))
      .waitFor();
    await expect.poll(() => visitor.page.locator('[data-card-problem]').count()).toBe(0);
    await visitor.context.close();
  });

  it('finds the personal app', async () => {
    const visitor = await world.signIn('Bea Thistledown', { path: '/app' });
    await visitor.tab.getByText('Northbridge Safeguarding Children Partnership').first().waitFor();
    await visitor.context.close();
  });
});
