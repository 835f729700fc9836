import { Button, Checkbox, Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { mayWorkFor } from '../../domain/roles.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';
import { type ItemFields as Fields, findFaults, type ItemColumn, itemColumns } from './item-fields.ts';
import type { ItemForm } from './use-item-form.ts';
import { kindsIn, usePack } from './use-kinds.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    // What is wrong with one of the two makes the other no taller.
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
  },
  date: { minWidth: 0, width: '100%' },
  select: { minWidth: 0, width: '100%' },
  left: { alignSelf: 'flex-start' },
});

const markings = ['OFFICIAL', 'OFFICIAL-SENSITIVE', 'not marked'] as const;

type Props = {
  readonly partnership: Partnership;
  readonly item: Evidence;
  readonly form: ItemForm;
  /** It was asked for just now. */
  readonly hasFocus: boolean;
  /** Shows the facts again; there is nothing to save then. */
  readonly onDone: () => void;
};

/** The facts of an item, to be changed by whoever works for its partner. */
export function ItemFields({ partnership, item, form, hasFocus, onDone }: Props) {
  const styles = useStyles();
  const { memberships } = useRights();
  const { fields, seen } = form.draft;
  const faults = findFaults(fields, seen);
  const kinds = kindsIn(usePack(partnership.themes.find((theme) => theme.uid === item.theme) ?? partnership.theme));
  const known = kinds.some((kind) => kind.name === fields.kindOf);
  const owners = new Map(
    partnership.people.flatMap(({ person }) => (person ? [[person.id, person.name] as const] : [])),
  );
  if (item.owner && !owners.has(item.owner.id)) owners.set(item.owner.id, item.owner.name);
  const partners = partnership.partners.filter(({ uid }) => uid === item.partner || mayWorkFor(uid, memberships));
  const set = (change: Partial<Fields>) => form.change({ ...fields, ...change });

  function chooseKind(name: string) {
    const kind = kinds.find((each) => each.name === name);
    set({ kindOf: name, ...(kind && { untilReview: kind.untilReview }) });
  }

  const date = (column: Extract<ItemColumn, 'periodFrom' | 'periodTo' | 'documentOn' | 'reviewBy' | 'dueOn'>) => (
    <Field label={itemColumns[column]} {...(faults[column] && { validationMessage: faults[column] })}>
      <Input
        type="date"
        className={styles.date}
        input={{ className: styles.date }}
        readOnly={form.isSending}
        value={fields[column]}
        onChange={(_, { value }) => set({ [column]: value })}
      />
    </Field>
  );

  return (
    <div className={styles.form}>
      <Field label={itemColumns.title} required {...(faults.title && { validationMessage: faults.title })}>
        <Input autoFocus={hasFocus} value={fields.title} onChange={(_, { value }) => set({ title: value })} />
      </Field>
      <div className={styles.pair}>
        <Field label={itemColumns.partner}>
          <Select
            select={{ className: styles.select }}
            value={fields.partner}
            onChange={(_, { value }) => set({ partner: value })}
          >
            {partners.map((partner) => (
              <option key={partner.uid} value={partner.uid}>
                {partner.title}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={itemColumns.owner}>
          <Select
            select={{ className: styles.select }}
            value={fields.owner}
            onChange={(_, { value }) => set({ owner: value })}
          >
            <option value="">Nobody</option>
            {[...owners].map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label={itemColumns.kindOf}>
        <Select
          select={{ className: styles.select }}
          value={fields.kindOf}
          onChange={(_, { value }) => chooseKind(value)}
        >
          <option value="">Not said</option>
          {!known && fields.kindOf !== '' && <option value={fields.kindOf}>{fields.kindOf}</option>}
          {kinds.map((kind) => (
            <option key={kind.name} value={kind.name}>
              {kind.name}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        label="Holds until its review, however old it is"
        checked={fields.untilReview}
        onChange={(_, { checked }) => set({ untilReview: checked === true })}
      />
      <div className={styles.pair}>
        {date('periodFrom')}
        {date('periodTo')}
      </div>
      <div className={styles.pair}>
        {date('documentOn')}
        {date('reviewBy')}
      </div>
      <div className={styles.pair}>
        {item.state === 'needed' && date('dueOn')}
        <Field label={itemColumns.marking}>
          <Select
            select={{ className: styles.select }}
            value={fields.marking}
            onChange={(_, { value }) => set({ marking: value })}
          >
            <option value="">Not said</option>
            {markings.map((marking) => (
              <option key={marking} value={marking}>
                {marking}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field
        label={itemColumns.note}
        hint="No names of children."
        {...(faults.note && { validationMessage: faults.note })}
      >
        <Textarea rows={3} resize="vertical" value={fields.note} onChange={(_, { value }) => set({ note: value })} />
      </Field>
      {!form.isUnsaved && (
        <Button size="small" className={styles.left} onClick={onDone}>
          Show the facts
        </Button>
      )}
    </div>
  );
}
