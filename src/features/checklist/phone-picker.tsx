import { Button, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { Filter20Regular } from '@fluentui/react-icons/svg/filter';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { type ReactNode, useState } from 'react';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import type { Progress } from '../../domain/checklist/progress.ts';
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
  summary: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
});

type PickerProps = {
  readonly partners: readonly Partner[];
  readonly prompts: readonly Prompt[];
  /** Undefined for all of them. */
  readonly partner: Partner | undefined;
  readonly cells: Cells;
  readonly isFiltered: boolean;
  /** By the uid, or `ALL_PARTNERS`. */
  readonly onPartner: (uid: string) => void;
  /** The filters, which are folded away until they are asked for. */
  readonly filters: ReactNode;
  /** What the grid's keys do where there is room for a grid. */
  readonly tools: ReactNode;
};

/** Whose answers are shown, and the filters below it. */
export function PartnerPicker(props: PickerProps) {
  const { partners, prompts, partner, cells, isFiltered, onPartner, filters, tools } = props;
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
        {count('agreed')} of {facts.length} agreed. {count('ready-to-agree')} ready to agree. {count('not-started')} not
        started.
      </p>
    </div>
  );
}
