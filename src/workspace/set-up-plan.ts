import type { Place } from './place.ts';
import type { PersonRef } from './schema/define-list.ts';
import { type Person, people } from './schema/lists.ts';

export type PlannedPartner = { readonly uid: string; readonly title: string };

export type PlannedPerson = {
  readonly name: string;
  readonly role: Person['role'];
  /** A partner's uid; a coordinator or senior leader may have none. */
  readonly partner?: string | undefined;
  /** Missing where the name was typed by hand. */
  readonly person?: PersonRef | undefined;
  readonly email?: string | undefined;
};

/** What set-up needs of a theme pack; `services/planned-packs.ts` makes it from one. */
export type PlannedPack = {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** As the theme's row keeps it. */
  readonly outOfScope?: string | undefined;
  readonly prompts: readonly {
    readonly code: string;
    readonly title: string;
    readonly group: string;
    readonly position: number;
    readonly basis?: string | undefined;
    readonly source?: { readonly url: string; readonly text: string } | undefined;
    readonly paragraph?: string | undefined;
  }[];
};

export type SetUpPlan = {
  readonly place: Place;
  readonly partnershipName: string;
  readonly partners: readonly PlannedPartner[];
  readonly people: readonly PlannedPerson[];
  readonly themes: readonly PlannedTheme[];
};

export type PlannedTheme = {
  readonly pack: PlannedPack;
  readonly year: number;
  /** The uid of the theme that is to be brought forward into it. */
  readonly bringing?: string | undefined;
};

/** A plan as the workspace keeps it until set-up has ended: packs by id only. */
export type SavedPlan = {
  readonly partners: readonly PlannedPartner[];
  readonly people: readonly PlannedPerson[];
  readonly themes: readonly { readonly pack: string; readonly year: number }[];
};

/** What a workspace keeps of a plan while set-up has not ended. */
export function toSavedPlan(plan: SetUpPlan): SavedPlan {
  return {
    partners: plan.partners,
    people: plan.people,
    themes: plan.themes.map(({ pack, year }) => ({ pack: pack.id, year })),
  };
}

/** The plan again; undefined if there is none, or if somebody wrote something else there. */
export function readPlan(text: string | undefined): SavedPlan | undefined {
  if (!text) return undefined;
  try {
    const plan: unknown = JSON.parse(text);
    return isSavedPlan(plan) ? plan : undefined;
  } catch {
    return undefined;
  }
}

const roles: readonly string[] = people.columns.role.choices;

function isSavedPlan(value: unknown): value is SavedPlan {
  return (
    isRecord(value) &&
    isListOf(value.partners, (partner) => isText(partner.uid) && isText(partner.title)) &&
    isListOf(value.people, (person) => isText(person.name) && isText(person.role) && roles.includes(person.role)) &&
    isListOf(value.themes, (theme) => isText(theme.pack) && typeof theme.year === 'number')
  );
}

function isListOf(value: unknown, isMember: (member: { readonly [key: string]: unknown }) => boolean): boolean {
  return Array.isArray(value) && value.every((member: unknown) => isRecord(member) && isMember(member));
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
