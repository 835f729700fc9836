import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { whyNotTakeAway } from '../../services/own-packs.ts';
import { useDrafts } from '../../session/drafts.ts';
import type { ThemePack } from '../../themes/pack-schema.ts';
import { useWorkspace } from '../../workspace/hooks.ts';
import { packDraftKey } from './pack-draft.ts';
import { useThemeStyles } from './theme-styles.ts';

type Props = { readonly pack: ThemePack; readonly onTakeAway: () => void };

/** Takes away a version that was brought in by mistake, after a question; or says why it stays. */
export function PackTakeAway({ pack, onTakeAway }: Props) {
  const styles = useThemeStyles();
  const workspace = useWorkspace();
  const drafts = useDrafts();
  const [isAsking, setAsking] = useState(false);
  const why =
    drafts.get(packDraftKey(pack.id)) === undefined
      ? whyNotTakeAway(workspace, pack)
      : 'There are changes of this pack that are not saved yet. Save or undo them first.';
  if (why !== undefined) return <p className={styles.small}>{why}</p>;
  if (!isAsking) return <Button onClick={() => setAsking(true)}>Take this version away</Button>;
  return (
    <>
      <p className={styles.small} role="status">
        No theme uses it. It is offered no more, for anybody.
      </p>
      <Button onClick={() => setAsking(false)}>Keep it</Button>
      <Button appearance="primary" autoFocus onClick={onTakeAway}>
        Take away version {pack.version}
      </Button>
    </>
  );
}
