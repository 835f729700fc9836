import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { Day } from '../../domain/calendar/day.ts';
import { useSession } from '../../session/session.ts';
import { hiddenStyle } from '../../ui/hidden.ts';
import type { PersonRef } from '../../workspace/schema/define-list.ts';
import { smallLabel } from './small-label.ts';

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
    '@media (max-width: 359px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  // The widest name must not push the date out of its column.
  select: { minWidth: 0, '& select': { minWidth: 0, width: '100%' } },
  field: { minWidth: 0 },
});

type Props = {
  readonly owner: PersonRef | undefined;
  readonly dueOn: Day | undefined;
  readonly people: readonly PersonRef[];
  /** `of the action`, where a form has more than one owner. */
  readonly of?: string;
  readonly isReadOnly?: boolean;
  readonly onOwner: (owner: PersonRef | undefined) => void;
  readonly onDue: (dueOn: Day | undefined) => void;
};

/** Who does it, and by when. */
export function OwnerFields({ owner, dueOn, people, of, isReadOnly = false, onOwner, onDue }: Props) {
  const styles = useStyles();
  const { today } = useSession();
  const isPast = !isReadOnly && dueOn !== undefined && dueOn < today();
  // Said, not shown: the form says it to the eye.
  const suffix = of !== undefined && <span style={hiddenStyle}> {of}</span>;
  // Somebody who is on the list of people no more still owns what they own.
  const shown = owner === undefined || people.some(({ id }) => id === owner.id) ? people : [owner, ...people];
  return (
    <div className={styles.pair}>
      <Field label={smallLabel(<>Owner{suffix}</>)} className={styles.field}>
        <Select
          className={styles.select}
          value={owner?.id ?? ''}
          disabled={isReadOnly}
          onChange={(_, { value }) => onOwner(shown.find(({ id }) => id === value))}
        >
          <option value="">Nobody</option>
          {shown.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={smallLabel(<>Due date{suffix}</>)}
        className={styles.field}
        {...(isPast && { validationState: 'warning', validationMessage: 'That day has passed.' })}
      >
        <Input
          type="date"
          value={dueOn ?? ''}
          readOnly={isReadOnly}
          style={{ minWidth: 0 }}
          onChange={(_, { value }) => onDue(value === '' ? undefined : value)}
        />
      </Field>
    </div>
  );
}
