import type { Frame } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILT } from '../../infra/run/build-parts.ts';
import { LIMITS, weighFiles } from '../../infra/run/weight.ts';
import { openWorld, type World } from './support/open-world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
});
afterAll(() => world.close());

/** What the tab had asked for when its timeline reached a mark, or so far, as files of the build. */
async function askedUntil(frame: Frame, mark: string): Promise<string[]> {
  const urls = await frame.evaluate((name) => {
    const end = performance.getEntriesByName(name)[0]?.startTime ?? Number.POSITIVE_INFINITY;
    const asked = performance.getEntriesByType('resource').filter((entry) => entry.startTime <= end);
    return asked.map((entry) => entry.name).filter((url) => url.startsWith(`${location.origin}/`));
  }, mark);
  return [...new Set(['index.html', ...urls.map((url) => new URL(url).pathname.slice(1) || 'index.html')])];
}

describe('the weight of the tab, as a browser fetches it', () => {
  it('stays within its limits until the navigation, and until the first row from Graph', async () => {
    const visitor = await world.signIn('Bea Thistledown');
    await visitor.tab
      .getByText(/\d+ of \d+ rated/)
      .first()
      .waitFor();
    const frame = await visitor.frame();
    const navigation = weighFiles(BUILT.tab, await askedUntil(frame, 'navigation drawn'));
    const firstRow = weighFiles(BUILT.tab, await askedUntil(frame, 'rest of the product'));
    console.log(`in the browser: navigation ${navigation.kilobytes} kB, first row ${firstRow.kilobytes} kB`);
    // The page, its script and what React needs: less would mean that the timeline was not read.
    expect(navigation.files.length).toBeGreaterThan(2);
    expect(navigation.kilobytes).toBeGreaterThan(60);
    expect(firstRow.kilobytes).toBeGreaterThan(navigation.kilobytes + 60);
    expect(navigation.kilobytes, navigation.files.join('\n')).toBeLessThanOrEqual(LIMITS.navigation);
    expect(firstRow.kilobytes, firstRow.files.join('\n')).toBeLessThanOrEqual(LIMITS.firstRow);
    await visitor.context.close();
  });
});
