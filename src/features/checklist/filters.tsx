import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  SearchBox,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { ArrowForward16Regular } from '@fluentui/react-icons/svg/arrow-forward';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { Flag16Filled, Flag16Regular } from '@fluentui/react-icons/svg/flag';
import { History16Regular } from '@fluentui/react-icons/svg/history';
import { Scales16Regular } from '@fluentui/react-icons/svg/scales';
import type { ReactNode } from 'react';
import { addDays, formatDay, formatShortDay, isDay } from '../../domain/calendar/day.ts';
import { changeName, changes } from '../../domain/checklist/change-since.ts';
import { type Filter, isFiltered, type Mark, markName, marks, noFilter } from '../../domain/checklist/filter.ts';
import { ratings } from '../../domain/checklist/heat-map.ts';
import { progresses, progressName } from '../../domain/checklist/progress.ts';
import { verdictName } from '../../domain/checklist/verdict.ts';
import { useSession } from '../../session/session.ts';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { PopoverChip, ToggleChip } from '../../ui/popover-chip.tsx';
import type { Partner } from '../../workspace/schema/lists.ts';

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  find: { width: '200px', '@media (max-width: 639px)': { width: '100%', maxWidth: 'none', minHeight: '44px' } },
  marks: { display: 'contents' },
  either: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  choices: { display: 'flex', flexDirection: 'column', minWidth: '180px' },
  since: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, maxWidth: '280px' },
});

const icons: Readonly<Record<Mark, ReactNode>> = {
  late: <Flag16Filled aria-hidden="true" />,
  stale: <History16Regular aria-hidden="true" />,
  'no-action': <Flag16Regular aria-hidden="true" />,
  disputed: <Scales16Regular aria-hidden="true" />,
  'to-confirm': <ArrowForward16Regular aria-hidden="true" />,
};

type Props = {
  readonly filter: Filter;
  /** All of the theme's; the partner is chosen elsewhere where `hasPartners` is false. */
  readonly partners: readonly Partner[];
  readonly hasPartners: boolean;
  readonly counts: ReadonlyMap<Mark, number>;
  readonly owners: ReadonlyMap<string, string>;
  readonly onChange: (filter: Filter) => void;
  /** What can be done with what is shown. */
  readonly children: ReactNode;
};

/** What of the checklist is looked at: a word, and chips. Nothing of it is kept. */
export function Filters({ filter, partners, hasPartners, counts, owners, onChange, children }: Props) {
  const styles = useStyles();
  const set = (change: Partial<Filter>) => onChange({ ...filter, ...change });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame that cannot be laid out
    <div role="group" aria-label="Filters" className={styles.filters}>
      <SearchBox
        className={styles.find}
        aria-label="Find a prompt or words of a reason"
        placeholder="Find a prompt"
        value={filter.find}
        onChange={(_, { value }) => set({ find: value })}
      />
      {hasPartners && (
        <Choices
          label="Partner"
          options={partners.map(({ uid, title }) => ({ value: uid, label: title }))}
          chosen={filter.partners}
          onChange={(chosen) => set({ partners: chosen })}
        />
      )}
      <Choices
        label="Verdict"
        options={ratings.map((rating) => ({
          value: rating,
          label: verdictName(rating === 'not-rated' ? undefined : rating),
        }))}
        chosen={filter.verdicts}
        onChange={(chosen) => set({ verdicts: chosen })}
      />
      <Choices
        label="Progress"
        options={progresses.map((progress) => ({ value: progress, label: progressName(progress) }))}
        chosen={filter.progress}
        onChange={(chosen) => set({ progress: chosen })}
      />
      {owners.size > 0 && (
        <FilterSelect
          label="Owner"
          all="Anybody"
          value={filter.owner ?? ''}
          options={[...owners].map(([value, label]) => ({ value, label }))}
          onChange={(owner) => set({ owner: owner === '' ? undefined : owner })}
        />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame that cannot be laid out */}
      <div role="group" aria-label="Any of these" className={styles.marks}>
        {marks.map((mark) => {
          const isOn = filter.marks.includes(mark);
          if (!counts.has(mark) && !isOn) return undefined;
          return (
            <ToggleChip
              key={mark}
              label={`${markName(mark)} ${counts.get(mark) ?? 0}`}
              icon={icons[mark]}
              isOn={isOn}
              onChange={() =>
                set({ marks: isOn ? filter.marks.filter((one) => one !== mark) : [...filter.marks, mark] })
              }
            />
          );
        })}
        {filter.marks.length > 1 && (
          <span className={styles.either}>{`Shows any: ${filter.marks.map(markName).join(' or ').toLowerCase()}`}</span>
        )}
      </div>
      <Since filter={filter} onChange={set} />
      {filter.group !== undefined && (
        <ToggleChip
          label={filter.group}
          name={`${filter.group}, show all groups`}
          icon={<Dismiss16Regular aria-hidden="true" />}
          isOn
          onChange={() => set({ group: undefined })}
        />
      )}
      {children}
      {isFiltered(filter) && (
        <Button size="small" appearance="subtle" onClick={() => onChange(noFilter)}>
          Clear the filters
        </Button>
      )}
    </div>
  );
}

