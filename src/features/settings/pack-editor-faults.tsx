import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { type EditorFault, packPartNames } from './pack-faults.ts';

const useStyles = makeStyles({
  box: {
    width: '100%',
    maxHeight: '30vh',
    overflowY: 'auto',
    // What is put right must be seen above it.
    '@media (max-width: 639px)': { maxHeight: '18vh' },
  },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  go: { minWidth: 'auto' },
});

/** More than these are shown when the first ones are put right. */
const SHOWN = 10;

type Props = {
  readonly faults: readonly EditorFault[];
  /** How often saving was refused: each time the list takes the focus. */
  readonly refusals: number;
  readonly onShow: (fault: EditorFault) => void;
};

/** Why the pack is not saved, beside the button that was pressed, and the way to where it is put right. */
export function PackEditorFaults({ faults, refusals, onShow }: Props) {
  const styles = useStyles();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (refusals > 0) box.current?.focus();
  }, [refusals]);
  if (faults.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and takes the focus when saving is refused
    <section ref={box} className={styles.box} aria-label="Why it is not saved" tabIndex={0}>
      <Notice kind="danger" lead="Not saved.">
        <ul className={styles.list}>
          {faults.slice(0, SHOWN).map((fault) => (
            <li key={fault.sentence}>
              {fault.sentence}{' '}
              {fault.part !== undefined && (
                <Button
                  size="small"
                  className={styles.go}
                  aria-label={`Go to ${packPartNames[fault.part]}: ${fault.sentence}`}
                  onClick={() => onShow(fault)}
                >
                  Go to {packPartNames[fault.part]}
                </Button>
              )}
            </li>
          ))}
          {faults.length > SHOWN && <li>And {faults.length - SHOWN} more.</li>}
        </ul>
      </Notice>
    </section>
  );
}
