import { checkPartnerTitle, type NamedPartner, partnerKey, presetPartners } from '../../domain/partners.ts';
import type { SetUpChoices } from '../../session/use-set-up.ts';

type Picked = { readonly name: string; readonly id?: string | undefined; readonly email?: string | undefined };

export type NamedPeople = { readonly lead?: Picked | undefined; readonly deputy?: Picked | undefined };

/** What has been chosen so far, step by step. */
export type Choices = {
  readonly name: string;
  readonly partners: readonly NamedPartner[];
  /** Typed under "Another partner" and not added yet. */
  readonly typed: string;
  readonly coordinator: Picked | undefined;
  /** By partner's key. */
  readonly people: Readonly<Record<string, NamedPeople>>;
  readonly pack: string;
};

export function startChoices(name: string, me: Picked, pack: string): Choices {
  return { name, partners: presetPartners, typed: '', coordinator: me, people: {}, pack };
}

export function addPartner(choices: Choices, title: string): Choices {
  const taken = [...choices.partners, ...presetPartners].map((partner) => partner.uid);
  // A preset that was removed comes back under its own key.
  const preset = presetPartners.find((partner) => partner.title === title);
  const isFree = preset && !choices.partners.some((partner) => partner.uid === preset.uid);
  const uid = isFree ? preset.uid : partnerKey(title, taken);
  return { ...choices, partners: [...choices.partners, { uid, title }] };
}

/** What is wrong with the partner that is typed and not added yet. */
export function checkTyped({ typed, partners }: Choices): string | undefined {
  return checkPartnerTitle(
    typed.trim(),
    partners.map((partner) => partner.title),
  )[0];
}

/** Whoever types a partner and goes on means it. */
export function takeTyped(choices: Choices): Choices {
  const title = choices.typed.trim();
  return title === '' ? choices : { ...addPartner(choices, title), typed: '' };
}

export function renamePartner(choices: Choices, uid: string, title: string): Choices {
  return { ...choices, partners: choices.partners.map((entry) => (entry.uid === uid ? { uid, title } : entry)) };
}

export function removePartner(choices: Choices, uid: string): Choices {
  return { ...choices, partners: choices.partners.filter((entry) => entry.uid !== uid) };
}

/** Presets that are not among the partners, to be offered again. */
export function leftPresets(choices: Choices): readonly NamedPartner[] {
  return presetPartners.filter((preset) => !choices.partners.some((partner) => partner.uid === preset.uid));
}

/** What is wrong with each partner's name, by its key. */
export function checkPartners(partners: readonly NamedPartner[]): ReadonlyMap<string, string> {
  const faults = partners.flatMap((partner) => {
    const others = partners.filter((other) => other.uid !== partner.uid).map((other) => other.title);
    const [first] = checkPartnerTitle(partner.title, others);
    return first === undefined ? [] : ([[partner.uid, first]] as const);
  });
  return new Map(faults);
}

/** The people as set-up takes them: the coordinator, then leads and deputies of partners that are still there. */
export function toPlannedPeople(choices: Choices): SetUpChoices['people'] {
  const plan = (picked: Picked | undefined, role: 'coordinator' | 'lead' | 'deputy', partner?: string) =>
    picked === undefined
      ? []
      : [
          {
            name: picked.name,
            role,
            partner,
            person: picked.id === undefined ? undefined : { id: picked.id, name: picked.name },
            email: picked.email,
          },
        ];
  return [
    ...plan(choices.coordinator, 'coordinator'),
    ...choices.partners.flatMap(({ uid }) => [
      ...plan(choices.people[uid]?.lead, 'lead', uid),
      ...plan(choices.people[uid]?.deputy, 'deputy', uid),
    ]),
  ];
}