/** The first of the filters; where they are folded away, the screen's heading. */
export function focusFilters(): void {
  const first = document.querySelector<HTMLElement>('[role="group"][aria-label="Filters"] button');
  (first ?? document.getElementById('page-title'))?.focus({ preventScroll: true });
}

type ChoicesProps<T extends string> = {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly chosen: readonly T[];
  readonly onChange: (chosen: readonly T[]) => void;
};

/** Several of a few. */
function Choices<T extends string>({ label, options, chosen, onChange }: ChoicesProps<T>) {
  const styles = useStyles();
  const names = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label);
  const shown = names.length === 0 ? label : names.length === 1 ? `${label}: ${names[0]}` : `${label} ${names.length}`;
  return (
    <PopoverChip
      label={shown}
      name={names.length < 2 ? shown : `${shown}: ${names.join(', ')}`}
      isOn={chosen.length > 0}
    >
      <div className={styles.choices}>
        {options.map(({ value, label: name }) => (
          <Checkbox
            key={value}
            label={name}
            checked={chosen.includes(value)}
            onChange={(_, { checked }) =>
              onChange(
                options.map((one) => one.value).filter((one) => (one === value ? checked : chosen.includes(one))),
              )
            }
          />
        ))}
      </div>
    </PopoverChip>
  );
}

type SinceProps = { readonly filter: Filter; readonly onChange: (change: Partial<Filter>) => void };

function Since({ filter, onChange }: SinceProps) {
  const styles = useStyles();
  const { today } = useSession();
  const { since, change } = filter;
  const what = change === undefined ? 'Changed' : changeName(change);
  return (
    <PopoverChip
      label={since === undefined ? 'Changed since' : `${what} since ${formatShortDay(since)}`}
      name={since === undefined ? 'Changed since' : `${what} since ${formatDay(since)}`}
      isOn={since !== undefined}
    >
      <div className={styles.since}>
        <Field
          label="Changed since"
          hint={
            change === undefined
              ? 'Any change of the answer counts: its verdict, words, progress, owner or date.'
              : 'Only changes of the verdict count, as in the heat map.'
          }
        >
          <Input
            type="date"
            max={today()}
            value={since ?? ''}
            onChange={(_, { value }) =>
              onChange(isDay(value) ? { since: value } : { since: undefined, change: undefined })
            }
          />
        </Field>
        {since !== undefined && (
          <FilterSelect
            label="Verdict"
            all="Any change"
            value={change ?? ''}
            options={changes.map((value) => ({ value, label: changeName(value) }))}
            onChange={(value) => onChange({ change: value === '' ? undefined : value })}
          />
        )}
        {/* One button, so that the focus stays on it. */}
        <Button
          onClick={() =>
            onChange(since === undefined ? { since: addDays(today(), -7) } : { since: undefined, change: undefined })
          }
        >
          {since === undefined ? 'The last seven days' : 'Show all'}
        </Button>
      </div>
    </PopoverChip>
  );
}
