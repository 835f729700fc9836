import { type NamedPartner, presetPartners } from '../../domain/partners.ts';
import type { ThemePack } from '../../themes/pack-schema.ts';
import { useRows } from '../../workspace/hooks.ts';
import { partners } from '../../workspace/schema/lists.ts';

/** Whom a pack may name: this partnership's own partners, those offered at set-up, and those it names already. */
export function usePackPartners(pack: ThemePack): readonly NamedPartner[] {
  const rows = useRows(partners);
  const own = rows.state === 'ready' ? rows.rows.filter((partner) => partner.removedOn === undefined) : [];
  const titles = new Map([...presetPartners, ...own].map(({ uid, title }) => [uid, title]));
  const named = pack.documents.flatMap(({ partner }) => partner ?? []);
  const uids = new Set([...titles.keys(), ...pack.partners, ...named]);
  return [...uids].map((uid) => ({ uid, title: titles.get(uid) ?? uid }));
}
