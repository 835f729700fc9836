import { useCallback, useEffect, useState } from 'react';
import type { WorkspaceInfo } from '../workspace/find.ts';
import { useWorkspace } from '../workspace/hooks.ts';
import { type Inspection, inspect } from '../workspace/provision/inspect.ts';
import { type Finding, repair, type SetUpProgress, type SetUpReport } from '../workspace/provision.ts';
import type { PlannedPack } from '../workspace/set-up-plan.ts';
import { toSentence } from './sentence.ts';
import { useSession } from './session.ts';

export type Found = Finding;

export type Check =
  | { readonly state: 'idle' }
  | { readonly state: 'looking' }
  /** What is not as it was made; nothing has been changed. */
  | { readonly state: 'found'; readonly inspection: Inspection }
  | { readonly state: 'mending'; readonly inspection: Inspection; readonly progress: SetUpProgress | undefined }
  | {
      readonly state: 'mended';
      readonly inspection: Inspection;
      readonly report: SetUpReport;
      readonly info: WorkspaceInfo;
    }
  /** Without an inspection it was the looking that stopped. */
  | { readonly state: 'stopped'; readonly inspection: Inspection | undefined; readonly sentence: string };

/** Looks at the open workspace, and mends what was found when the person has read it. */
export function useCheck(findPack: (id: string, version?: string) => Promise<PlannedPack | undefined>) {
  const { graph, place } = useSession();
  const { info, held } = useWorkspace();
  const [check, setCheck] = useState<Check>({ state: 'idle' });
  const [pauseSeconds, setPauseSeconds] = useState<number | undefined>();

  useEffect(() => graph.onPause(setPauseSeconds), [graph]);

  const toCheck = useCallback(() => {
    if (place === undefined) throw new Error('A workspace is checked from a channel.');
    return { info, place, findPack, held };
  }, [info, place, findPack, held]);

  const look = useCallback(async () => {
    setCheck({ state: 'looking' });
    try {
      setCheck({ state: 'found', inspection: await inspect(graph, toCheck()) });
    } catch (error) {
      setCheck({ state: 'stopped', inspection: undefined, sentence: toSentence(error) });
    }
  }, [graph, toCheck]);

  const mend = useCallback(
    async (inspection: Inspection) => {
      setCheck({ state: 'mending', inspection, progress: undefined });
      try {
        const report = await repair(graph, { ...toCheck(), findings: inspection.findings }, (progress) => {
          setPauseSeconds(undefined);
          setCheck({ state: 'mending', inspection, progress });
        });
        if (report.outcome === 'complete' && report.info !== undefined) {
          setCheck({ state: 'mended', inspection, report, info: report.info });
        } else {
          setCheck({ state: 'stopped', inspection, sentence: toSentence(report.error) });
        }
      } catch (error) {
        setCheck({ state: 'stopped', inspection, sentence: toSentence(error) });
      }
    },
    [graph, toCheck],
  );

  return { check, pauseSeconds, look, mend };
}
