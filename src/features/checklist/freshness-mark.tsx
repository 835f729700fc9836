import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { History16Regular } from '@fluentui/react-icons/svg/history';
import { useSession } from '../../session/session.ts';
import { useCountedTo } from '../../session/use-counted-to.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';
import { freshnessWords } from './evidence-words.ts';

const useStyles = makeStyles({
  stale: {
    ...typographyStyles.caption1Strong,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    whiteSpace: 'nowrap',
    color: tokens.colorPalettePurpleForeground2,
  },
});

/** Said only where it bites: what is current is quiet. */
export function FreshnessMark({ item }: { readonly item: Evidence }) {
  const styles = useStyles();
  const words = freshnessWords(item, useSession().today(), useCountedTo());
  if (words === undefined) return null;
  return (
    <span className={styles.stale}>
      <History16Regular aria-hidden="true" />
      {words}
    </span>
  );
}
