import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { Card } from '../../ui/card.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { Facts } from './facts.tsx';

/** What this workspace is: whose, where, and about which theme. */
export function PartnershipCard({ partnership }: { readonly partnership: Partnership }) {
  const { place, teamName } = useSession();
  const { info } = useWorkspace();
  const { theme, prompts } = partnership;
  return (
    <Card title="Partnership">
      <Facts
        facts={[
          ['Name', info.title],
          ['Channel', [teamName, place?.channelName].filter(Boolean).join(', ')],
          ['Theme', theme === undefined ? 'None yet' : `${theme.title}, ${theme.year}`],
          ['Prompts', `${prompts.length} benchmark prompts, pack version ${theme?.packVersion ?? 'not known'}`],
          ['Workspace', info.id],
        ]}
      />
    </Card>
  );
}
