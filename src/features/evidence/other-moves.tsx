import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type EvidenceState, type Move, type MovedItem, mayMove } from '../../domain/evidence/state.ts';
import { useSession } from '../../session/session.ts';
import { useRights } from '../../session/use-rights.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';
import type { ItemMove } from './use-item-move.ts';

const useStyles = makeStyles({
  label: { ...typographyStyles.caption1Strong, margin: `0 0 ${tokens.spacingVerticalXS}` },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  button: { '@media (max-width: 639px)': { minHeight: '44px' } },
});

/** The buttons of the rarer moves, in the order in which they stand. */
const others: readonly { readonly move: Move; readonly name: string }[] = [
  { move: 'take back', name: 'Take back' },
  { move: 'take file away', name: 'Take the file away' },
  { move: 'supersede', name: 'Mark as superseded' },
  { move: 'expire', name: 'Mark as expired' },
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
  const shown = others.filter(({ move }) => {
    if (move === 'take file away' && item.file === undefined) return false;
    const counts = move === 'expire' ? item.state : state;
    return mayMove(move, { ...(item as MovedItem), state: counts }, { id: me.id, memberships }).allowed;
  });
  if (shown.length === 0) return undefined;
  return (
    <section>
      <h3 className={styles.label}>What else can be done</h3>
      <div className={styles.row}>
        {shown.map(({ move, name }) => (
          <Button
            key={move}
            size="small"
            className={styles.button}
            disabledFocusable={moving.busy !== undefined}
            onClick={() => moving.move(move)}
          >
            {name}
          </Button>
        ))}
      </div>
    </section>
  );
}
