import { Button } from '@fluentui/react-components';
import type { Partnership } from '../session/use-partnership.ts';
import { whenWords } from '../session/when.ts';
import { useWorkspace } from '../workspace/hooks.ts';
import type { Edit } from '../workspace/sync/edit.ts';
import type { Pause } from '../workspace/sync/pause.ts';
import { ChangeRow } from './change-row.tsx';
import { describeEdit, whatChanges } from './describe-edit.ts';
import { standingWords } from './waiting-words.ts';

type Props = {
  readonly edit: Edit;
  readonly known: Partnership | undefined;
  readonly pause: Pause | undefined;
  readonly now: number;
  readonly onOpen: () => void;
  /** To choose between two values. */
  readonly onDecide: () => void;
};

/** One accepted change that waits. */
export function PendingChange({ edit, known, pause, now, onOpen, onDecide }: Props) {
  const workspace = useWorkspace();
  const { title, href } = describeEdit(edit, known);
  const { is } = edit.standing;
  const since = edit.madeAt === '' ? '' : `, since ${whenWords(edit.madeAt, workspace.clock())}`;
  return (
    <ChangeRow
      title={title}
      href={href}
      onOpen={onOpen}
      detail={`${whatChanges(edit)}${since}`}
      words={standingWords(edit, pause, now)}
      actions={
        is === 'clash' ? (
          <Button size="small" appearance="primary" onClick={onDecide}>
            Choose
          </Button>
        ) : is === 'removed' ? (
          <Button size="small" onClick={() => workspace.restore(edit)}>
            Put it back
          </Button>
        ) : is === 'refused' ? (
          <Button size="small" onClick={() => workspace.retry(edit)}>
            Try again
          </Button>
        ) : undefined
      }
      // What may be with Microsoft 365 already cannot be given up: it is looked for first.
      onGiveUp={is === 'unsure' && pause === undefined ? undefined : () => workspace.discard(edit)}
    />
  );
}
