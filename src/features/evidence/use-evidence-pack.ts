import { useCallback, useEffect, useRef, useState } from 'react';
import type { PackPlan } from '../../domain/evidence/pack-plan.ts';
import type { PackPart, PackProgress, PackReport } from '../../services/evidence-pack.ts';
import { toSentence } from '../../session/sentence.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';

export type Part = PackPart & { readonly name: string; readonly isSaved: boolean };

export type Packing =
  | { readonly state: 'choosing' }
  | {
      readonly state: 'running';
      readonly progress: PackProgress | undefined;
      readonly parts: readonly Part[];
      /** It goes on when this part has been saved: the memory holds one at a time. */
      readonly isWaitingForSave: boolean;
    }
  | { readonly state: 'done'; readonly report: PackReport; readonly parts: readonly Part[] }
  | { readonly state: 'stopped'; readonly sentence: string; readonly isFailure: boolean };

export type MakingPack = {
  readonly plan: PackPlan<Evidence>;
  /** Without them the zip holds the files alone. */
  readonly about: readonly (readonly [string, string])[] | undefined;
  /** Of the zip, without its ending. */
  readonly name: string;
};

const SHOW_EVERY_MS = 100;

/** Makes a pack, says how far it is, and can be stopped; leaving stops it too, and nothing stays behind. */
export function useEvidencePack() {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const [packing, setPacking] = useState<Packing>({ state: 'choosing' });
  const stopping = useRef<AbortController>(undefined);
  const ending = useRef<AbortController>(undefined);
  const goOn = useRef<() => void>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);

  const make = useCallback(
    async ({ plan, about, name }: MakingPack): Promise<void> => {
      const stop = new AbortController();
      const enough = new AbortController();
      stopping.current = stop;
      ending.current = enough;
      const parts: Part[] = [];
      let shownAt = 0;
      let progress: PackProgress | undefined;
      const show = (isWaitingForSave = false) =>
        setPacking({ state: 'running', progress, parts: [...parts], isWaitingForSave });
      show();
      try {
        const [{ makeEvidencePack }, { openGathering }] = await Promise.all([
          import('../../services/evidence-pack.ts'),
          import('../../services/file-download.ts'),
        ]);
        const report = await makeEvidencePack(workspace, {
          ...{ plan, about, signal: stop.signal, enough: enough.signal },
          ...(await openGathering(workspace, plan.bytes)),
          onProgress: (now) => {
            const isNewFile = now.filesDone !== progress?.filesDone;
            progress = now;
            if (!isNewFile && performance.now() - shownAt < SHOW_EVERY_MS) return;
            shownAt = performance.now();
            show();
          },
          onPart: async (part) => {
            const isOnly = part.number === 1 && part.isLast;
            parts.push({ ...part, isSaved: false, name: isOnly ? `${name}.zip` : `${name}, part ${part.number}.zip` });
            if (part.isLast) return;
            show(true);
            await new Promise<void>((resolve) => {
              goOn.current = resolve;
              stop.signal.addEventListener('abort', () => resolve(), { once: true });
            });
          },
        });
        setPacking({ state: 'done', report, parts });
        announce(`The pack is ready: ${report.files.length} files. Save it.`);
      } catch (error) {
        const isFailure = !stop.signal.aborted;
        setPacking({
          state: 'stopped',
          isFailure,
          sentence: isFailure ? toSentence(error) : 'Nothing of it was kept.',
        });
      }
    },
    [workspace, announce],
  );

  return {
    packing,
    make,
    cancel: useCallback(() => stopping.current?.abort(), []),
    /** Ends it with what is in it so far. */
    endNow: useCallback(() => ending.current?.abort(), []),
    /** A part was handed over. */
    saved: useCallback((number: number) => {
      setPacking((before) =>
        before.state === 'running' || before.state === 'done'
          ? {
              ...before,
              parts: before.parts.map((part) => (part.number === number ? { ...part, isSaved: true } : part)),
            }
          : before,
      );
      goOn.current?.();
    }, []),
    again: useCallback(() => setPacking({ state: 'choosing' }), []),
  };
}
