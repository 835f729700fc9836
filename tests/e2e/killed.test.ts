import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goTo } from './support/at-work.ts';
import { type MortalBrowser, openMortalBrowser } from './support/mortal-browser.ts';
import { arrive, openWorld, type Visitor, type World } from './support/open-world.ts';

const CHANNEL = 'JTAI preparation';
const KILLS = process.env.SOAK ? 50 : 5;
const WORDS = 'Contacts that come in at night are read in the morning, and nobody says by whom. ';

let world: World;
let profile: string;
let browser: MortalBrowser | undefined;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
  profile = await mkdtemp(join(tmpdir(), 'jtai-profile-'));
});
afterAll(async () => {
  await browser?.kill();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  await world.close();
});

/** The box of the reason of FD-A3, in a browser that has just been started. */
async function openReason({ context }: MortalBrowser): Promise<{ visitor: Visitor; reason: Locator }> {
  const page = context.pages()[0] ?? (await context.newPage());
  const visitor = await arrive(page, context, 'Dorian Hexwell', { channel: CHANNEL, tab: 'JTAI Ready' });
  await goTo(visitor, 'Checklist');
  await visitor.tab.getByRole('gridcell', { name: /^FD-A3, Police, / }).click();
  const reason = visitor.tab.getByRole('dialog').getByLabel('Reason');
  await reason.waitFor();
  return { visitor, reason };
}

it(
  `loses at most one second of typing when the browser is killed, ${KILLS} times`,
  async () => {
    browser = await openMortalBrowser(profile, world.names);
    let { reason } = await openReason(browser);
    let text = '';
    await reason.fill('');
    for (let kill = 1; kill <= KILLS; kill++) {
      // Each key is noted when the page has taken it. The typing itself goes on for as long as chance says.
      const taken: { readonly at: number; readonly text: string }[] = [];
      const end = Date.now() + 1_500 + Math.random() * 1_500;
      for (let key = 0; Date.now() < end; key++) {
        const letter = WORDS[key % WORDS.length] ?? ' ';
        await reason.press(letter === ' ' ? 'Space' : letter);
        text += letter;
        taken.push({ at: Date.now(), text });
      }
      const killedAt = Date.now();
      await browser.kill();

      browser = await openMortalBrowser(profile, world.names);
      const opened = await openReason(browser);
      reason = opened.reason;
      await opened.visitor.tab.getByText('1 change not saved yet').waitFor();
      const found = await reason.inputValue();
      const owed = taken.findLast(({ at }) => at <= killedAt - 1_000)?.text ?? '';
      expect(owed.length).toBeGreaterThan(0);
      expect(text.startsWith(found), `"${found}" was not typed`).toBe(true);
      expect(found.length).toBeGreaterThanOrEqual(owed.length);
      text = found;
      await reason.press('Control+End');
    }
  },
  60_000 + KILLS * 30_000,
);
