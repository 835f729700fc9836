import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { evidenceStateNames, evidenceStates } from '../../domain/evidence/state.ts';
import type { OwnViews } from '../../session/use-own-views.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { type Choice, type GroupBy, noChoice, type SortBy } from './arrange.ts';
import type { RowState } from './evidence-rows.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { width: '150px' },
});

const sorts: readonly { readonly value: SortBy; readonly label: string }[] = [
  { value: 'changed', label: 'last changed' },
  { value: 'title', label: 'title' },
  { value: 'partner', label: 'partner' },
  { value: 'state', label: 'state' },
  { value: 'period', label: 'period covered' },
  { value: 'freshness', label: 'freshness' },
  { value: 'owner', label: 'owner' },
  { value: 'size', label: 'size' },
  { value: 'waiting', label: 'waiting longest' },
];

const groups: readonly { readonly value: Exclude<GroupBy, ''>; readonly label: string }[] = [
  { value: 'partner', label: 'partner' },
  { value: 'prompt', label: 'prompt' },
  { value: 'state', label: 'state' },
  { value: 'owner', label: 'owner' },
];

/** What turns an order the other way round: the largest, latest and last come first. */
const startsDown: ReadonlySet<SortBy> = new Set(['changed', 'size', 'period']);

export function sortBy(by: SortBy): Choice['sort'] {
  return { by, isDown: startsDown.has(by) };
}

type Props = {
  readonly partnership: Partnership;
  readonly choice: Choice;
  readonly own: OwnViews<Choice>;
  readonly isAllThemes: boolean;
  readonly onChoose: (choice: Choice) => void;
  readonly onAllThemes: (isAll: boolean) => void;
};

/** The filters, the order and the groups; a choice of them can be kept under a name. */
export function FilterRow({ partnership, choice, own, isAllThemes, onChoose, onAllThemes }: Props) {
  const styles = useStyles();
  const announce = useAnnounce();
  const [name, setName] = useState('');

  function keep() {
    const title = name.trim().slice(0, 40);
    if (title === '') return;
    const isKept = own.save(title, choice);
    setName('');
    announce(isKept ? `${title} is kept as a view.` : `${title} is kept until this tab is closed.`);
  }

  return (
    <div className={styles.row}>
      <FilterSelect
        label="Partner"
        all="All"
        value={choice.partner}
        options={partnership.partners.map((partner) => ({ value: partner.uid, label: partner.title }))}
        onChange={(partner) => onChoose({ ...choice, partner })}
      />
      <FilterSelect<RowState>
        label="State"
        all="All"
        value={choice.state}
        options={[
          { value: 'unregistered', label: 'Unregistered' },
          ...evidenceStates.map((state) => ({ value: state, label: evidenceStateNames[state] })),
        ]}
        onChange={(state) => onChoose({ ...choice, state })}
      />
      <FilterSelect<'all'>
        label="Theme"
        all={partnership.theme?.title ?? 'This theme'}
        value={isAllThemes ? 'all' : ''}
        options={[{ value: 'all', label: 'All themes' }]}
        onChange={(value) => onAllThemes(value === 'all')}
      />
      <FilterSelect<Exclude<GroupBy, ''>>
        label="Group by"
        all="nothing"
        value={choice.group}
        options={groups}
        onChange={(group) => onChoose({ ...choice, group })}
      />
      <FilterSelect<SortBy>
        label="Order by"
        value={choice.sort.by}
        options={sorts}
        onChange={(by) => by !== '' && onChoose({ ...choice, sort: sortBy(by) })}
      />
      <Input
        className={styles.name}
        size="small"
        aria-label="Name of this view"
        placeholder="Name of this view"
        value={name}
        onChange={(_, { value }) => setName(value)}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
      <Button size="small" disabledFocusable={name.trim() === ''} onClick={keep}>
        Keep this view
      </Button>
      <Button size="small" appearance="subtle" onClick={() => onChoose(noChoice)}>
        Clear
      </Button>
    </div>
  );
}
