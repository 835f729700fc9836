import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, cell, goTo } from './support/at-work.ts';
import { findFaults, setTheme, THEMES } from './support/find-faults.ts';
import { openWorld, type Visitor, type World } from './support/open-world.ts';

let world: World;
let lead: Visitor;
let leader: Visitor;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
  lead = await world.signIn('Dorian Hexwell');
  leader = await world.signIn('Greta Stonelea');
});
afterAll(() => world.close());

const panelOf = ({ tab }: Visitor) => tab.getByRole('dialog');

async function openAnswer(visitor: Visitor, name: string): Promise<void> {
  await goTo(visitor, 'Checklist');
  await cell(visitor, name).click();
  await panelOf(visitor).getByRole('heading', { name: 'History' }).waitFor();
}

async function close(visitor: Visitor): Promise<void> {
  await panelOf(visitor).getByRole('button', { name: 'Close', exact: true }).click();
}

describe('the history of an answer', () => {
  it('is nothing before anybody has answered', async () => {
    await openAnswer(lead, 'FD-A6, Police, not rated');
    await panelOf(lead).getByText('Nothing has been saved yet.').waitFor();
    await expect.poll(() => panelOf(lead).getByRole('button', { name: 'Show history' }).count()).toBe(0);
    await close(lead);
  });

  it('tells everyone who may read it what was said before, by whom and when, newest first and as plain text', async () => {
    await openAnswer(lead, 'FD-A2, Police, green');
    await panelOf(lead).getByRole('button', { name: 'Show history' }).click();
    const changes = panelOf(lead).getByRole('list', { name: 'Changes of this answer' });
    await changes.getByText('Verdict: Green').waitFor();
    await answer(lead, { verdict: 'Amber', reason: '<b>Two</b> calls in ten wait.' });
    await changes.getByText('Verdict: Green to Amber').waitFor();
    await close(lead);

    await openAnswer(leader, 'FD-A2, Police, amber');
    await panelOf(leader).getByRole('button', { name: 'Show history' }).click();
    const first = panelOf(leader).getByRole('list', { name: 'Changes of this answer' }).getByRole('listitem').first();
    await first.getByText('Verdict: Green to Amber').waitFor();
    await expect.poll(() => first.innerText()).toMatch(/^\w{3} \d+ \w{3}, [\d.]+ [ap]m\s*Dorian Hexwell/);
    await expect.poll(() => first.innerText()).toMatch(/Reason: <b>Two<\/b> calls in ten wait\.\nBefore: /);
    for (const theme of THEMES) {
      await setTheme(leader, theme);
      expect(await findFaults(leader.page), theme).toEqual([]);
    }
    await close(leader);
  });

  it('that does not load says why, and is asked for again', async () => {
    const refused = { kind: 'refuse', status: 403, code: 'accessDenied' };
    await world.control('/faults', { where: { on: 'graph', method: 'GET', path: '/versions$' }, does: refused });
    await openAnswer(lead, 'FD-A2, Police, amber');
    await panelOf(lead).getByRole('button', { name: 'Show history' }).click();
    const failed = panelOf(lead).getByRole('alert');
    await failed.getByText('The history did not load. SharePoint or Teams does not allow you this.').waitFor();
    await failed.getByRole('button', { name: 'Try again' }).click();
    await panelOf(lead).getByText('Verdict: Green to Amber').waitFor();
    await close(lead);
  });
});
