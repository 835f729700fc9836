import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Notice } from '../../ui/notice.tsx';
import { LeftOutList } from './evidence-pack-left-out.tsx';
import { SavePart } from './evidence-pack-running.tsx';
import { formatSize } from './size.ts';
import type { Packing } from './use-evidence-pack.ts';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  part: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  facts: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});

type Props = {
  readonly packing: Extract<Packing, { state: 'done' }>;
  readonly onSaved: (number: number) => void;
};

/** The pack is made: what is in it, what is not, and the file itself. */
export function EvidencePackDone({ packing, onSaved }: Props) {
  const styles = useStyles();
  const { report, parts } = packing;
  const count = report.files.length;
  return (
    <>
      <Notice kind="done" lead="The pack is ready.">
        {count} {count === 1 ? 'file is' : 'files are'} in it, each the same as in SharePoint, byte for byte. Save{' '}
        {parts.length === 1 ? 'it' : 'the last part'} before you close this.
      </Notice>
      <ul className={styles.list} aria-label="Ready to save">
        {parts.map((part) => (
          <li key={part.number} className={styles.part}>
            <SavePart part={part} onSaved={onSaved} />
            <span className={styles.facts}>{formatSize(part.size)}</span>
          </li>
        ))}
      </ul>
      <LeftOutList leftOut={report.leftOut} unregistered={report.unregistered} title="Missing or left out" />
    </>
  );
}
