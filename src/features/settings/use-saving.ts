import { useState } from 'react';
import { toSentence } from '../../session/sentence.ts';
import { useAnnounce } from '../../ui/live-region.tsx';

type Outcome = {
  readonly saved: { readonly outcome: 'saved' | 'kept' | 'clash' | 'gone' };
  readonly sentence?: string | undefined;
};

/** One change at a time, and what became of it. */
export function useSaving() {
  const announce = useAnnounce();
  const [isBusy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string | undefined>();

  /** True if it was saved. `done` is what to say then. */
  async function run(done: string, work: () => Promise<Outcome>): Promise<boolean> {
    if (isBusy) return false;
    setBusy(true);
    setSentence(undefined);
    try {
      const { saved, sentence: more } = await work();
      if (saved.outcome === 'saved' || saved.outcome === 'kept') {
        setSentence(more);
        announce(done);
        return true;
      }
      setSentence(
        saved.outcome === 'clash'
          ? 'Somebody else changed this at the same time. Theirs is shown now; change it again if it is not right.'
          : 'Somebody removed this in the meantime. Nothing was changed.',
      );
      return false;
    } catch (error) {
      setSentence(`Not saved. ${toSentence(error)}`);
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { isBusy, sentence, run };
}
