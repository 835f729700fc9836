import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { EvidenceStateMark } from '../../ui/evidence-state-mark.tsx';
import { stateName } from './arrange.ts';
import type { RowState } from './evidence-rows.ts';

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

/** A state as mark and word; what waits for somebody is bold. */
export function StateWord({ state }: { readonly state: RowState }) {
  const styles = useStyles();
  const isWaiting = state === 'needed' || state === 'returned' || state === 'unregistered';
  return (
    <span className={mergeClasses(styles.word, isWaiting && styles.strong)}>
      <EvidenceStateMark state={state} />
      {stateName(state)}
    </span>
  );
}
