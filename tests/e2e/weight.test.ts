import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILT } from '../../infra/run/build-parts.ts';
import { LIMITS, weighFiles } from '../../infra/run/weight.ts';
import { ORIGINS, openWorld, type World } from './support/open-world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
});
afterAll(() => world.close());

/** What the tab has fetched so far, as files of the build. */
function fetched(): string[] {
  const own = world.watched.requests.filter(({ url }) => url.startsWith(`${ORIGINS.tab}/`));
  const paths = own.map(({ url }) => new URL(url).pathname.slice(1) || 'index.html');
  return [...new Set(paths)];
}

describe('the weight of the tab, as a browser fetches it', () => {
  it('stays within its limits until the navigation, and until the first row from Graph', async () => {
    const visitor = await world.signIn('Bea Thistledown');
    await visitor.tab.getByRole('navigation').getByText('Checklist', { exact: true }).waitFor();
    const navigation = weighFiles(BUILT.tab, fetched());
    await visitor.tab.getByText(/\d+ of \d+ rated/).waitFor();
    const firstRow = weighFiles(BUILT.tab, fetched());
    console.log(`in the browser: navigation ${navigation.kilobytes} kB, first row ${firstRow.kilobytes} kB`);
    expect(navigation.kilobytes, navigation.files.join('\n')).toBeLessThanOrEqual(LIMITS.navigation);
    expect(firstRow.kilobytes, firstRow.files.join('\n')).toBeLessThanOrEqual(LIMITS.firstRow);
    await visitor.context.close();
  });
});
