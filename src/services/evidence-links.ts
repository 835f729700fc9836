import { evidenceLinkKey } from '../domain/checklist/keys.ts';
import { type ActionEvidence, actionEvidence } from '../workspace/schema/actions.ts';
import { type EvidenceLink, evidenceLinks } from '../workspace/schema/lists.ts';
import type { Workspace } from '../workspace/store/workspace.ts';

/** Says that an evidence item supports a prompt, for a partner. Linking twice makes one link. */
export async function linkEvidence(
  workspace: Workspace,
  input: { readonly evidence: string; readonly prompt: string; readonly partner: string },
): Promise<EvidenceLink> {
  const uid = evidenceLinkKey(input.evidence, input.prompt);
  const saved = await workspace.create(evidenceLinks, { uid, title: uid, ...input });
  if (saved.outcome === 'saved' || saved.outcome === 'kept') return saved.row;
  if (saved.outcome === 'clash') return saved.theirs;
  // Somebody took the same link away in this very moment: it is to be there, so it is made again.
  return linkEvidence(workspace, input);
}

export async function unlinkEvidence(workspace: Workspace, link: EvidenceLink): Promise<void> {
  const removed = await workspace.remove(evidenceLinks, link.uid, link);
  if (removed.outcome === 'changed') await unlinkEvidence(workspace, removed.theirs);
}

/** Says that an evidence item shows what an action has done. Linking twice makes one link. */
export async function linkToAction(
  workspace: Workspace,
  input: { readonly evidence: string; readonly action: string },
): Promise<ActionEvidence> {
  const uid = evidenceLinkKey(input.evidence, input.action);
  const saved = await workspace.create(actionEvidence, { uid, title: uid.slice(0, 255), ...input });
  if (saved.outcome === 'saved' || saved.outcome === 'kept') return saved.row;
  if (saved.outcome === 'clash') return saved.theirs;
  return linkToAction(workspace, input);
}

export async function unlinkFromAction(workspace: Workspace, link: ActionEvidence): Promise<void> {
  const removed = await workspace.remove(actionEvidence, link.uid, link);
  if (removed.outcome === 'changed') await unlinkFromAction(workspace, removed.theirs);
}
