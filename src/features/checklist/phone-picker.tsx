import { Button, Link, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { Filter20Regular } from '@fluentui/react-icons/svg/filter';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { type ReactNode, useState } from 'react';
import type { Filter } from '../../domain/checklist/filter.ts';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { type Progress, progressName } from '../../domain/checklist/progress.ts';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';
import type { Cells } from './cells.ts';
import { ALL_PARTNERS } from './use-checklist-view.ts';

const useStyles = makeStyles({
  top: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
  },
  line: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  picker: { flexGrow: 1, minWidth: 0, '& select': { minHeight: '44px' } },
  tool: { minWidth: '44px', minHeight: '44px', flexShrink: 0 },
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, '& button': { minHeight: '44px' } },
  summary: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    margin: 0,
    color: tokens.colorNeutralForeground3,
  },
  number: { ...typographyStyles.caption1, minHeight: '44px' },
});

/** How far the answers are; the others are in progress. */
const told: readonly Progress[] = ['agreed', 'ready-to-agree', 'not-started'];

type PickerProps = {
  readonly partners: readonly Partner[];
  readonly prompts: readonly Prompt[];
  /** Undefined for all of them. */
  readonly partner: Partner | undefined;
  readonly cells: Cells;
  readonly isFiltered: boolean;
  /** Shows the rows behind a number. */
  readonly onShow: (change: Partial<Filter>) => void;
  /** By the uid, or `ALL_PARTNERS`. */
  readonly onPartner: (uid: string) => void;
  /** The filters, which are folded away until they are asked for. */
  readonly filters: ReactNode;
  /** What the grid's keys do where there is room for a grid. */
  readonly tools: ReactNode;
};

/** Whose answers are shown, and the filters below it. */
export function PartnerPicker(props: PickerProps) {
  const { partners, prompts, partner, cells, isFiltered, onShow, onPartner, filters, tools } = props;
  const styles = useStyles();
  const [isOpen, setOpen] = useState<'filters' | 'tools' | undefined>();
  const counted = partner === undefined ? partners : [partner];
  const facts = counted.flatMap(({ uid }) =>
    prompts.flatMap((each) => cells.get(assessmentKey(each.uid, uid))?.facts ?? []),
  );
  const count = (progress: Progress) => facts.filter((one) => one.progress === progress).length;
  const toggle = (part: 'filters' | 'tools') => setOpen(isOpen === part ? undefined : part);
  return (
    <div className={styles.top}>
      <div className={styles.line}>
        <Select
          size="large"
          aria-label="Partner"
          className={styles.picker}
          value={partner?.uid ?? ALL_PARTNERS}
          onChange={(_, { value }) => onPartner(value)}
        >
          {partners.map((entry) => (
            <option key={entry.uid} value={entry.uid}>
              {entry.title}
            </option>
          ))}
          {partners.length > 1 && <option value={ALL_PARTNERS}>All partners</option>}
        </Select>
        <Button
          className={styles.tool}
          appearance={isFiltered ? 'primary' : 'secondary'}
          icon={<Filter20Regular />}
          aria-label={isFiltered ? 'Filters, some are set' : 'Filters'}
          aria-expanded={isOpen === 'filters'}
          onClick={() => toggle('filters')}
        />
        <Button
          className={styles.tool}
          icon={<MoreHorizontal20Regular />}
          aria-label="More"
          aria-expanded={isOpen === 'tools'}
          onClick={() => toggle('tools')}
        />
      </div>
      {isOpen === 'filters' && filters}
      {isOpen === 'tools' && <div className={styles.tools}>{tools}</div>}
      <p className={styles.summary}>
        {told.map((progress) => {
          const number = count(progress);
          const of = progress === 'agreed' ? ` of ${facts.length}` : '';
          const words = `${number}${of} ${progressName(progress).toLowerCase()}`;
          if (number === 0) return <span key={progress}>{words}</span>;
          return (
            <Link
              key={progress}
              className={styles.number}
              onClick={() => onShow({ progress: [progress], partners: partner === undefined ? [] : [partner.uid] })}
            >
              {words}
            </Link>
          );
        })}
      </p>
    </div>
  );
}
