import type { EvidenceLink } from '../workspace/schema/lists.ts';
import type { Workspace } from '../workspace/store/workspace.ts';

/** Says that an evidence item supports a prompt, for a partner. Linking twice makes one link. */
export async function linkEvidence(
  _workspace: Workspace,
  _input: { readonly evidence: string; readonly prompt: string; readonly partner: string },
): Promise<EvidenceLink> {
  throw new Error('linkEvidence is being written');
}

export async function unlinkEvidence(_workspace: Workspace, _link: EvidenceLink): Promise<void> {
  throw new Error('unlinkEvidence is being written');
}
