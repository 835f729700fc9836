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

/**
 * A theme's list of documents against the register, in the list's order. What is asked of all together is for the first
 * partner to bring. A document of a partner who does not take part is left out.
 */
export function askedDocuments(
  theme: string,
  documents: readonly AskedDocument[],
  partners: readonly { readonly uid: string }[],
  held: readonly Held[],
): readonly Asked[] {
  const uids = new Set(held.map((item) => item.uid));
  const titles = new Set(held.flatMap((item) => (item.theme === theme ? [titleKey(item.partner, item.title)] : [])));
  return documents.flatMap(({ partner: named, title, kind }) => {
    const partner =
      partners.find(({ uid }) => uid === named)?.uid ?? (named === undefined ? partners[0]?.uid : undefined);
    if (partner === undefined) return [];
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
