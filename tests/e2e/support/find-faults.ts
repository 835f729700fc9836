import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';

/** The rules of WCAG 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds in the page and in the frames in it, one line a rule. Without the invisible stops by which Fluent
 * keeps the focus inside a dialog: nobody reaches them. Throws when the tab in its frame was not looked at.
 */
export async function findFaults(page: Page): Promise<readonly string[]> {
  const { violations, passes } = await new AxeBuilder({ page })
    .withTags(RULES)
    .exclude('[data-tabster-dummy]')
    .analyze();
  const hasFrame = (await page.locator('iframe').count()) > 0;
  const isInside = passes.some(({ nodes }) => nodes.some(({ target }) => target.length > 1));
  if (hasFrame && !isInside) throw new Error('axe did not look into the frame.');
  return violations.map(({ id, nodes }) => {
    const places = nodes.slice(0, 4).map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`);
    return `${id}, ${nodes.length} places: ${places.join(' | ')}`;
  });
}
