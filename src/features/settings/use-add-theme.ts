import { useState } from 'react';
import { bringForward } from '../../services/cycles.ts';
import { versionsOf } from '../../services/theme-packs.ts';
import { addTheme } from '../../services/themes.ts';
import { toSentence } from '../../session/sentence.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Theme } from '../../workspace/schema/lists.ts';

/** A theme to be made, or one that is there and to which the last one is brought. */
type Wanted =
  | { readonly pack: string; readonly year: number; readonly last: Theme | undefined }
  | { readonly theme: Theme; readonly last: Theme };

type Progress = { readonly done: number; readonly words: string };

/** Makes a theme and brings forward the last one; both can be run again after a stop. */
export function useAddTheme() {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const [progress, setProgress] = useState<Progress | undefined>();
  const [sentence, setSentence] = useState<string | undefined>();

  async function addFrom(id: string, year: number): Promise<Theme> {
    const [pack] = await versionsOf(workspace, id);
    if (!pack) throw new RangeError(`The pack ${id} is not there`);
    return addTheme(workspace, { pack, year }, ({ steps, done, of }) => {
      const step = steps.find((one) => one.state === 'doing');
      setProgress({ done: done / of, words: step ? `${step.title}${step.note ? `. ${step.note}` : ''}` : 'Reading' });
    });
  }

  async function make(wanted: Wanted): Promise<Theme | undefined> {
    const theme = 'theme' in wanted ? wanted.theme : await addFrom(wanted.pack, wanted.year);
    const { last } = wanted;
    if (!last) return theme;
    const brought = await bringForward(workspace, {
      from: last,
      to: theme,
      onProgress: (done, of) => setProgress({ done: done / of, words: `Bringing forward, ${done} of ${of}` }),
    });
    if (brought.sentences.length === 0) return theme;
    setSentence(`${brought.done} of ${brought.of} things are brought forward. ${brought.sentences.join(' ')}`);
    return undefined;
  }

  async function run(wanted: Wanted): Promise<Theme | undefined> {
    if (progress) return undefined;
    setSentence(undefined);
    setProgress({ done: 0, words: 'Reading what is there' });
    try {
      const theme = await make(wanted);
      if (theme)
        announce(
          `${theme.title} ${theme.year} ${'theme' in wanted ? 'has all that was brought forward' : 'is added'}.`,
        );
      return theme;
    } catch (error) {
      setSentence(`Not everything could be made. ${toSentence(error)} What is made stays; try again.`);
      return undefined;
    } finally {
      setProgress(undefined);
    }
  }

  return { progress, sentence, run };
}
