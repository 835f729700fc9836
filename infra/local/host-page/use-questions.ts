import { useMemo, useState } from 'react';
import type { TaskInfo } from './frame/answer-call.ts';

type Consent = { readonly scopes: readonly string[]; readonly answer: (agrees: boolean) => void };
type Task = { readonly info: TaskInfo; readonly end: (outcome: { result: unknown } | undefined) => void };
type TaskOutcome = { result?: unknown; error?: string };

export const CANCELLED = 'User cancelled/closed the task module.';

/** What stands over the page until it is answered: a question about permissions, and a dialog of the tab. */
export function useQuestions(tabOrigin: string) {
  const [consent, setConsent] = useState<Consent>();
  const [task, setTask] = useState<Task>();

  const asking = useMemo(
    () => ({
      askConsent: (scopes: readonly string[]) =>
        new Promise<boolean>((resolve) => {
          const answer = (agrees: boolean) => {
            setConsent(undefined);
            resolve(agrees);
          };
          setConsent({ scopes, answer });
        }),
      startTask(info: TaskInfo): Promise<TaskOutcome> {
        if (!URL.canParse(info.url) || new URL(info.url).origin !== tabOrigin) {
          return Promise.resolve({ error: 'The address is not in the domains of the app.' });
        }
        return new Promise((resolve) => {
          const end = (outcome: { result: unknown } | undefined) => {
            setTask(undefined);
            resolve(outcome ? { result: outcome.result } : { error: CANCELLED });
          };
          setTask({ info, end });
        });
      },
    }),
    [tabOrigin],
  );
  return useMemo(() => ({ ...asking, consent, task }), [asking, consent, task]);
}
