import { promptKey, themeKey } from '../../domain/checklist/keys.ts';
import type { List, NewRowOf } from '../schema/define-list.ts';
import { partners, people, prompts, themes } from '../schema/lists.ts';
import type { PlannedPerson, SetUpPlan } from '../set-up-plan.ts';

/** Rows that a plan puts into one list, and the step of set-up that does so. */
export type PlannedRows = {
  readonly step: string;
  readonly title: string;
  readonly list: List;
  readonly rows: readonly { readonly uid: string; readonly title: string }[];
};

export const stepOfRows = (id: string) => `rows-${id}`;

/** Partners, people and themes: what there is whatever the themes ask. */
export function planRows(plan: SetUpPlan): readonly PlannedRows[] {
  return [
    { step: stepOfRows('partners'), title: 'Partners', list: partners, rows: toPartnerRows(plan) },
    { step: stepOfRows('people'), title: 'Leads, deputies and coordinators', list: people, rows: toPeopleRows(plan) },
    { step: stepOfRows('themes'), title: 'Themes', list: themes, rows: toThemeRows(plan) },
  ];
}

/** The prompts of one theme, as its pack has them. */
export function planPrompts(plan: SetUpPlan, theme: { readonly uid: string; readonly title: string }): PlannedRows {
  const step = stepOfRows(`prompts-${theme.uid}`);
  return { step, title: `Prompts for ${theme.title}`, list: prompts, rows: toPromptRows(plan, theme.uid) };
}

function toPartnerRows(plan: SetUpPlan): readonly NewRowOf<typeof partners>[] {
  return plan.partners.map(({ uid, title }, position) => ({ uid, title, position }));
}

function toPeopleRows(plan: SetUpPlan): readonly NewRowOf<typeof people>[] {
  return plan.people.map((planned) => ({
    uid: toPersonKey(planned),
    title: planned.name,
    role: planned.role,
    ...(planned.partner && { partner: planned.partner }),
    ...(planned.person && { person: planned.person }),
    ...(planned.email && { email: planned.email }),
  }));
}

/** One lead and one deputy a partner have a key by their place, so that setting up twice does not make two. */
function toPersonKey({ role, partner, person, name }: PlannedPerson): string {
  const part = role.replace(' ', '-');
  if (partner) return `${part}.${partner}`;
  return `${part}.${person?.id ?? name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

function toThemeRows(plan: SetUpPlan): readonly NewRowOf<typeof themes>[] {
  return plan.themes.map(({ pack, year, bringing }) => ({
    uid: themeKey(pack.id, year),
    title: pack.title,
    pack: pack.id,
    packVersion: pack.version,
    year,
    ...(pack.outOfScope && { outOfScope: pack.outOfScope }),
    ...(bringing && { bringing }),
  }));
}

function toPromptRows(plan: SetUpPlan, theme: string): readonly NewRowOf<typeof prompts>[] {
  const planned = plan.themes.find(({ pack, year }) => themeKey(pack.id, year) === theme);
  return (planned?.pack.prompts ?? []).map(({ code, title, group, position, basis, source, paragraph }) => ({
    uid: promptKey(theme, code),
    title,
    theme,
    code,
    group,
    position,
    ...(basis && { basis }),
    ...(source && { source }),
    ...(paragraph && { paragraph }),
  }));
}
