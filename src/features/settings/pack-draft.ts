import { packKey } from '../../domain/checklist/keys.ts';
import type { Draft } from '../../session/drafts.ts';
import { toHref } from '../../session/href.ts';
import type { ThemePack } from '../../themes/pack-schema.ts';
import { packs } from '../../workspace/schema/lists.ts';

/** A pack being written. */
export type PackDraft = {
  readonly pack: ThemePack;
  /** What was typed for an id or a name that is taken, by its place; see `refused-keys.ts`. */
  readonly refused?: Readonly<Record<string, string>> | undefined;
};

/** One draft for each pack, and one for a pack that is new. */
export function packDraftKey(id: string | undefined): string {
  return `pack ${id ?? 'new'}`;
}

/** What is typed is kept in this browser until it is saved or let go. */
export function toPackDraft(values: PackDraft, state: 'typed' | 'sending' = 'typed'): Draft<PackDraft> {
  const { pack } = values;
  return {
    values,
    state,
    title: `Pack: ${pack.title === '' ? 'a new one' : pack.title}`,
    href: toHref({ screen: 'settings' }),
    about: { list: packs, uid: packKey(pack.id, pack.version), wanted: { content: JSON.stringify(pack) } },
  };
}
