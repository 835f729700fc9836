import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { type EvidenceState, type Move, type MovedItem, mayMove } from '../../domain/evidence/state.ts';
import { useSession } from '../../session/session.ts';
import { useRights } from '../../session/use-rights.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Evidence } from '../../workspace/schema/lists.ts';
import type { ItemMove } from './use-item-move.ts';

const useStyles = makeStyles({
  label: { ...typographyStyles.caption1Strong, margin: `0 0 ${tokens.spacingVerticalXS}` },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The buttons of the rarer moves, in the order in which they stand; `asks` first where much is lost by a slip. */
const others: readonly { readonly move: Move; readonly name: string; readonly asks?: string }[] = [
  { move: 'take back', name: 'Take back' },
  { move: 'take file away', name: 'Take the file away' },
  {
    move: 'supersede',
    name: 'Mark as superseded',
    asks: 'It counts no more, because another one took its place. Brought back, it is a draft and is checked again.',
  },
  {
    move: 'expire',
    name: 'Mark as expired',
    asks: 'It counts no more, and its approval ends. Brought back, it is a draft and is checked again.',
  },
  { move: 'bring back', name: 'Bring back' },
];

type Props = {
  readonly item: Evidence;
  /** What counts. */
  readonly state: EvidenceState;
  readonly moving: ItemMove;
};

/** What is seldom done with an item, out of the way of what is done every day. */
export function OtherMoves({ item, state, moving }: Props) {
  const styles = useStyles();
  const { me } = useSession();
  const { memberships } = useRights();
  const [asked, setAsked] = useState<Move | undefined>();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = others.filter(({ move }) => {
    if (move === 'take file away' && item.file === undefined && item.address === undefined) return false;
    const counts = move === 'expire' || move === 'bring back' ? item.state : state;
    return mayMove(move, { ...(item as MovedItem), state: counts }, { id: me.id, memberships }).allowed;
  });
  if (shown.length === 0) return undefined;
  const question = shown.find(({ move, asks }) => move === asked && asks !== undefined);

  function end(move?: Move) {
    setAsked(undefined);
    heading.current?.focus();
    if (move !== undefined) void moving.move(move);
  }

  return (
    <section>
      <h3 ref={heading} tabIndex={-1} className={styles.label}>
        What else can be done
      </h3>
      {question === undefined ? (
        <div className={styles.row}>
          {shown.map(({ move, name, asks }) => (
            <Button
              key={move}
              size="small"
              disabledFocusable={moving.busy !== undefined}
              onClick={() => (asks === undefined ? moving.move(move) : setAsked(move))}
            >
              {move === 'take file away' && item.file === undefined ? 'Take the address away' : name}
            </Button>
          ))}
        </div>
      ) : (
        <Notice
          kind="warning"
          lead={`${question.name}?`}
          actions={
            <>
              <Button size="small" onClick={() => end(question.move)}>
                Yes, {question.name.toLowerCase()}
              </Button>
              <Button autoFocus size="small" onClick={() => end()}>
                Leave it as it is
              </Button>
            </>
          }
        >
          {question.asks}
        </Notice>
      )}
    </section>
  );
}
