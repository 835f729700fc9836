import { useCallback, useEffect, useRef, useState } from 'react';
import type { Day } from '../../domain/calendar/day.ts';
import type { PackPlan } from '../../domain/evidence/pack-plan.ts';
import type { PackPart, PackProgress, PackReport } from '../../services/evidence-pack.ts';
import { toSentence } from '../../session/sentence.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';

export type Part = Pick<PackPart, 'number'> & {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly isSaved: boolean;
  /** Missing once it is let go of: the memory holds one part at a time. */
  readonly file: Blob | undefined;
};

export type Packing =
  | { readonly state: 'choosing' }
  | {
      readonly state: 'running';
      readonly progress: PackProgress | undefined;
      readonly parts: readonly Part[];
      /** The last of them is to be saved before the next is made. */
      readonly isWaitingForSave: boolean;
    }
  | { readonly state: 'done'; readonly report: PackReport; readonly parts: readonly Part[] }
  | { readonly state: 'stopped'; readonly sentence: string; readonly isFailure: boolean };

export type MakingPack = {
  readonly plan: PackPlan<Evidence>;
  /** Without them the zip holds the files alone. */
  readonly about: readonly (readonly [string, string])[] | undefined;
  readonly countedTo: Day;
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
  const parts = useRef<readonly Part[]>([]);
  useEffect(() => () => stopping.current?.abort(), []);

  const make = useCallback(
    async ({ plan, about, countedTo, name }: MakingPack): Promise<void> => {
      const stop = new AbortController();
      const enough = new AbortController();
      stopping.current = stop;
      ending.current = enough;
      parts.current = [];
      let shownAt = 0;
      let progress: PackProgress | undefined;
      const show = (isWaitingForSave = false) =>
        setPacking({ state: 'running', progress, parts: parts.current, isWaitingForSave });
      show();
      try {
        const [{ makeEvidencePack }, { openGathering }] = await Promise.all([
          import('../../services/evidence-pack.ts'),
          import('../../services/file-download.ts'),
        ]);
        const report = await makeEvidencePack(workspace, {
          ...{ plan, about, countedTo, signal: stop.signal, enough: enough.signal },
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
            const { number, file, isLast } = part;
            const called = isOnly ? `${name}.zip` : `${name}, part ${number}.zip`;
            parts.current = [...parts.current, { number, file, size: file.size, isSaved: false, name: called }];
            if (isLast) return;
            show(true);
            announce(`Part ${number} is ready. Save it.`);
            await new Promise<void>((resolve) => {
              goOn.current = resolve;
              stop.signal.addEventListener('abort', () => resolve(), { once: true });
            });
            parts.current = parts.current.map((each) => (each.isSaved ? { ...each, file: undefined } : each));
            show();
          },
        });
        setPacking({ state: 'done', report, parts: parts.current });
        announce(`The pack is ready: ${report.files.length} files. Save it.`);
      } catch (error) {
        const isFailure = !stop.signal.aborted;
        setPacking({
          state: 'stopped',
          isFailure,
          sentence: [
            ...(isFailure ? [toSentence(error)] : []),
            parts.current.some((part) => part.isSaved)
              ? 'The parts that you have saved are in your downloads. Nothing else of it was kept.'
              : 'Nothing of it was kept.',
          ].join(' '),
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
    endNow: useCallback(() => {
      ending.current?.abort();
      goOn.current?.();
    }, []),
    /** A part was handed over. Whether the browser has kept it is for the person to see. */
    saved: useCallback((number: number) => {
      parts.current = parts.current.map((part) => (part.number === number ? { ...part, isSaved: true } : part));
      setPacking((before) =>
        before.state === 'running' || before.state === 'done' ? { ...before, parts: parts.current } : before,
      );
    }, []),
    /** The part is where it is to be: the next is made. */
    makeNext: useCallback(() => goOn.current?.(), []),
    again: useCallback(() => setPacking({ state: 'choosing' }), []),
  };
}
