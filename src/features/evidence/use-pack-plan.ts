import { useMemo } from 'react';
import { type PackChoice, type PackPlan, planPack } from '../../domain/evidence/pack-plan.ts';
import { useUnregistered } from '../../session/use-unregistered.ts';
import { useFiles, useRows } from '../../workspace/hooks.ts';
import { type Evidence, evidence, evidenceLinks, partners, prompts, themes } from '../../workspace/schema/lists.ts';

export type Holdings = {
  readonly themes: readonly { readonly uid: string; readonly title: string; readonly year: number }[];
  readonly partners: readonly { readonly uid: string; readonly title: string }[];
};

/** What a pack of this choice would hold, and what not; undefined while the lists are read. */
export function usePackPlan(choice: PackChoice): {
  readonly holdings: Holdings | undefined;
  readonly plan: PackPlan<Evidence> | undefined;
} {
  const items = useRows(evidence);
  const links = useRows(evidenceLinks);
  const allPrompts = useRows(prompts);
  const allThemes = useRows(themes);
  const allPartners = useRows(partners);
  const files = useFiles();
  const loose = useUnregistered();
  const holdings = useMemo(() => {
    if (allThemes.state !== 'ready' || allPartners.state !== 'ready') return undefined;
    return {
      themes: allThemes.rows,
      partners: allPartners.rows.toSorted((one, other) => one.position - other.position),
    };
  }, [allThemes, allPartners]);
  const plan = useMemo(() => {
    if (!holdings || items.state !== 'ready' || links.state !== 'ready' || allPrompts.state !== 'ready')
      return undefined;
    const source = { ...holdings, evidence: items.rows, links: links.rows, prompts: allPrompts.rows };
    const unregistered = loose.state === 'ready' ? loose.files : [];
    return planPack({ ...source, unregistered, files: files.state === 'ready' ? files : undefined }, choice);
  }, [holdings, items, links, allPrompts, files, loose, choice]);
  return { holdings, plan };
}
