import { useCallback, useEffect, useState } from 'react';
import { joinWorkspace, type WorkspaceInfo } from '../workspace/find.ts';
import { checkAndRepair, type SetUpProgress, type SetUpReport, setUp } from '../workspace/provision.ts';
import type { PlannedPack, PlannedPartner, PlannedPerson } from '../workspace/set-up-plan.ts';
import { toSentence } from './sentence.ts';
import { useSession } from './session.ts';

/** What the person decided at set-up; the channel is known already. */
export type SetUpChoices = {
  readonly partnershipName: string;
  readonly partners: readonly PlannedPartner[];
  readonly people: readonly PlannedPerson[];
  readonly themes: readonly { readonly pack: PlannedPack; readonly year: number }[];
};

export type SetUpRun =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly progress: SetUpProgress | undefined }
  | { readonly state: 'complete'; readonly report: SetUpReport; readonly info: WorkspaceInfo }
  | {
      readonly state: 'stopped';
      readonly report: SetUpReport | undefined;
      readonly sentence: string;
    };

type FindPack = (id: string, version?: string) => Promise<PlannedPack | undefined>;

/** Makes, completes or repairs the workspace of this channel, and says how far it is. */
export function useSetUp() {
  const { graph, place } = useSession();
  const [run, setRun] = useState<SetUpRun>({ state: 'idle' });
  const [pauseSeconds, setPauseSeconds] = useState<number | undefined>();

  useEffect(() => graph.onPause(setPauseSeconds), [graph]);

  const follow = useCallback(
    async (work: (onProgress: (progress: SetUpProgress) => void) => Promise<SetUpReport>): Promise<void> => {
      setRun({ state: 'running', progress: undefined });
      try {
        const report = await work((progress) => {
          setPauseSeconds(undefined);
          setRun({ state: 'running', progress });
        });
        if (report.outcome === 'complete' && report.info !== undefined) {
          setRun({ state: 'complete', report, info: report.info });
        } else {
          setRun({ state: 'stopped', report, sentence: toSentence(report.error) });
        }
      } catch (error) {
        setRun({ state: 'stopped', report: undefined, sentence: toSentence(error) });
      }
    },
    [],
  );

  return {
    run,
    /** Microsoft 365 asked us to wait so long; missing while it does not. */
    pauseSeconds,
    make: useCallback(
      (choices: SetUpChoices) =>
        follow(async (onProgress) => {
          if (place === undefined) throw new Error('A workspace is made in a channel.');
          return setUp(graph, { ...choices, place }, onProgress);
        }),
      [follow, graph, place],
    ),
    repair: useCallback(
      (info: WorkspaceInfo, findPack: FindPack) =>
        follow(async (onProgress) => {
          if (place === undefined) throw new Error('A workspace is repaired from a channel.');
          return checkAndRepair(graph, { info, place, findPack }, onProgress);
        }),
      [follow, graph, place],
    ),
    /** Makes this channel open a workspace that another channel of the team has. */
    join: useCallback(
      async (info: WorkspaceInfo): Promise<WorkspaceInfo> => {
        if (place === undefined) throw new Error('A workspace is joined from a channel.');
        return joinWorkspace(graph, info, place);
      },
      [graph, place],
    ),
  };
}
