import { assessmentKey } from '../../domain/checklist/keys.ts';
import type { RatingStep } from '../../services/undo-rating.ts';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { type PanelFocus, SidePanel } from '../../ui/side-panel.tsx';
import type { Prompt, Theme } from '../../workspace/schema/lists.ts';
import { AssessmentPanel } from './assessment-panel.tsx';
import { PromptPanel } from './prompt-panel.tsx';

type Props = {
  readonly partnership: Partnership;
  readonly theme: Theme;
  readonly assessment: string | undefined;
  readonly prompt: string | undefined;
  /** The prompts that are in the list now, through which the panel steps. */
  readonly shown: readonly Prompt[];
  readonly focus: PanelFocus;
  /** A rating was saved, and can be undone. */
  readonly onSaved: (step: readonly RatingStep[]) => void;
};

/** What the address names: one partner's answer, a prompt, or nothing that is here any more. */
export function OpenPanel({ partnership, theme, assessment, prompt, shown, focus, onSaved }: Props) {
  const { open } = useSession();
  const close = () => open({ screen: 'checklist' });
  const promptRow = [...partnership.prompts, ...partnership.withdrawn].find((entry) => entry.uid === prompt);
  if (promptRow !== undefined)
    return <PromptPanel partnership={partnership} theme={theme} prompt={promptRow} focus={focus} onClose={close} />;

  const found = findSubject(partnership, assessment);
  if (found === undefined) {
    return (
      <SidePanel title="This is not in the checklist" onClose={close}>
        The link names a prompt or a partner that this checklist does not hold any more. Nothing was lost: close this
        and look for it in the list.
      </SidePanel>
    );
  }
  const at = shown.findIndex((entry) => entry.uid === found.prompt.uid);
  const step = (to: Prompt | undefined) =>
    to && (() => open({ screen: 'checklist', assessment: assessmentKey(to.uid, found.partner.uid) }));
  return (
    <AssessmentPanel
      partnership={partnership}
      theme={theme}
      prompt={found.prompt}
      partner={found.partner}
      focus={focus}
      onSaved={onSaved}
      onClose={close}
      onPrevious={at > 0 ? step(shown[at - 1]) : undefined}
      onNext={at >= 0 ? step(shown[at + 1]) : undefined}
    />
  );
}

function findSubject({ prompts, withdrawn, partners }: Partnership, assessment: string | undefined) {
  for (const prompt of [...prompts, ...withdrawn]) {
    if (assessment?.startsWith(`${prompt.uid}.`) !== true) continue;
    const partner = partners.find((entry) => assessmentKey(prompt.uid, entry.uid) === assessment);
    if (partner !== undefined) return { prompt, partner };
  }
  return undefined;
}
