import { useState } from 'react';
import { evidenceStateNames, type Move } from '../../domain/evidence/state.ts';
import { type MoveEvidence, moveEvidence } from '../../services/evidence-states.ts';
import { toSentence } from '../../session/sentence.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';

export type MoveNews = { readonly kind: 'done' | 'warning' | 'danger'; readonly sentence: string };

/** Moving one item: what is under way, and what became of the last press. */
export function useItemMove(item: Evidence) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const [busy, setBusy] = useState<Move | undefined>();
  /** Bytes that an approval has read back. */
  const [read, setRead] = useState(0);
  const [told, setTold] = useState<{ readonly news: MoveNews; readonly of: string } | undefined>();
  // What was said of the item as it was is not said of what somebody has made of it since.
  const news = told?.of === item.version ? told.news : undefined;

  function tell(next: MoveNews, of = item.version) {
    setTold({ news: next, of });
    announce(next.sentence);
  }

  /** True if it was moved. */
  async function move(which: Move, more: Pick<MoveEvidence, 'reason' | 'file'> = {}): Promise<boolean> {
    if (busy !== undefined) return false;
    setBusy(which);
    setRead(0);
    setTold(undefined);
    try {
      const moved = await moveEvidence(workspace, { ...more, seen: item, move: which, onRead: setRead });
      if (moved.outcome === 'moved') {
        const state = evidenceStateNames[moved.row.state];
        const where = moved.isKept ? ' on this device. Microsoft 365 gets it as soon as it can be reached' : '';
        tell({ kind: 'done', sentence: `${state}${where}.` }, moved.row.version);
        return true;
      }
      if (moved.outcome === 'refused') tell({ kind: 'warning', sentence: moved.sentence });
      if (moved.outcome === 'gone') tell({ kind: 'danger', sentence: 'Somebody removed this item.' });
      if (moved.outcome === 'clash') {
        const who = moved.theirs.changed.by;
        const sentence = `${who} changed this item just now. Look at it again, then decide.`;
        tell({ kind: 'warning', sentence }, moved.theirs.version);
      }
      return false;
    } catch (error) {
      tell({ kind: 'danger', sentence: `Nothing was changed. ${toSentence(error)}` });
      return false;
    } finally {
      setBusy(undefined);
    }
  }

  return { busy, read, news, move, tell };
}

export type ItemMove = ReturnType<typeof useItemMove>;
