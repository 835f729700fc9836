import type { Visitor } from './open-world.ts';

// The checklist's grid by its keys, as a person presses them.

/** The name of what has the focus in the tab. */
export async function focused(visitor: Visitor): Promise<string> {
  const frame = await visitor.frame();
  return frame.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });
}

/** What asks for a verdict and its reason at a cell. */
export const box = ({ tab }: Visitor, name: string) => tab.getByRole('dialog', { name: `Verdict of ${name}` });

export async function press({ page }: Visitor, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Types the beginning of an id, which leads to its row. */
export async function jump(visitor: Visitor, code: string): Promise<void> {
  await press(visitor, '/');
  await visitor.tab.getByLabel('Go to the prompt whose id begins with').waitFor();
  await visitor.page.keyboard.type(code);
  await press(visitor, 'Enter');
}

/** Gives the grid the focus, where the keyboard last was in it, and goes to a prompt there. */
export async function jumpInGrid(visitor: Visitor, code: string): Promise<void> {
  await visitor.tab.locator('[role="grid"] [tabindex="0"]').focus();
  await jump(visitor, code);
}
