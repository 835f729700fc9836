import { partnerKey } from '../../domain/partners.ts';
import { packLines } from '../../services/own-packs.ts';

/** A key for a pack that is new, made from its title, that no other pack has. */
export function newPackId(workspace: Parameters<typeof packLines>[0], title: string): string {
  return partnerKey(
    title,
    packLines(workspace).map((line) => line.id),
  );
}
