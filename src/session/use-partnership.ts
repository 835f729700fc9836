import { useMemo } from 'react';
import { yearOf } from '../domain/calendar/day.ts';
import { askedPartners, findAnswerers, readScope } from '../domain/checklist/asked-partners.ts';
import { shownTheme } from '../domain/themes.ts';
import { useRows } from '../workspace/hooks.ts';
import { type Action, actions } from '../workspace/schema/actions.ts';
import {
  type Assessment,
  assessments,
  type Evidence,
  type EvidenceLink,
  evidence,
  evidenceLinks,
  type Folder,
  folders,
  type Partner,
  type Person,
  type Prompt,
  partners,
  people,
  prompts,
  type Theme,
  themes,
} from '../workspace/schema/lists.ts';
import { keepLast, keepSame } from './keep-last.ts';
import { useSession } from './session.ts';
import { useThemeChoice } from './theme-choice.ts';

export type Partnership = {
  /** Those who take part now, in their order. */
  readonly partners: readonly Partner[];
  /** Those of them that the theme asks: the columns of its checklist, and whom its numbers count. */
  readonly columns: readonly Partner[];
  readonly people: readonly Person[];
  readonly themes: readonly Theme[];
  /** The theme that the screens are about. */
  readonly theme: Theme | undefined;
  /** The theme's, in the pack's order; without those that a newer pack has withdrawn. */
  readonly prompts: readonly Prompt[];
  /** The theme's that a newer pack has withdrawn; what was written about them stays. */
  readonly withdrawn: readonly Prompt[];
  readonly assessments: ReadonlyMap<string, Assessment>;
  readonly evidence: readonly Evidence[];
  readonly links: readonly EvidenceLink[];
  readonly folders: readonly Folder[];
  /** Of all themes. */
  readonly actions: readonly Action[];
};

export type PartnershipState =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly error: unknown }
  | ({ readonly state: 'ready' } & Partnership);

/** The lists that the screens draw from, together: nothing half-read is shown as if it were all. */
export function usePartnership(): PartnershipState {
  const lists = {
    partners: useRows(partners),
    people: useRows(people),
    themes: useRows(themes),
    prompts: useRows(prompts),
    assessments: useRows(assessments),
    evidence: useRows(evidence),
    links: useRows(evidenceLinks),
    folders: useRows(folders),
    actions: useRows(actions),
  };
  const { chosen } = useThemeChoice();
  const { today } = useSession();
  const year = yearOf(today());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lists themselves, not the object that holds them
  return useMemo(() => join({ ...lists, chosen, year }), [...Object.values(lists), chosen, year]);
}

type Lists = { readonly [K in 'partners']: ReturnType<typeof useRows<typeof partners>> } & {
  readonly people: ReturnType<typeof useRows<typeof people>>;
  readonly themes: ReturnType<typeof useRows<typeof themes>>;
  readonly prompts: ReturnType<typeof useRows<typeof prompts>>;
  readonly assessments: ReturnType<typeof useRows<typeof assessments>>;
  readonly evidence: ReturnType<typeof useRows<typeof evidence>>;
  readonly links: ReturnType<typeof useRows<typeof evidenceLinks>>;
  readonly folders: ReturnType<typeof useRows<typeof folders>>;
  readonly actions: ReturnType<typeof useRows<typeof actions>>;
};

type Facts = Lists & { readonly chosen: string | undefined; readonly year: number };

const join = keepLast<Facts, PartnershipState>(({ chosen, year, ...lists }, last) => {
  const failed = Object.values(lists).find((list) => list.state === 'failed');
  if (failed?.state === 'failed') return { state: 'failed', error: failed.error };
  if (
    lists.partners.state !== 'ready' ||
    lists.people.state !== 'ready' ||
    lists.themes.state !== 'ready' ||
    lists.prompts.state !== 'ready' ||
    lists.assessments.state !== 'ready' ||
    lists.evidence.state !== 'ready' ||
    lists.links.state !== 'ready' ||
    lists.folders.state !== 'ready' ||
    lists.actions.state !== 'ready'
  ) {
    return { state: 'waiting' };
  }
  const theme = shownTheme(lists.themes.rows, chosen, year);
  const own = lists.prompts.rows
    .filter((prompt) => prompt.theme === theme?.uid)
    .toSorted((one, other) => one.position - other.position);
  const partners = lists.partners.rows
    .filter((partner) => partner.removedOn === undefined)
    .toSorted((one, other) => one.position - other.position);
  const written = { assessments: lists.assessments.rows, links: lists.links.rows, actions: lists.actions.rows };
  const columns = askedPartners(partners, readScope(theme ?? {}), () => findAnswerers(own, written));
  const before = last?.made.state === 'ready' ? last.made : undefined;
  return {
    state: 'ready',
    partners: keepSame(before?.partners, partners),
    columns: keepSame(before?.columns, columns),
    people: lists.people.rows,
    themes: lists.themes.rows,
    theme,
    prompts: keepSame(
      before?.prompts,
      own.filter((prompt) => prompt.withdrawnOn === undefined),
    ),
    withdrawn: own.filter((prompt) => prompt.withdrawnOn !== undefined),
    assessments: new Map(lists.assessments.rows.map((row) => [row.uid, row])),
    evidence: lists.evidence.rows,
    links: lists.links.rows,
    folders: lists.folders.rows,
    actions: lists.actions.rows,
  };
});
