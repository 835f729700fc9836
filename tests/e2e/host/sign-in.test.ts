import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Listening } from '../../../infra/local/listen.ts';
import { PROBE_BUILT } from '../support/build-probe.ts';
import { openForeignSite } from '../support/foreign-site.ts';
import { ORIGINS, openWorld, type Visitor, type World } from '../support/open-world.ts';

const OUTER = 'outer.teams.microsoft.com';
const CONSENT = { name: 'JTAI Ready asks for permissions' };

let world: World;
let outer: Listening;

beforeAll(async () => {
  outer = await openForeignSite(OUTER, `<iframe src="${ORIGINS.host}" style="width:100%;height:700px"></iframe>`);
  world = await openWorld({ demo: 'empty', tab: PROBE_BUILT, names: { [OUTER]: outer.port } });
});
afterEach(() => world.served.host.misbehave({}));
afterAll(async () => {
  await outer.close();
  await world.close();
});

const visit = () => world.signIn('Dorian Hexwell', { channel: 'JTAI preparation', tab: 'JTAI Ready' });

async function ask(visitor: Visitor, scopes: string[], interactive = false): Promise<string> {
  const frame = await visitor.frame();
  await visitor.tab.locator('#facts').waitFor();
  return frame.evaluate(
    ([names, isInteractive]) => window.probe?.getToken(names, { interactive: isInteractive }) ?? '',
    [scopes, interactive] as const,
  );
}

describe('sign-in through Teams', () => {
  it('has its bridge when version comes third and runtime fourth, and gives a token that Graph takes', async () => {
    const visitor = await visit();
    const token = await ask(visitor, ['User.Read']);
    await expect.poll(() => visitor.tab.locator('#bridge').textContent()).toBe('there');
    const frame = await visitor.frame();
    const me = await frame.evaluate(
      async ([graph, bearer]) => {
        const answer = await fetch(`${graph}/v1.0/me`, { headers: { Authorization: `Bearer ${bearer}` } });
        return answer.json();
      },
      [ORIGINS.graph, token] as const,
    );
    expect(me.displayName).toBe('Dorian Hexwell');
    expect(world.watched.requests).toContainEqual({ method: 'GET', url: `${ORIGINS.graph}/v1.0/me`, hasToken: true });
    await visitor.context.close();
  });

  it('lacks its bridge when the host answers in the natural order', async () => {
    world.served.host.misbehave({ nestedAuth: 'natural-order' });
    const visitor = await visit();
    await expect.poll(() => visitor.tab.locator('#bridge').textContent()).toBe('missing');
    await visitor.context.close();
  });

  it('is said not to be possible when the host itself is inside another page', async () => {
    const context = await world.browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await page.goto(`https://${OUTER}/`);
    const tab = page.frameLocator('iframe').frameLocator('iframe[title="JTAI Ready"]');
    await tab.locator('#facts').waitFor();
    await expect.poll(() => tab.locator('#bridge').textContent()).toBe('missing');
    const frame = page.frame('embedded-page-container');
    expect(await frame?.evaluate(() => window.probe?.getToken(['User.Read']))).toBe(
      'no-teams-sign-in: Sign-in through Microsoft Teams is not possible here.',
    );
    await context.close();
  });

  it('ends with a sentence when the host never answers, and works when it is tried again', async () => {
    world.served.host.misbehave({ nestedAuth: 'ignores-first' });
    const visitor = await visit();
    expect(await ask(visitor, ['User.Read'])).toBe('no-answer: Sign-in did not answer.');
    expect(await ask(visitor, ['User.Read'])).toMatch(/^eyJ/);
    await visitor.context.close();
  });

  it('asks the person for what they have not agreed to, and takes no for an answer', async () => {
    const visitor = await visit();
    expect(await ask(visitor, ['Mail.Read'])).toBe('needs-person: You have to agree first.');
    const refused = ask(visitor, ['Mail.Read'], true);
    await visitor.page.getByRole('alertdialog', CONSENT).getByRole('button', { name: 'Cancel' }).click();
    expect(await refused).toMatch(/^refused: /);
    const agreed = ask(visitor, ['Mail.Read'], true);
    await visitor.page.getByRole('alertdialog', CONSENT).getByRole('button', { name: 'Accept' }).click();
    expect(await agreed).toMatch(/^eyJ/);
    expect(await ask(visitor, ['Mail.Read'])).toMatch(/^eyJ/);
    await visitor.context.close();
  });

  it('names the administrator for what only administrators can grant', async () => {
    await world.control('/consent', { scope: 'TeamMember.Read.All', granted: false });
    const visitor = await visit();
    expect(await ask(visitor, ['TeamMember.Read.All'])).toBe(
      'needs-administrator: An administrator has to agree first.',
    );
    await world.control('/consent', { scope: 'TeamMember.Read.All', granted: true });
    await visitor.context.close();
  });
});

describe('sign-in by a window, where Teams cannot', () => {
  it('needs a click first, and then works through the relay page', async () => {
    world.served.host.misbehave({ nestedAuth: 'off' });
    const visitor = await visit();
    expect(await ask(visitor, ['User.Read'])).toMatch(/^no-teams-sign-in: /);
    const token = ask(visitor, ['User.Read'], true);
    const relay = await visitor.context.waitForEvent('page');
    const entra = visitor.context.waitForEvent('page');
    await relay.getByRole('button', { name: 'Continue' }).click();
    await (await entra).getByRole('button', { name: 'Dorian Hexwell' }).click();
    expect(await token).toMatch(/^eyJ/);
    // The account is remembered in memory: the next token needs no window.
    expect(await ask(visitor, ['User.Read'])).toMatch(/^eyJ/);
    await visitor.context.close();
  });

  it('gets no answer without the relay page, since the browser keeps framed pages apart', async () => {
    world.served.host.misbehave({ nestedAuth: 'off' });
    const visitor = await visit();
    await visitor.tab.locator('#facts').waitFor();
    const frame = await visitor.frame();
    const token = frame.evaluate(() => window.probe?.getTokenWithoutRelay());
    const entra = await visitor.context.waitForEvent('page');
    await entra.getByRole('button', { name: 'Dorian Hexwell' }).click();
    expect(await token).toBe('failed: no answer');
    await visitor.context.close();
  });
});

describe('the browser of the tests', () => {
  it('keeps storage in the cross-site frame readable, as people have it', async () => {
    const visitor = await visit();
    await visitor.tab.locator('#facts').waitFor();
    const frame = await visitor.frame();
    const kept = await frame.evaluate(() => {
      localStorage.setItem('kept', 'yes');
      sessionStorage.setItem('kept', 'yes');
      return [localStorage.getItem('kept'), sessionStorage.getItem('kept')];
    });
    expect(kept).toEqual(['yes', 'yes']);
    // Partitioned: the same site opened by itself has another storage.
    const page = await visitor.context.newPage();
    await page.goto(`${ORIGINS.tab}/`);
    expect(await page.evaluate(() => localStorage.getItem('kept'))).toBeNull();
    await visitor.context.close();
  });
});
