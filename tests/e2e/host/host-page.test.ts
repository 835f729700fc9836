import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Listening } from '../../../infra/local/listen.ts';
import { PROBE_BUILT } from '../support/build-probe.ts';
import { openForeignSite } from '../support/foreign-site.ts';
import { ORIGINS, openWorld, type World } from '../support/open-world.ts';

const EVIL = 'evil.example';

let world: World;
let evil: Listening;

beforeAll(async () => {
  evil = await openForeignSite(EVIL, `<iframe name="taken" src="${ORIGINS.tab}/"></iframe>`);
  world = await openWorld({ demo: 'empty', tab: PROBE_BUILT, names: { [EVIL]: evil.port } });
});
afterEach(() => world.served.host.misbehave({}));
afterAll(async () => {
  await evil.close();
  await world.close();
});

async function visit(more: { path?: string; theme?: 'Light' | 'Dark' | 'High contrast' } = {}) {
  const visitor = await world.signIn('Bea Thistledown', { channel: 'JTAI preparation', tab: 'JTAI Ready', ...more });
  await visitor.tab.locator('#facts').waitFor();
  return visitor;
}

describe('the tab and its host', () => {
  it('tell in words when the host takes no notice, long before the SDK gives up', async () => {
    world.served.host.misbehave({ ignoresTab: true });
    const visitor = await world.signIn('Bea Thistledown', { channel: 'JTAI preparation', tab: 'JTAI Ready' });
    await visitor.tab.locator('#problem').waitFor({ timeout: 15_000 });
    await expect
      .poll(() => visitor.tab.locator('#problem').textContent())
      .toBe('no-answer: Microsoft Teams did not answer.');
    await visitor.context.close();
  });

  it('change their theme together, in a dialog too', async () => {
    const visitor = await visit();
    const frame = await visitor.frame();
    const ended = frame.evaluate((url) => window.probe?.openDialog(url), `${ORIGINS.tab}/`);
    const dialog = visitor.page.frameLocator('iframe[name="task-page-container"]');
    await dialog.locator('#facts').waitFor();
    for (const [label, name] of [
      ['Dark', 'dark'],
      ['High contrast', 'contrast'],
      ['Light', 'default'],
    ] as const) {
      // The dialog lies over the select, which a script reaches all the same.
      await visitor.page.getByLabel('Theme').selectOption({ label }, { force: true });
      await visitor.tab.locator('#theme', { hasText: name }).waitFor();
      await dialog.locator('#theme', { hasText: name }).waitFor();
    }
    await visitor.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    expect(await ended).toBe('failed: User cancelled/closed the task module.');
    await visitor.context.close();
  });

  it('hand over what a dialog ends with, and take its size', async () => {
    const visitor = await visit();
    const frame = await visitor.frame();
    const ended = frame.evaluate((url) => window.probe?.openDialog(url), `${ORIGINS.tab}/`);
    // The page in the dialog first: a frame that is taken before it has come may be another one by then.
    await visitor.page.frameLocator('iframe[name="task-page-container"]').locator('#facts').waitFor();
    const handle = await visitor.page.waitForSelector('iframe[name="task-page-container"]');
    const inside = await handle.contentFrame();
    await inside?.evaluate(() => window.probe?.resizeDialog(420, 260));
    await visitor.page.waitForFunction(
      () => document.querySelector('iframe[name="task-page-container"]')?.clientHeight === 260,
    );
    await inside?.evaluate(() => window.probe?.endDialog('the result'));
    expect(await ended).toBe('the result');
    await visitor.context.close();
  });

  it('open no dialog with a page of another site', async () => {
    const visitor = await visit();
    const frame = await visitor.frame();
    const answer = await frame.evaluate((url) => window.probe?.openDialog(url), `https://${EVIL}/`);
    expect(answer).toMatch(/^failed: /);
    await visitor.context.close();
  });

  it('go to another record together, and tell its address to others', async () => {
    const visitor = await visit();
    const frame = await visitor.frame();
    await frame.evaluate(() => window.probe?.share('evidence/7'));
    await visitor.page.getByText('Link copied').waitFor();
    await expect.poll(() => visitor.page.getByRole('alert').textContent()).toContain(`${ORIGINS.host}/l/entity/`);
    await frame.evaluate(() => void window.probe?.goTo('evidence/8'));
    await visitor.tab.locator('#facts', { hasText: '"subPageId":"evidence/8"' }).waitFor();
    await visitor.page.reload();
    await visitor.tab.locator('#facts', { hasText: '"subPageId":"evidence/8"' }).waitFor();
    await visitor.context.close();
  });

  it('make an unknown call visible, and the run fail', async () => {
    const visitor = await visit();
    const frame = await visitor.frame();
    await frame.evaluate(() => window.probe?.saySomethingUnknown());
    await visitor.page.getByText('The tab made a call that this stand-in does not know.').waitFor();
    expect(() => world.watched.check()).toThrow('made the unknown host call somethingUnknown');
    world.watched.unknownCalls.length = 0;
    await visitor.context.close();
  });
});

