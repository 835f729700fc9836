import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { pickBox } from './pick-box.ts';

const useStyles = makeStyles({ box: pickBox });

type Props = {
  readonly label: string;
  /** Of the rows that it stands for. */
  readonly chosen: number;
  readonly of: number;
  /** Where the list is one stop of the keyboard, its own keys do the same. */
  readonly isOutOfTabs?: boolean;
  readonly className?: string;
};

/** A check box that stands for several rows: ticked for all of them, half for some. What holds it takes the press. */
export function TriBox({ label, chosen, of, isOutOfTabs = false, className }: Props) {
  const styles = useStyles();
  return (
    <input
      type="checkbox"
      readOnly
      {...(isOutOfTabs && { tabIndex: -1 })}
      aria-label={label}
      ref={(box) => {
        // No attribute says it.
        if (box) box.indeterminate = chosen > 0 && chosen < of;
      }}
      checked={of > 0 && chosen === of}
      className={mergeClasses(styles.box, className)}
    />
  );
}
