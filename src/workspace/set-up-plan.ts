import type { Place } from './place.ts';
import type { PersonRef } from './schema/define-list.ts';
import type { Person } from './schema/lists.ts';

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

/** What set-up needs of a theme pack. */
export type PlannedPack = {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly prompts: readonly {
    readonly id: string;
    readonly text: string;
    readonly group: string;
    readonly basis?: string | undefined;
    readonly source?: { readonly url: string; readonly text: string } | undefined;
  }[];
};

export type SetUpPlan = {
  readonly place: Place;
  readonly partnershipName: string;
  readonly partners: readonly PlannedPartner[];
  readonly people: readonly PlannedPerson[];
  readonly themes: readonly { readonly pack: PlannedPack; readonly year: number }[];
};

/** A plan as the workspace keeps it until set-up has ended: packs by id only. */
export type SavedPlan = {
  readonly partners: readonly PlannedPartner[];
  readonly people: readonly PlannedPerson[];
  readonly themes: readonly { readonly pack: string; readonly year: number }[];
};
