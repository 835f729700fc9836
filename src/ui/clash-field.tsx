import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useClashStyles } from './clash-styles.ts';

export type Whose = 'mine' | 'theirs';

export type ClashRow = {
  readonly key: string;
  readonly name: string;
  readonly mine: ReactNode;
  readonly theirs: ReactNode;
};

type Props = {
  readonly field: ClashRow;
  readonly kept: Whose | undefined;
  /** Whose value it is and since when. Read out always, and seen where no column says it. */
  readonly mineWords: string;
  readonly theirsWords: string;
  readonly isPhone: boolean;
  readonly onKeep: (whose: Whose) => void;
};

export function ClashField({ field, kept, mineWords, theirsWords, isPhone, onKeep }: Props) {
  const styles = useClashStyles();

  function option(whose: Whose, words: string, value: ReactNode) {
    const isChosen = kept === whose;
    return (
      <label className={mergeClasses(styles.option, isChosen && styles.chosen)}>
        <input
          type="radio"
          name={`clash ${field.key}`}
          className={styles.radio}
          checked={isChosen}
          onChange={() => onKeep(whose)}
        />
        <span className={styles.optionWords}>
          <span
            className={isPhone ? mergeClasses(styles.caption, isChosen && styles.chosenCaption) : styles.unseen}
          >{`${words} `}</span>
          <span className={styles.value}>{value}</span>
        </span>
      </label>
    );
  }

  return (
    <div role="radiogroup" aria-label={field.name} className={mergeClasses(styles.field, isPhone && styles.phoneField)}>
      <span className={styles.name} aria-hidden="true">
        {field.name}
      </span>
      {option('mine', mineWords, field.mine)}
      {option('theirs', theirsWords, field.theirs)}
    </div>
  );
}
