import { useMemo } from 'react';
import type { Mover } from '../../domain/evidence/state.ts';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import { useUnregistered } from '../../session/use-unregistered.ts';
import { useFiles, useRows } from '../../workspace/hooks.ts';
import { prompts } from '../../workspace/schema/lists.ts';
import { arrange, type Choice, toLines } from './arrange.ts';
import { type EvidenceRow, type RowSources, toEvidenceRows } from './evidence-rows.ts';
import { useNear } from './use-near.ts';
import { countViews, type Looker } from './views.ts';

const none: readonly never[] = [];

/** Whoever comes back to the screen finds the rows as they were, if nothing in them has changed. */
let last: { readonly sources: RowSources; readonly rows: readonly EvidenceRow[] } | undefined;

function rowsOf(sources: RowSources): readonly EvidenceRow[] {
  const known = last;
  const isSame =
    known && (Object.keys(sources) as (keyof RowSources)[]).every((key) => known.sources[key] === sources[key]);
  if (isSame) return known.rows;
  last = { sources, rows: toEvidenceRows(sources) };
  return last.rows;
}

/** The register as it is chosen: rows and their order are worked out when they change, a key press only filters. */
export function useRegister(partnership: Partnership, choice: Choice, isAllThemes: boolean) {
  const { me, today } = useSession();
  const { memberships } = useRights();
  const files = useFiles();
  const unregistered = useUnregistered();
  const allPrompts = useRows(prompts);
  const day = today();
  const mover: Mover = useMemo(() => ({ id: me.id, memberships }), [me.id, memberships]);
  const looker: Looker = useMemo(() => ({ mover, today: day }), [mover, day]);
  const theme = isAllThemes ? undefined : partnership.theme?.uid;
  const { partners, evidence, links } = partnership;
  const rows = useMemo(
    () =>
      rowsOf({
        partners,
        evidence,
        links,
        prompts: allPrompts.state === 'ready' ? allPrompts.rows : none,
        unregistered: unregistered.state === 'ready' ? unregistered.files : none,
        files: files.state === 'ready' ? files.items : undefined,
        theme,
        today: day,
      }),
    [partners, evidence, links, allPrompts, unregistered, files, theme, day],
  );
  const counts = useMemo(() => countViews(rows, looker), [rows, looker]);
  const groups = useMemo(() => arrange(rows, choice.sort, choice.group), [rows, choice.sort, choice.group]);
  const lines = useMemo(() => toLines(groups, choice, looker), [groups, choice, looker]);
  const near = useNear(rows, lines.length === 0 && choice.find.trim() !== '' ? choice.find.trim() : undefined);
  const shown = useMemo(
    () =>
      near.state === 'found'
        ? toLines(groups, { ...choice, find: '' }, looker).filter((line) => 'key' in line && near.keys.has(line.key))
        : lines,
    [near, lines, groups, choice, looker],
  );
  return { rows, counts, lines: shown, near, looker, unregistered };
}
