import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { FileNews } from '../../domain/evidence/standing.ts';
import { EvidenceStateMark } from '../../ui/evidence-state-mark.tsx';
import type { RowState } from './evidence-rows.ts';
import { rowStateName } from './row-words.ts';

const useStyles = makeStyles({
  word: {
    ...typographyStyles.caption1,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '6px',
    color: tokens.colorNeutralForeground1,
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

const none: readonly FileNews[] = [];

type Props = { readonly state: RowState; readonly news?: readonly FileNews[] };

/** A state as mark and word; what waits for somebody is bold. */
export function StateWord({ state, news = none }: Props) {
  const styles = useStyles();
  const isLost = news.includes('deleted');
  const isWaiting = isLost || state === 'needed' || state === 'returned' || state === 'unregistered';
  return (
    <span className={mergeClasses(styles.word, isWaiting && styles.strong)}>
      <EvidenceStateMark state={isLost ? 'unregistered' : state} />
      {rowStateName({ state, news })}
    </span>
  );
}
