import { useState } from 'react';
import { bringForward } from '../../services/cycles.ts';
import { versionsOf } from '../../services/theme-packs.ts';
import { type AddedTheme, addTheme } from '../../services/themes.ts';
import { toSentence } from '../../session/sentence.ts';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Theme } from '../../workspace/schema/lists.ts';

/** A theme to be made, or one that is there and to which the last one is brought. */
type Wanted =
  | { readonly pack: string; readonly year: number; readonly last: Theme | undefined }
  | { readonly theme: Theme; readonly last: Theme };

/** What became of it, to be said where the person is. */
export type Made = { readonly theme: Theme; readonly sentence: string };

type Progress = { readonly done: number; readonly words: string };

const sayAdded: Readonly<Record<AddedTheme['outcome'], (name: string) => string>> = {
  added: (name) => `${name} is added.`,
  completed: (name) => `${name} was there already. What was missing of it is made.`,
  'nothing to add': (name) => `${name} is there already, and nothing of it is missing.`,
};

/** Makes a theme and brings forward the last one; both can be run again after a stop. */
export function useAddTheme() {
  const workspace = useWorkspace();
  const [progress, setProgress] = useState<Progress | undefined>();
  const [sentence, setSentence] = useState<string | undefined>();

  async function addFrom(id: string, year: number, last: Theme | undefined): Promise<AddedTheme> {
    const [pack] = await versionsOf(workspace, id);
    if (!pack) throw new RangeError(`The pack ${id} is not there`);
    return addTheme(workspace, { pack, year, bringing: last?.uid }, ({ steps, done, of }) => {
      const step = steps.find((one) => one.state === 'doing');
      setProgress({ done: done / of, words: step ? `${step.title}${step.note ? `. ${step.note}` : ''}` : 'Reading' });
    });
  }

  async function make(wanted: Wanted): Promise<Made | undefined> {
    const { last } = wanted;
    const { theme, outcome } =
      'theme' in wanted
        ? ({ ...wanted, outcome: 'nothing to add' } as const)
        : await addFrom(wanted.pack, wanted.year, last);
    const name = `${theme.title} ${theme.year}`;
    if (!last) return { theme, sentence: sayAdded[outcome](name) };
    const brought = await bringForward(workspace, {
      from: last,
      to: theme,
      onProgress: (done, of) => setProgress({ done: done / of, words: `Bringing forward, ${done} of ${of}` }),
    });
    if (brought.sentences.length === 0) {
      const isNew = outcome === 'added';
      return { theme, sentence: isNew ? sayAdded.added(name) : `${name} has all that was brought forward.` };
    }
    setSentence(`${brought.done} of ${brought.of} things are brought forward. ${brought.sentences.join(' ')}`);
    return undefined;
  }

  async function run(wanted: Wanted): Promise<Made | undefined> {
    if (progress) return undefined;
    setSentence(undefined);
    setProgress({ done: 0, words: 'Reading what is there' });
    try {
      return await make(wanted);
    } catch (error) {
      setSentence(`Not everything could be made. ${toSentence(error)} What is made stays; try again.`);
      return undefined;
    } finally {
      setProgress(undefined);
    }
  }

  return { progress, sentence, run, forget: () => setSentence(undefined) };
}

export type Adding = ReturnType<typeof useAddTheme>;
