import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { Document16Regular } from '@fluentui/react-icons/svg/document';
import { type CSSProperties, memo } from 'react';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { cellName } from '../../domain/checklist/verdict.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { rowHover } from '../../ui/row-hover.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';
import type { GridPlace } from './grid-moves.ts';
import { countRated, type GridRow } from './grid-rows.ts';

const focus = {
  outline: `2px solid ${tokens.colorStrokeFocus2}`,
  outlineOffset: '-2px',
} as const;

const useStyles = makeStyles({
  row: { display: 'grid', minHeight: '48px', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  group: { minHeight: '32px', backgroundColor: tokens.colorNeutralBackground2 },
  first: {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: `2px ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    scrollMarginTop: '64px',
    cursor: 'pointer',
    ':focus-visible': focus,
    ':hover': rowHover,
  },
  groupFirst: {
    columnGap: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground2,
    ':hover': rowHover,
  },
  code: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, width: '48px', flexShrink: 0 },
  text: { ...typographyStyles.body1 },
  groupName: { ...typographyStyles.caption1Strong },
  caption: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  cell: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    rowGap: '2px',
    cursor: 'pointer',
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
    scrollMargin: '64px 0 0 240px',
    ':hover': rowHover,
    ':focus-visible': focus,
  },
  plain: { cursor: 'default', ':hover': { backgroundColor: 'inherit', boxShadow: 'none' } },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 0 0 0 2px ${tokens.colorCompoundBrandStroke}`,
    ':hover': {
      backgroundColor: tokens.colorBrandBackground2,
      boxShadow: `inset 0 0 0 2px ${tokens.colorCompoundBrandStroke}`,
    },
    ':focus-visible': { outlineOffset: '-4px' },
  },
  proof: {
    ...typographyStyles.caption1,
    position: 'absolute',
    right: '4px',
    bottom: '2px',
    display: 'flex',
    alignItems: 'center',
    color: tokens.colorNeutralForeground3,
    // Drawn, not written: the cell's name is fixed, and its description says the same in words.
    '::after': { content: 'attr(data-count)' },
  },
});

type Shared = {
  /** Place among the rows that are shown. */
  readonly index: number;
  readonly template: CSSProperties;
  readonly partners: readonly Partner[];
  readonly assessments: Partnership['assessments'];
  /** The column that the keyboard is in, -1 if it is in another row. */
  readonly activeColumn: number;
  readonly onOpen: (place: GridPlace) => void;
};

type GroupProps = Shared & { readonly group: Extract<GridRow, { kind: 'group' }> };

export const GroupRow = memo(function GroupRow(props: GroupProps) {
  const { group, index, template, partners, assessments, activeColumn, onOpen } = props;
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus, one at a time
    // biome-ignore lint/a11y/useSemanticElements: part of a grid
    <div role="row" aria-rowindex={index + 2} className={mergeClasses(styles.row, styles.group)} style={template}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears every key */}
      {/* biome-ignore lint/a11y/useSemanticElements: part of a grid */}
      <div
        role="rowheader"
        aria-colindex={1}
        aria-expanded={group.isOpen}
        tabIndex={activeColumn === 0 ? 0 : -1}
        data-place={`${index}:0`}
        className={mergeClasses(styles.first, styles.groupFirst)}
        onClick={() => onOpen({ row: index, column: 0 })}
      >
        <span aria-hidden="true" style={{ lineHeight: 0 }}>
          {group.isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        </span>
        <span className={styles.groupName}>{group.name}</span>
        <span className={styles.caption}>
          {group.prompts.length} {group.prompts.length === 1 ? 'prompt' : 'prompts'}
        </span>
      </div>
      {partners.map((partner, column) => (
        // biome-ignore lint/a11y/useSemanticElements: part of a grid
        <div
          key={partner.uid}
          role="gridcell"
          aria-colindex={column + 2}
          tabIndex={activeColumn === column + 1 ? 0 : -1}
          data-place={`${index}:${column + 1}`}
          className={mergeClasses(styles.cell, styles.plain, styles.caption)}
        >
          {countRated(group.prompts, partner, assessments)} of {group.prompts.length}
        </div>
      ))}
    </div>
  );
});

type PromptProps = Shared & {
  readonly prompt: Prompt;
  /** The assessment or prompt of this row that the panel shows. */
  readonly chosen: string | undefined;
  readonly evidenceCounts: ReadonlyMap<string, number>;
};

export const PromptRow = memo(function PromptRow(props: PromptProps) {
  const { prompt, index, template, partners, assessments, activeColumn, chosen, evidenceCounts, onOpen } = props;
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus, one at a time
    // biome-ignore lint/a11y/useSemanticElements: part of a grid
    <div role="row" aria-rowindex={index + 2} className={styles.row} style={template}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears every key */}
      {/* biome-ignore lint/a11y/useSemanticElements: part of a grid */}
      <div
        role="rowheader"
        aria-colindex={1}
        tabIndex={activeColumn === 0 ? 0 : -1}
        data-place={`${index}:0`}
        data-key={prompt.uid}
        className={mergeClasses(styles.first, chosen === prompt.uid && styles.chosen)}
        onClick={() => onOpen({ row: index, column: 0 })}
      >
        <span className={styles.code}>{prompt.code}</span>
        <span className={styles.text}>{prompt.title}</span>
      </div>
      {partners.map((partner, column) => {
        const key = assessmentKey(prompt.uid, partner.uid);
        const verdict = assessments.get(key)?.verdict;
        const proofs = evidenceCounts.get(key) ?? 0;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears every key
          // biome-ignore lint/a11y/useSemanticElements: part of a grid
          <div
            key={partner.uid}
            role="gridcell"
            aria-colindex={column + 2}
            aria-label={cellName(prompt, partner, verdict)}
            aria-description={proofs === 0 ? undefined : `${proofs} linked ${proofs === 1 ? 'document' : 'documents'}`}
            aria-selected={chosen === key}
            tabIndex={activeColumn === column + 1 ? 0 : -1}
            data-place={`${index}:${column + 1}`}
            data-key={key}
            className={mergeClasses(styles.cell, chosen === key && styles.chosen)}
            onClick={() => onOpen({ row: index, column: column + 1 })}
          >
            <VerdictMark verdict={verdict} size={22} />
            {proofs > 0 && (
              <span className={styles.proof} aria-hidden="true" data-count={proofs}>
                <Document16Regular />
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
});
