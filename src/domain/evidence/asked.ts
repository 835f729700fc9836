import type { Membership } from '../roles.ts';

/** A document that partnerships have usually been asked for. */
export type AskedDocument = {
  /** Missing: asked of the partnership as a whole. */
  readonly partner?: string | undefined;
  readonly title: string;
  readonly kind?: string | undefined;
};

export type Asked = {
  /** The key of its gap: who adds the same document twice makes one item. */
  readonly uid: string;
  readonly title: string;
  readonly partner: string;
  readonly kindOf?: string | undefined;
  readonly isOfAll: boolean;
  /** An item of this key or this title is in the register already, in whatever state. */
  readonly isThere: boolean;
};

type Held = { readonly uid: string; readonly title: string; readonly partner: string; readonly theme?: string };

type Around = {
  /** Those who take part. */
  readonly partners: readonly { readonly uid: string }[];
  readonly people: readonly Membership[];
  /** What is in the register. */
  readonly held: readonly Held[];
};

/**
 * A theme's list of documents against the register, in the list's order. What is asked of the partnership as a whole is
 * the coordinator's to bring, and lies with the coordinator's partner, else with the first. A document of a partner who
 * does not take part is left out.
 */
export function askedDocuments(
  theme: string,
  documents: readonly AskedDocument[],
  { partners, people, held }: Around,
): readonly Asked[] {
  const isIn = (uid: string | undefined) => partners.some((partner) => partner.uid === uid);
  const host = people.find(({ role, partner }) => role === 'coordinator' && isIn(partner))?.partner ?? partners[0]?.uid;
  const uids = new Set(held.map((item) => item.uid));
  const titles = new Set(held.flatMap((item) => (item.theme === theme ? [titleKey(item.partner, item.title)] : [])));
  return documents.flatMap(({ partner: named, title, kind }) => {
    const partner = named ?? host;
    if (partner === undefined || !isIn(partner)) return [];
    const uid = askedKey(theme, named ?? 'all', title);
    const isThere = uids.has(uid) || titles.has(titleKey(partner, title));
    return [{ uid, title, partner, kindOf: kind, isOfAll: named === undefined, isThere }];
  });
}

/** `front-door-2026.asked.police.force-profile-for-the-theme`. */
export function askedKey(theme: string, partner: string, title: string): string {
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${theme}.asked.${partner}.${slug}`;
}

function titleKey(partner: string, title: string): string {
  return `${partner} ${title.trim().toLowerCase()}`;
}
