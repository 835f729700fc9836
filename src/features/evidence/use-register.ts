import { useMemo } from 'react';
import type { Mover } from '../../domain/evidence/state.ts';
import { mayWorkFor } from '../../domain/roles.ts';
import { keepLast } from '../../session/keep-last.ts';
import { useSession } from '../../session/session.ts';
import { useCountedTo } from '../../session/use-counted-to.ts';
import type { OwnView } from '../../session/use-own-views.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import { useUnregistered } from '../../session/use-unregistered.ts';
import { useFiles, useRows } from '../../workspace/hooks.ts';
import { prompts } from '../../workspace/schema/lists.ts';
import { arrange, type Choice, countMatches, isAnywhere, toLines } from './arrange.ts';
import { type EvidenceRow, toEvidenceRows } from './evidence-rows.ts';
import { useNear } from './use-near.ts';
import { countViews, type Looker } from './views.ts';

const none: readonly never[] = [];

// Whoever comes back to the screen finds the rows as they were, if nothing in them has changed.
const toRows = keepLast(toEvidenceRows);
const toLooker = keepLast(
  ({ id, memberships, today }: Mover & Pick<Looker, 'today'>): Looker => ({
    mover: { id, memberships },
    today,
  }),
);
const toOwn = keepLast(
  ({ partners, memberships }: Pick<Partnership, 'partners'> & Pick<Mover, 'memberships'>): ReadonlySet<string> =>
    new Set(partners.flatMap(({ uid }) => (mayWorkFor(uid, memberships) ? [uid] : []))),
);
const count = keepLast(({ rows, looker }: { readonly rows: readonly EvidenceRow[]; readonly looker: Looker }) =>
  countViews(rows, looker),
);
const order = keepLast(
  ({ rows, sort, group }: Pick<Choice, 'sort' | 'group'> & { readonly rows: readonly EvidenceRow[] }) =>
    arrange(rows, sort, group),
);

/** The register as it is chosen: rows and their order are worked out when they change, a key press only filters. */
export function useRegister(
  partnership: Partnership,
  choice: Choice,
  { isAllThemes, own }: { readonly isAllThemes: boolean; readonly own: readonly OwnView<Choice>[] },
) {
  const { me, today } = useSession();
  const { memberships } = useRights();
  const files = useFiles();
  const unregistered = useUnregistered();
  const allPrompts = useRows(prompts);
  const day = today();
  const countedTo = useCountedTo();
  const looker = toLooker({ id: me.id, memberships, today: day });
  const { partners, evidence, links } = partnership;
  const rows = toRows({
    partners,
    evidence,
    links,
    prompts: allPrompts.state === 'ready' ? allPrompts.rows : none,
    unregistered: unregistered.state === 'ready' ? unregistered.files : none,
    files: files.state === 'ready' ? files : undefined,
    ownPartners: toOwn({ partners, memberships }),
    theme: isAllThemes ? undefined : partnership.theme?.uid,
    today: day,
    countedTo,
  });
  const counts = count({ rows, looker });
  const ownCounts = useMemo(
    () => new Map(own.map((view) => [view.name, countMatches(rows, view.choice, looker)])),
    [own, rows, looker],
  );
  const groups = order({ rows, sort: choice.sort, group: choice.group });
  const lines = useMemo(() => toLines(groups, choice, looker), [groups, choice, looker]);
  const find = choice.find.trim();
  // What is found in another list is not misspelt.
  const isNowhere = useMemo(() => lines.length === 0 && find !== '' && !isAnywhere(rows, find), [lines, rows, find]);
  const near = useNear(rows, isNowhere ? find : undefined);
  const shown = useMemo(
    () =>
      near.state === 'found'
        ? toLines(groups, { ...choice, find: '' }, looker).filter((line) => 'key' in line && near.keys.has(line.key))
        : lines,
    [near, lines, groups, choice, looker],
  );
  return { rows, counts, ownCounts, lines: shown, near, looker, unregistered };
}
