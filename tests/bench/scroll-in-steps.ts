import type { Visitor } from '../e2e/support/open-world.ts';

/** In pixels. */
export type Step = { readonly down?: number; readonly across?: number };

/** Scrolls what holds the grid as a wheel does: a step, and what follows from it is drawn before the next. */
export async function scrollInSteps(visitor: Visitor, steps: number, { down = 0, across = 0 }: Step): Promise<void> {
  const frame = await visitor.frame();
  await frame.evaluate(
    async ([times, x, y]) => {
      const pane = document.querySelector('[role="grid"]')?.parentElement;
      if (!pane) throw new Error('There is no grid.');
      for (let step = 0; step < times; step += 1) {
        pane.scrollBy(x, y);
        for (let frames = 0; frames < 2; frames += 1) await new Promise((done) => requestAnimationFrame(done));
      }
    },
    [steps, across, down] as const,
  );
}
