import { Button, makeStyles, mergeClasses, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowForward16Regular } from '@fluentui/react-icons/svg/arrow-forward';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { Filter20Regular } from '@fluentui/react-icons/svg/filter';
import { Flag16Filled, Flag16Regular } from '@fluentui/react-icons/svg/flag';
import { History16Regular } from '@fluentui/react-icons/svg/history';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { type ReactNode, useState } from 'react';
import type { CellFacts } from '../../domain/checklist/cell-facts.ts';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { type Progress, progressName } from '../../domain/checklist/progress.ts';
import { verdictName } from '../../domain/checklist/verdict.ts';
import { toHref } from '../../session/href.ts';
import { ProgressPips } from '../../ui/progress-pips.tsx';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';
import type { Cell, Cells } from './cells.ts';
import { type GridRow, standingOf } from './grid-rows.ts';

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
  strong: { fontWeight: tokens.fontWeightSemibold },
  mark: { display: 'inline-flex', alignItems: 'center', columnGap: '4px', marginRight: tokens.spacingHorizontalM },
  stale: { color: tokens.colorPalettePurpleForeground2, fontWeight: tokens.fontWeightSemibold },
  brought: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  alarm: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  summary: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0, backgroundColor: tokens.colorNeutralBackground1 },
  group: {
    ...typographyStyles.caption1Strong,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '44px',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'left',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  groupName: { flexGrow: 1 },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  row: {
    ...typographyStyles.body1,
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '56px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  words: { flexGrow: 1, minWidth: 0 },
  said: { ...typographyStyles.caption1, display: 'block', paddingTop: '2px', color: tokens.colorNeutralForeground2 },
  end: { alignSelf: 'center', lineHeight: 0, color: tokens.colorNeutralForeground3 },
});

type Props = {
  readonly partner: Partner;
  readonly rows: readonly GridRow[];
  readonly cells: Cells;
  readonly onToggle: (group: string) => void;
};

/** One partner's answers on a phone, verdicts said in words beside their marks. */
export function PhoneList({ partner, rows, cells, onToggle }: Props) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={`Prompts of ${partner.title}`}>
      {rows.map((row) => {
        if (row.kind === 'group') {
          const { agreed, of } = standingOf(cells, row.all, partner);
          return (
            <li key={`group ${row.name}`}>
              <button
                type="button"
                aria-expanded={row.isOpen}
                className={styles.group}
                onClick={() => onToggle(row.name)}
              >
                <span aria-hidden="true" style={{ lineHeight: 0 }}>
                  {row.isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
                </span>
                <span className={styles.groupName}>{row.name}</span>
                <span className={styles.quiet}>
                  {agreed} of {of} agreed
                </span>
              </button>
            </li>
          );
        }
        const cell = cells.get(assessmentKey(row.prompt.uid, partner.uid));
        if (cell === undefined) return undefined;
        return (
          <li key={row.prompt.uid}>
            <a href={toHref({ screen: 'checklist', assessment: cell.key })} data-key={cell.key} className={styles.row}>
              <VerdictMark verdict={cell.facts.standing} agreed={cell.facts.agreed !== undefined} size={26} />
              <span className={styles.words}>
                {row.prompt.title}
                <Said code={row.prompt.code} cell={cell} />
              </span>
              <span className={styles.end} aria-hidden="true">
                <ChevronRight16Regular />
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** Verdict, progress and what is wrong, in words: the marks alone are too small to learn here. */
function Said({ code, cell: { facts, proofs } }: { readonly code: string; readonly cell: Cell }) {
  const styles = useStyles();
  return (
    <>
      <span className={styles.said}>
        {code} · <PhoneVerdict {...facts} /> <ProgressPips progress={facts.progress} /> {progressName(facts.progress)}
        {proofs > 0 && ` · ${proofs} ${proofs === 1 ? 'document' : 'documents'}`}
      </span>
      {(facts.isStale || facts.isLate || facts.needsAction || facts.isToConfirm) && (
        <span className={styles.said}>
          {facts.isStale && (
            <span className={mergeClasses(styles.mark, styles.stale)}>
              <History16Regular aria-hidden="true" /> Stale
            </span>
          )}
          {facts.isLate && (
            <span className={mergeClasses(styles.mark, styles.alarm)}>
              <Flag16Filled aria-hidden="true" /> {facts.isAnswerLate ? 'Late' : 'An action is late'}
            </span>
          )}
          {facts.needsAction && (
            <span className={mergeClasses(styles.mark, styles.alarm)}>
              <Flag16Regular aria-hidden="true" /> No action
            </span>
          )}
          {facts.isToConfirm && (
            <span className={mergeClasses(styles.mark, styles.brought)}>
              <ArrowForward16Regular aria-hidden="true" /> Brought forward, not confirmed
            </span>
          )}
        </span>
      )}
    </>
  );
}

/** `Amber, own`; `Amber, agreed`; `Amber, agreed, own green` where they differ. */
function PhoneVerdict({ own, agreed, standing, isDisputed }: CellFacts) {
  const styles = useStyles();
  return (
    <>
      <span className={styles.strong}>{verdictName(standing)}</span>
      {agreed !== undefined ? ', agreed' : own !== undefined && ', own'}
      {isDisputed && `, own ${verdictName(own).toLowerCase()}`}
    </>
  );
}

type PickerProps = {
  readonly partners: readonly Partner[];
  readonly prompts: readonly Prompt[];
  readonly partner: Partner;
  readonly cells: Cells;
  readonly isFiltered: boolean;
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
  const facts = prompts.flatMap((prompt) => cells.get(assessmentKey(prompt.uid, partner.uid))?.facts ?? []);
  const count = (progress: Progress) => facts.filter((one) => one.progress === progress).length;
  const toggle = (part: 'filters' | 'tools') => setOpen(isOpen === part ? undefined : part);
  return (
    <div className={styles.top}>
      <div className={styles.line}>
        <Select
          size="large"
          aria-label="Partner"
          className={styles.picker}
          value={partner.uid}
          onChange={(_, { value }) => onPartner(value)}
        >
          {partners.map((entry) => (
            <option key={entry.uid} value={entry.uid}>
              {entry.title}
            </option>
          ))}
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
