import { homeChannel, team } from '../../infra/demo/northbridge.ts';
import { addDays } from '../../src/domain/calendar/day.ts';
import { evidenceStates } from '../../src/domain/evidence/state.ts';
import { createGraph } from '../../src/graph/client.ts';
import { findWorkspaces } from '../../src/workspace/find.ts';
import type { List, NewRowOf } from '../../src/workspace/schema/define-list.ts';
import { evidence, evidenceLinks } from '../../src/workspace/schema/lists.ts';
import { toNewFields } from '../../src/workspace/schema/mapping.ts';
import { goTo } from '../e2e/support/at-work.ts';
import { openWorld, type Visit, type Visitor, type World } from '../e2e/support/open-world.ts';

export const ITEMS = 20_000;

const OWNERS = ['council', 'icb', 'police', 'probation', 'youth-justice', 'education', 'voluntary-sector'] as const;
const SUBJECTS = ['Dip sample', 'Threshold review', 'Attendance record', 'Board minutes', 'Training register'] as const;

/** The demo partnership with 20,000 evidence items, half of them linked to a prompt. */
export async function openLargeRegister(): Promise<World> {
  const world = await openWorld({ demo: 'full' });
  const user = team.members[0] ?? '';
  const scopes = ['Sites.ReadWrite.All', 'Files.ReadWrite.All', 'Channel.ReadBasic.All'];
  const { access_token: token } = (await world.control('/token', { user, scopes })) as { access_token: string };
  const graph = createGraph({
    baseUrl: 'https://graph.microsoft.com',
    getToken: () => Promise.resolve(token),
    fetch: world.served.handle,
  });
  const found = await findWorkspaces(graph, { teamId: team.id, channelId: homeChannel?.id ?? '' });
  if (found.state !== 'found' || !found.here) throw new Error('The demo has no workspace.');
  const { lists } = found.here;
  const plant = <L extends List>(list: L, rows: readonly NewRowOf<L>[]) =>
    world.control('/rows', { list: lists[list.name], user, rows: rows.map((row) => toNewFields(list, row)) });

  const theme = `front-door-${new Date().getFullYear()}`;
  const many = Array.from({ length: ITEMS }, (_, n) => n);
  await plant(
    evidence,
    many.map((n) => toItem(n, theme)),
  );
  await plant(
    evidenceLinks,
    many
      .filter((n) => n % 2 === 0)
      .map((n) => ({
        uid: `many-${n}.${theme}.FD-A${1 + (n % 8)}`,
        title: 'Link',
        evidence: `many-${n}`,
        prompt: `${theme}.FD-A${1 + (n % 8)}`,
        partner: OWNERS[n % OWNERS.length] ?? 'police',
      })),
  );
  return world;
}

function toItem(n: number, theme: string): NewRowOf<typeof evidence> {
  return {
    uid: `many-${n}`,
    title: `${SUBJECTS[n % SUBJECTS.length]} ${n}`,
    partner: OWNERS[n % OWNERS.length] ?? 'police',
    theme,
    state: evidenceStates[n % evidenceStates.length] ?? 'draft',
    fileName: `${SUBJECTS[n % SUBJECTS.length]} ${n}.docx`,
    note: n % 3 === 0 ? 'Read by two managers' : 'Read by the board',
    periodTo: addDays('2026-01-01', n % 365),
  };
}

/** The list as it stands once all of it has been read; gives the visitor, and how many rows it says it has. */
export async function openRegister(world: World, visit: Visit): Promise<Visitor> {
  const visitor = await world.signIn('Bea Thistledown', visit);
  const { tab } = visitor;
  if ((visit.size?.width ?? 1280) < 640) {
    await tab.getByRole('button', { name: 'Menu' }).click();
    await tab.getByRole('dialog', { name: 'Menu' }).getByRole('link', { name: 'Evidence', exact: true }).click();
    await tab.getByRole('list', { name: 'Evidence' }).getByRole('listitem').first().waitFor({ timeout: 60_000 });
  } else {
    await goTo(visitor, 'Evidence');
    await tab.getByText(/^20\d{3} items/).waitFor({ timeout: 60_000 });
  }
  return visitor;
}

/** Elements inside the register's own scrolling area, or inside the list of a phone. */
export async function countElements(visitor: Visitor): Promise<number> {
  const frame = await visitor.frame();
  return frame.evaluate(() => {
    const list =
      document.querySelector('[role="grid"]')?.parentElement ?? document.querySelector('ul[aria-label="Evidence"]');
    return list?.querySelectorAll('*').length ?? 0;
  });
}

export async function scrollRegister(visitor: Visitor, share: number): Promise<void> {
  const frame = await visitor.frame();
  await frame.evaluate(async (down) => {
    const scroll = document.querySelector('[role="grid"]')?.parentElement;
    if (!scroll) throw new Error('There is no register.');
    scroll.scrollTo(0, (scroll.scrollHeight - scroll.clientHeight) * down);
    for (let frames = 0; frames < 3; frames += 1) await new Promise((done) => requestAnimationFrame(done));
  }, share);
}
