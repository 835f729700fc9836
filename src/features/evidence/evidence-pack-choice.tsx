import { Checkbox, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type PackChoice, type PackPlan, type PackStates, packStateNames } from '../../domain/evidence/pack-plan.ts';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import type { Evidence } from '../../workspace/schema/lists.ts';
import { LeftOutList } from './evidence-pack-left-out.tsx';
import { formatSize } from './size.ts';
import type { Holdings } from './use-pack-plan.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  sum: { ...typographyStyles.subtitle2, margin: 0 },
  words: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
});

type Props = {
  readonly holdings: Holdings | undefined;
  readonly plan: PackPlan<Evidence> | undefined;
  readonly choice: PackChoice;
  readonly isBare: boolean;
  readonly onChoose: (choice: PackChoice) => void;
  readonly onBare: (isBare: boolean) => void;
};

/** What goes in; how many files and bytes that is, and what stays out and why, before anything is started. */
export function EvidencePackChoice({ holdings, plan, choice, isBare, onChoose, onBare }: Props) {
  const styles = useStyles();
  if (holdings === undefined || plan === undefined) return <LoadingRows what="the register" rows={3} />;
  const { files, leftOut, unregistered, bytes } = plan;
  const unknown = files.filter(({ size }) => size === undefined).length;
  return (
    <>
      {choice.only !== undefined && <p className={styles.sum}>{choice.only.size} chosen in the list</p>}
      <p className={styles.words}>
        {isBare
          ? 'One zip with the files and nothing else: a browser asks before it takes many downloads one by one.'
          : 'A zip with a folder for each partner, an index workbook, and a list of all that is missing or left out. Every file is compared with what SharePoint holds and with what was approved.'}
      </p>
      <div className={styles.row}>
        {choice.only === undefined && (
          <>
            <FilterSelect
              label="Theme"
              all="All"
              value={choice.theme}
              options={holdings.themes.map(({ uid, title }) => ({ value: uid, label: title }))}
              onChange={(theme) => onChoose({ ...choice, theme })}
            />
            <FilterSelect
              label="Partner"
              all="All"
              value={choice.partner}
              options={holdings.partners.map(({ uid, title }) => ({ value: uid, label: title }))}
              onChange={(partner) => onChoose({ ...choice, partner })}
            />
          </>
        )}
        <FilterSelect<PackStates>
          label="State"
          value={choice.states}
          options={(Object.keys(packStateNames) as PackStates[]).map((value) => ({
            value,
            label: packStateNames[value],
          }))}
          onChange={(states) => onChoose({ ...choice, states: states || 'approved' })}
        />
      </div>
      <Checkbox
        label="Files only, without index and list of what is missing"
        checked={isBare}
        onChange={(_, { checked }) => onBare(checked === true)}
      />
      <p className={styles.sum} role="status">
        {files.length} {files.length === 1 ? 'file' : 'files'}, {formatSize(bytes)}
        {unknown > 0 && `, and ${unknown} whose size is not known yet`}
      </p>
      {files.length === 0 && <p className={styles.words}>Nothing that was chosen has a file that may go in.</p>}
      {unregistered.length > 0 && <p className={styles.words}>{looseWords(unregistered.length, choice, isBare)}</p>}
      <LeftOutList leftOut={leftOut} unregistered={unregistered} title="Not in it" />
    </>
  );
}

function looseWords(count: number, { only }: PackChoice, isBare: boolean): string {
  if (only !== undefined) {
    const which = count === 1 ? '1 of them is not registered' : `${count} of them are not registered`;
    return `${which}. ${isBare ? 'Choose every state to take them in too.' : 'Files only takes them in too.'}`;
  }
  return count === 1
    ? "1 file in the partners' folders is not registered, so it is not in it."
    : `${count} files in the partners' folders are not registered, so they are not in it.`;
}
