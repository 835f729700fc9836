import { themeFolderName } from '../folders.ts';

/** A file in a partner's folder that no item of the register names. */
export type Loose = {
  readonly item: {
    readonly id: string;
    readonly name: string;
    readonly webUrl: string;
    readonly size?: number | undefined;
  };
  /** Uids. */
  readonly partner: string;
  readonly theme: string;
};

/** The same, as a pack tells it. */
export type UnregisteredInFolder = {
  readonly id: string;
  readonly name: string;
  readonly link: string;
  /** In bytes. */
  readonly size: number | undefined;
  readonly partner: string;
  /** The folder of its theme. */
  readonly theme: string;
};

export const unregisteredWords = { reason: 'Not registered', why: 'Nobody has registered it.' } as const;

type Source = {
  readonly unregistered: readonly Loose[];
  readonly partners: readonly { readonly uid: string; readonly title: string }[];
  readonly themes: readonly { readonly uid: string; readonly title: string; readonly year: number }[];
};

type Choice = {
  readonly theme: string;
  readonly partner: string;
  readonly only?: ReadonlySet<string> | undefined;
};

/** Those of a choice, by partner and name. */
export function unregisteredIn(
  { unregistered, partners, themes }: Source,
  choice: Choice,
): readonly UnregisteredInFolder[] {
  const titles = new Map(partners.map(({ uid, title }) => [uid, title]));
  const folders = new Map(themes.map((theme) => [theme.uid, themeFolderName(theme)]));
  return unregistered
    .filter(
      ({ item, partner, theme }) =>
        (choice.partner === '' || partner === choice.partner) &&
        (choice.theme === '' || theme === choice.theme) &&
        (choice.only?.has(item.id) ?? true),
    )
    .map(({ item: { id, name, webUrl, size }, partner, theme }) => ({
      ...{ id, name, link: webUrl, size },
      partner: titles.get(partner) ?? partner,
      theme: folders.get(theme) ?? NO_THEME,
    }))
    .toSorted((one, other) => one.partner.localeCompare(other.partner) || one.name.localeCompare(other.name));
}

export const NO_THEME = 'No theme';