describe('a foreign site', () => {
  it('cannot put the tab into a frame of its own', async () => {
    const context = await world.browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.goto(`https://${EVIL}/`);
    await refused;
    const shown = () => page.frames().map((frame) => frame.url());
    await expect.poll(shown).toEqual([`https://${EVIL}/`, 'chrome-error://chromewebdata/']);
    await context.close();
  });

  it('is heard neither by the host nor by the tab', async () => {
    const visitor = await visit();
    const page = await visitor.context.newPage();
    await page.goto(`https://${EVIL}/`);
    const opened = visitor.context.waitForEvent('page');
    const before = visitor.page.url();
    await page.evaluate((host) => {
      Object.assign(window, { victim: window.open(host) });
    }, `${ORIGINS.host}/`);
    const victim = await opened;
    const tab = victim.frameLocator('iframe[title="JTAI Ready"]');
    await tab.locator('#facts').waitFor();
    await page.evaluate(() => {
      const { victim: host } = window as unknown as { victim: Window };
      const call = { id: 77, func: 'shareDeepLink', args: ['evil', 'Evil', null], timestamp: 0 };
      host.postMessage(call, '*');
      host.frames[0]?.postMessage({ func: 'themeChange', args: ['contrast'] }, '*');
    });
    // A message that is heard comes after the foreign one, so its effect shows that the first had none.
    const frame = await (await victim.waitForSelector('iframe[name="embedded-page-container"]')).contentFrame();
    await frame?.evaluate(() => window.probe?.share('mine'));
    const said = victim.getByRole('alert');
    await said.waitFor();
    await expect.poll(() => said.textContent()).toContain('mine');
    await expect.poll(() => tab.locator('#theme').textContent()).toBe('default');
    expect(visitor.page.url()).toBe(before);
    await visitor.context.close();
  });

  it('is reached by nobody, and counted when somebody tries', async () => {
    const context = await world.browser.newContext({ ignoreHTTPSErrors: true });
    world.watched.add(context);
    const page = await context.newPage();
    await expect(page.goto('https://outside.example/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
    expect(() => world.watched.check()).toThrow('asked for https://outside.example/');
    world.watched.outside.length = 0;
    await context.close();
  });
});

describe('a channel without the tab', () => {
  it('gets it through the configuration page, and loses it again', async () => {
    const visitor = await world.signIn('Bea Thistledown', { channel: 'Policy and practice', tab: 'Posts' });
    const { page } = visitor;
    await page.getByRole('button', { name: 'Add a tab' }).click();
    const settings = page.frameLocator('iframe[name="settings-page-container"]');
    const save = page.getByRole('button', { name: 'Save' });
    await settings.getByText('Policy and practice').waitFor();
    const name = settings.getByLabel('Name of the tab');
    await name.fill(' ');
    await settings.getByText('Give the tab a name.').waitFor();
    await expect.poll(() => save.isDisabled()).toBe(true);
    await name.fill('JTAI for practice');
    await expect.poll(() => save.isEnabled()).toBe(true);
    await save.click();
    await page.getByRole('tab', { name: 'JTAI for practice', selected: true }).waitFor();
    await visitor.tab.locator('#facts', { hasText: '"name":"Policy and practice"' }).waitFor();

    await page.getByRole('button', { name: 'More about the tab JTAI for practice' }).click();
    await page.getByRole('menuitem', { name: 'Remove this tab' }).click();
    await page.frameLocator('iframe[name="remove-page-container"]').getByText('Only the tab goes.').waitFor();
    await page.getByRole('button', { name: 'Remove the tab' }).click();
    await page.getByRole('tab', { name: 'Posts', selected: true }).waitFor();
    await expect.poll(() => page.getByRole('tab', { name: 'JTAI for practice' }).count()).toBe(0);
    await visitor.context.close();
  });

  it('is told why when Teams does not take the tab', async () => {
    world.served.host.misbehave({ refusesSave: 'An owner has switched tabs off.' });
    const visitor = await world.signIn('Bea Thistledown', { channel: 'Policy and practice', tab: 'Posts' });
    await visitor.page.getByRole('button', { name: 'Add a tab' }).click();
    const settings = visitor.page.frameLocator('iframe[name="settings-page-container"]');
    await settings.getByLabel('Name of the tab').waitFor();
    await visitor.page.getByRole('button', { name: 'Save' }).click();
    await settings.getByText('The tab was not added: An owner has switched tabs off.').waitFor();
    await visitor.page.getByRole('alert').getByText('An owner has switched tabs off.').waitFor();
    await visitor.context.close();
  });
});

describe('two people in two browsers', () => {
  it('are two people, and see only their own channels', async () => {
    const coordinator = await world.signIn('Bea Thistledown', { channel: 'JTAI preparation', tab: 'Posts' });
    const guest = await world.signIn('Jomo Applewick', { channel: 'JTAI preparation', tab: 'Posts' });
    const channels = (visitor: typeof guest) =>
      visitor.page.getByRole('navigation', { name: 'Teams and channels' }).innerText();
    expect(await channels(coordinator)).toContain('Case evaluations');
    expect(await channels(guest)).not.toContain('Case evaluations');
    await guest.page
      .getByLabel('Signed in as')
      .selectOption({ label: 'Edwin Ravensby (Council officer, not in the team)' });
    await guest.page.getByText('This person is in no team.').waitFor();
    await guest.context.close();
    await coordinator.context.close();
  });

  it('see a post of one at once on the screen of the other', async () => {
    const reader = await world.signIn('Bea Thistledown', { channel: 'JTAI preparation', tab: 'Posts' });
    await reader.page.getByText('Nobody has posted in JTAI preparation yet.').waitFor();
    const answer = await world.askGraph(
      'Dorian Hexwell',
      ['ChannelMessage.Send'],
      '/teams/b1b1b1b1-0000-4000-8000-000000000001/channels/19:jtaiprep00000000000000000000002@thread.tacv2/messages',
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ body: { contentType: 'html', content: '<p>Hello <img src=x onerror="alert(1)"></p>' } }),
      },
    );
    expect(answer.status).toBe(201);
    world.served.host.tellChange();
    const post = reader.page.getByRole('article', { name: 'Post by Dorian Hexwell' });
    await post.waitFor();
    await expect.poll(() => post.locator('img').count()).toBe(0);
    await reader.context.close();
  });
});

describe('at 360 pixels', () => {
  it('the channels are behind a button, and the tab fills the page', async () => {
    const visitor = await world.signIn('Bea Thistledown', {
      size: { width: 360, height: 740 },
      channel: 'JTAI preparation',
      tab: 'JTAI Ready',
    });
    await visitor.tab.locator('#facts').waitFor();
    const box = await visitor.page.locator('iframe[title="JTAI Ready"]').boundingBox();
    expect(box?.width).toBe(360);
    expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await visitor.context.close();
  });
});
