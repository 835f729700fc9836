import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Visitor } from './open-world.ts';

export const THEMES = ['Light', 'Dark', 'High contrast'] as const;

/** The rules of WCAG 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Its package gives a frame one second to take its script, and goes on without the frame: a busy machine needs more. */
const LOOKS = 5;

/**
 * What axe finds in the page and in the frames in it, one line a rule. Without the invisible stops by which Fluent
 * keeps the focus inside a dialog: nobody reaches them. Throws when the tab in its frame was not looked at.
 */
export async function findFaults(page: Page): Promise<readonly string[]> {
  for (let look = 0; look < LOOKS; look += 1) {
    const { violations, passes } = await new AxeBuilder({ page })
      .withTags(RULES)
      .exclude('[data-tabster-dummy]')
      .analyze();
    const hasFrame = (await page.locator('iframe').count()) > 0;
    const isInside = passes.some(({ nodes }) => nodes.some(({ target }) => target.length > 1));
    if (hasFrame && !isInside) continue;
    return violations.map(({ id, nodes }) => {
      const places = nodes.slice(0, 4).map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`);
      return `${id}, ${nodes.length} places: ${places.join(' | ')}`;
    });
  }
  throw new Error('axe did not look into the frame.');
}

/** Chooses a theme in the host page, and waits until the tab in the frame has taken it on as well. */
export async function setTheme({ page, tab }: Visitor, label: string): Promise<void> {
  // A dialog of the host page covers the select, which a script reaches all the same.
  await page.getByLabel('Theme').selectOption({ label }, { force: true });
  const colour = (root: Element) => getComputedStyle(root).getPropertyValue('--colorNeutralBackground1');
  const host = await page.locator('.fui-FluentProvider').first().evaluate(colour);
  await expect.poll(() => tab.locator('.fui-FluentProvider').first().evaluate(colour)).toBe(host);
}
