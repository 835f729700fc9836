import type { Frame } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILT } from '../../infra/run/build-parts.ts';
import { LIMITS, weighFiles } from '../../infra/run/weight.ts';
import { ORIGINS, openWorld, type World } from './support/open-world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
});
afterAll(() => world.close());

/** What the tab has asked for so far, as files of the build. */
function asked(): string[] {
  const own = world.watched.requests.filter(({ url }) => url.startsWith(`${ORIGINS.tab}/`));
  return [...new Set(own.map(({ url }) => toFile(url)))];
}

function toFile(url: string): string {
  return new URL(url).pathname.slice(1) || 'index.html';
}

/** What it had asked for when React had drawn the navigation, by the browser's own timeline. */
async function askedBeforeNavigation(frame: Frame): Promise<string[]> {
  const urls = await frame.evaluate(() => {
    const drawn = performance.getEntriesByName('navigation drawn')[0]?.startTime ?? 0;
    const own = performance.getEntriesByType('resource').filter((entry) => entry.startTime <= drawn);
    return own.map((entry) => entry.name).filter((url) => url.startsWith(`${location.origin}/`));
  });
  return [...new Set(['index.html', ...urls.map(toFile)])];
}

describe('the weight of the tab, as a browser fetches it', () => {
  it('stays within its limits until the navigation, and until the first row from Graph', async () => {
    const visitor = await world.signIn('Bea Thistledown');
    await visitor.tab.getByText(/\d+ of \d+ rated/).waitFor();
    const firstRow = weighFiles(BUILT.tab, asked());
    const navigation = weighFiles(BUILT.tab, await askedBeforeNavigation(await visitor.frame()));
    console.log(`in the browser: navigation ${navigation.kilobytes} kB, first row ${firstRow.kilobytes} kB`);
    // The page, its script and what React needs: less would mean that the timeline was not read.
    expect(navigation.files.length).toBeGreaterThan(2);
    expect(navigation.kilobytes).toBeGreaterThan(60);
    expect(navigation.kilobytes, navigation.files.join('\n')).toBeLessThanOrEqual(LIMITS.navigation);
    expect(firstRow.kilobytes, firstRow.files.join('\n')).toBeLessThanOrEqual(LIMITS.firstRow);
    await visitor.context.close();
  });
});
