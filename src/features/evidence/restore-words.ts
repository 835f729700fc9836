import type { EvidenceState } from '../../domain/evidence/state.ts';

type Approval = {
  readonly state: EvidenceState;
  readonly approvedVersion?: string | undefined;
  readonly approvedFingerprint?: string | undefined;
};
type Version = { readonly id: string; readonly size: number };

/** What will become of the item when this version is the newest, said before anybody decides. */
export function restoreWords(item: Approval, version: Version, versions: readonly Version[]): string {
  const kept = 'It becomes the newest version; no other is lost.';
  if (item.state !== 'approved' && item.state !== 'expired') return kept;
  const approved = versions.find(({ id }) => Number(id) === Number(item.approvedVersion));
  if (approved?.id === version.id && item.approvedFingerprint !== undefined) {
    const after = item.state === 'approved' ? 'the item counts as approved' : 'the item still counts as expired';
    return `${kept} It is the version that was approved: with it ${after}.`;
  }
  // Versions have no hashes; another number may hold the same bytes, but never another number of them.
  const isOther = approved !== undefined && approved.id !== version.id && approved.size !== version.size;
  return isOther
    ? `${kept} It is not what was approved: the item waits for checking again.`
    : `${kept} Unless it is byte for byte what was approved, the item waits for checking again.`;
}
