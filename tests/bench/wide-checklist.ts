import { homeChannel, team } from '../../infra/demo/northbridge.ts';
import { createGraph } from '../../src/graph/client.ts';
import { findWorkspaces } from '../../src/workspace/find.ts';
import type { List, NewRowOf } from '../../src/workspace/schema/define-list.ts';
import { assessments, partners, prompts } from '../../src/workspace/schema/lists.ts';
import { toNewFields } from '../../src/workspace/schema/mapping.ts';
import { goTo } from '../e2e/support/at-work.ts';
import { openWorld, type Visitor, type World } from '../e2e/support/open-world.ts';

export const PARTNERS = 40;
export const PROMPTS = 150;
export const GROUPS = 10;

/** Beside the seven partners and the prompts of the demo: as many as make forty by 150 in all. */
const DEMO_PARTNERS = 7;
const DEMO_PROMPTS = 32;
const DEMO_GROUPS = 5;
const VERDICTS = ['red', 'amber', 'green', 'not-applicable', undefined] as const;

/** The demo partnership grown to forty partners and 150 prompts, four cells of five answered. */
export async function openWideChecklist(): Promise<World> {
  const world = await openWorld({ demo: 'full' });
  const { access_token: token } = (await world.control('/token', {
    user: team.members[0],
    scopes: ['Sites.ReadWrite.All', 'Files.ReadWrite.All', 'Channel.ReadBasic.All'],
  })) as { access_token: string };
  const graph = createGraph({
    baseUrl: 'https://graph.microsoft.com',
    getToken: () => Promise.resolve(token),
    fetch: world.served.handle,
  });
  const found = await findWorkspaces(graph, { teamId: team.id, channelId: homeChannel?.id ?? '' });
  if (found.state !== 'found' || !found.here) throw new Error('The demo has no workspace.');
  const { lists } = found.here;
  const plant = <L extends List>(list: L, rows: readonly NewRowOf<L>[]) =>
    world.control('/rows', {
      list: lists[list.name],
      user: team.members[0],
      rows: rows.map((row) => toNewFields(list, row)),
    });

  const theme = `front-door-${new Date().getFullYear()}`;
  const morePartners = Array.from({ length: PARTNERS - DEMO_PARTNERS }, (_, n) => ({
    uid: `more-${n + 1}`,
    title: `Partner ${n + DEMO_PARTNERS + 1}`,
    position: 100 + n,
  }));
  const morePrompts = Array.from({ length: PROMPTS - DEMO_PROMPTS }, (_, n) => ({
    uid: `${theme}.FD-X${n + 1}`,
    theme,
    code: `FD-X${n + 1}`,
    title: `Another prompt, the ${n + 1}th, with words enough to fill two lines of its row`,
    group: `X${(n % (GROUPS - DEMO_GROUPS)) + 1} More prompts`,
    position: 1000 + (n % (GROUPS - DEMO_GROUPS)) * 100 + n,
  }));
  await plant(partners, morePartners);
  await plant(prompts, morePrompts);
  const cells = morePrompts.flatMap((prompt, row) =>
    morePartners.flatMap((partner, column) => {
      const verdict = VERDICTS[(row * 3 + column) % VERDICTS.length];
      if (verdict === undefined) return [];
      const agreedVerdict = VERDICTS[(row + column) % 3];
      return [
        {
          uid: `${prompt.uid}.${partner.uid}`,
          title: `${prompt.code} ${partner.title}`,
          prompt: prompt.uid,
          partner: partner.uid,
          verdict,
          reason: 'As it stands.',
          ...(row % 2 === 0 && agreedVerdict && ({ agreedVerdict, progress: 'agreed' } as const)),
          dueOn: '2020-01-31',
        },
      ];
    }),
  );
  await plant(assessments, cells);
  return world;
}

export async function openChecklist(
  world: World,
  size: { readonly width: number; readonly height: number },
): Promise<Visitor> {
  const visitor = await world.signIn('Bea Thistledown', { size });
  await goTo(visitor, 'Checklist');
  await visitor.tab.getByRole('columnheader', { name: /^Council/ }).waitFor();
  await visitor.tab.getByText(`${PROMPTS} benchmark prompts, ${PARTNERS} partners`).waitFor();
  return visitor;
}

/** Everything on the page: the grid, and all that stands round it. */
export async function countNodes(visitor: Visitor): Promise<number> {
  const frame = await visitor.frame();
  return frame.evaluate(() => document.body.querySelectorAll('*').length);
}

/** Scrolls the grid to a share of its height and width, and waits until it has been drawn. */
export async function scrollTo(visitor: Visitor, down: number, across: number): Promise<void> {
  const frame = await visitor.frame();
  await frame.evaluate(
    async ([top, left]) => {
      const scroll = document.querySelector('[role="grid"]')?.parentElement;
      if (!scroll) throw new Error('There is no grid.');
      scroll.scrollTo(
        (scroll.scrollWidth - scroll.clientWidth) * (left ?? 0),
        (scroll.scrollHeight - scroll.clientHeight) * (top ?? 0),
      );
      for (let frames = 0; frames < 3; frames += 1) await new Promise((done) => requestAnimationFrame(done));
    },
    [down, across] as const,
  );
}
