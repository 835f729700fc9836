import { LazyPart } from '../../ui/lazy-part.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { type Problem, settleClash } from './answer.ts';
import type { Answer } from './use-answer.ts';

// Two people seldom change one answer at once: the dialog comes when it is needed.
const loadAnswerClash = async () => (await import('./answer-clash.tsx')).AnswerClash;

type Props = {
  readonly answer: Answer;
  readonly clash: Extract<Problem, { kind: 'clash' }>;
  readonly onClose: () => void;
};

/** What is kept where two people have written the same answer. */
export function AnswerQuestion({ answer, clash, onClose }: Props) {
  return (
    <LazyPart
      load={loadAnswerClash}
      props={{
        subject: answer.name,
        mine: answer.draft,
        at: clash.at,
        theirs: clash.theirs,
        onSettle: (keepMine) => answer.save(settleClash(answer.draft, keepMine)),
        onLater: onClose,
      }}
      frame={SidePanel}
      onClose={onClose}
    />
  );
}
