import type { Draft } from '../session/drafts.ts';
import { ChangeRow } from './change-row.tsx';

type Props = { readonly draft: Draft<unknown>; readonly onOpen: () => void; readonly onGiveUp: () => void };

/** Something typed that nobody has pressed Save on yet, or that waits for an answer in its form. */
export function TypedChange({ draft, onOpen, onGiveUp }: Props) {
  const isStored = draft.about !== undefined;
  const isKept = isStored || draft.isKept === true;
  return (
    <ChangeRow
      title={draft.title ?? 'Something typed'}
      href={draft.href}
      onOpen={onOpen}
      detail={isKept ? 'Kept in this browser' : 'Kept while this tab is open'}
      words={draft.why ?? words[draft.state]}
      onGiveUp={draft.state !== 'sending' && isStored ? onGiveUp : undefined}
    />
  );
}

const words = {
  typed: 'Typed, and not saved: press Save there.',
  sending: 'On its way.',
  held: 'It needs you: open it.',
} as const;
