import { packKey } from '../../domain/checklist/keys.ts';
import type { Draft } from '../../session/drafts.ts';
import { toHref } from '../../session/href.ts';
import type { ThemePack } from '../../themes/pack-schema.ts';
import { packs } from '../../workspace/schema/lists.ts';

/** A pack being written. */
export type PackDraft = { readonly pack: ThemePack };

/** One draft for each pack, and one for a pack that is new. */
export function packDraftKey(id: string | undefined): string {
  return `pack ${id ?? 'new'}`;
}

/** What is typed is kept in this browser until it is saved or let go. */
export function toPackDraft(pack: ThemePack, state: 'typed' | 'sending' = 'typed'): Draft<PackDraft> {
  return {
    values: { pack },
    state,
    title: `Pack: ${pack.title === '' ? 'a new one' : pack.title}`,
    href: toHref({ screen: 'settings' }),
    about: { list: packs, uid: packKey(pack.id, pack.version), wanted: { content: JSON.stringify(pack) } },
  };
}
