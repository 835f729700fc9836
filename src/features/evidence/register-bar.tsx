import { Button, makeStyles, mergeClasses, SearchBox, tokens } from '@fluentui/react-components';
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss';
import { Filter20Regular } from '@fluentui/react-icons/svg/filter';
import { type ReactNode, useId, useState } from 'react';
import type { OwnViews } from '../../session/use-own-views.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { ToggleChip } from '../../ui/popover-chip.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { type Choice, chooseView } from './arrange.ts';
import { FilterRow } from './filter-row.tsx';
import { tightMedia, useIsTight } from './tight.ts';
import { type ViewId, views } from './views.ts';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
  },
  line: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, width: '100%', minWidth: 0 },
  // One row where there is little room: what does not fit is pushed along. The padding is the room of a focus ring.
  scroll: { overflowX: 'auto', padding: '3px', margin: '-3px' },
  find: {
    // Gives way before the filter has to go to a row of its own.
    flexGrow: 1,
    flexBasis: '130px',
    minWidth: 0,
    maxWidth: '194px',
    '@media (max-width: 639px)': { maxWidth: 'none', minHeight: '44px' },
    [tightMedia]: { maxWidth: 'none' },
  },
  chips: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    listStyle: 'none',
    margin: 0,
    padding: '2px',
    '@media (max-width: 639px)': { flexWrap: 'nowrap', padding: 0 },
    [tightMedia]: { flexWrap: 'nowrap' },
  },
  filter: {
    marginLeft: 'auto',
    '@media (max-width: 639px)': { flexShrink: 0, marginLeft: 0 },
    [tightMedia]: { flexShrink: 0, marginLeft: 0 },
  },
  own: { display: 'inline-flex', alignItems: 'center' },
});

type Props = {
  readonly partnership: Partnership;
  readonly choice: Choice;
  readonly counts: ReadonlyMap<ViewId, number>;
  /** By the names of the person's own views. */
  readonly ownCounts: ReadonlyMap<string, number>;
  readonly own: OwnViews<Choice>;
  readonly isAllThemes: boolean;
  /** What stands beside finding, where there is little room. */
  readonly beside?: ReactNode;
  readonly onChoose: (choice: Choice) => void;
  readonly onAllThemes: (isAll: boolean) => void;
};

/** Finding, the lists that people come for, and the filters behind one button. */
export function RegisterBar(props: Props) {
  const { choice, counts, ownCounts, own, beside, onChoose } = props;
  const isNarrow = useWidth() === 'narrow';
  const isTight = useIsTight();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const filtersId = useId();
  const filters = [choice.partner, choice.state, choice.group, props.isAllThemes ? 'all' : ''].filter(Boolean).length;
  const more = views.filter((view) => !view.isKept);
  const isOwn = (view: Choice) => JSON.stringify(view) === JSON.stringify(choice);
  const isOwnOn = own.views.some((view) => isOwn(view.choice));

  const filterName = filters === 0 ? 'Filter' : `Filter, ${filters} on`;
  const find = (
    <SearchBox
      className={styles.find}
      aria-label="Find evidence"
      placeholder="Title, file, partner"
      value={choice.find}
      onChange={(_, { value }) => onChoose({ ...choice, find: value })}
    />
  );
  const lists = (
    <ul className={styles.chips} aria-label="Lists">
      {views
        .filter((view) => view.isKept)
        .map(({ id, name }) => (
          <li key={id}>
            <ToggleChip
              label={`${name} ${counts.get(id) ?? 0}`}
              isOn={choice.view === id && !isOwnOn}
              onChange={() => onChoose(chooseView(choice, id))}
            />
          </li>
        ))}
      {own.views.map((view) => (
        <li key={`own ${view.name}`} className={styles.own}>
          <ToggleChip
            label={`${view.name} ${ownCounts.get(view.name) ?? 0}`}
            isOn={isOwn(view.choice)}
            onChange={() => onChoose(view.choice)}
          />
          <Button
            size="small"
            appearance="subtle"
            icon={<Dismiss12Regular />}
            aria-label={`Remove the view ${view.name}`}
            onClick={({ currentTarget }) => {
              // It goes with its view: the keyboard goes to the first of the lists.
              currentTarget.closest('ul')?.querySelector('button')?.focus();
              own.remove(view.name);
            }}
          />
        </li>
      ))}
    </ul>
  );
  const moreLists = (
    <FilterSelect<ViewId>
      label="More"
      all="lists"
      value={more.some((view) => view.id === choice.view) ? choice.view : ''}
      options={more.map(({ id, name }) => ({ value: id, label: `${name} ${counts.get(id) ?? 0}` }))}
      onChange={(view) => onChoose(chooseView(choice, view === '' ? 'all' : view))}
    />
  );
  const filter = (
    <Button
      className={styles.filter}
      shape="circular"
      size="small"
      icon={<Filter20Regular />}
      aria-label={filterName}
      aria-expanded={isOpen}
      aria-controls={filtersId}
      onClick={() => setOpen(!isOpen)}
    >
      {isNarrow ? filters || '' : filterName}
    </Button>
  );
  return (
    <>
      <div className={styles.bar}>
        {isNarrow || isTight ? (
          <>
            <div className={styles.line}>
              {find}
              {beside}
            </div>
            <div className={mergeClasses(styles.line, styles.scroll)}>
              {filter}
              {lists}
              {moreLists}
            </div>
          </>
        ) : (
          <>
            {find}
            {lists}
            {moreLists}
            {filter}
          </>
        )}
      </div>
      <div id={filtersId} hidden={!isOpen}>
        {isOpen && <FilterRow {...props} />}
      </div>
    </>
  );
}
