import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useStanding } from '../../session/use-standing.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';
import { standingWords } from './evidence-words.ts';
import { FreshnessMark } from './freshness-mark.tsx';

const useStyles = makeStyles({
  state: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  missing: { ...typographyStyles.caption1Strong, color: tokens.colorStatusDangerForeground3 },
});

/** How far a document behind an answer has been checked, and what takes from it: a missing file is no proof. */
export function StandingWords({ item }: { readonly item: Evidence }) {
  const styles = useStyles();
  const standing = useStanding()(item);
  const isLost = standing.news.includes('deleted');
  return (
    <>
      <span className={isLost ? styles.missing : styles.state}>{standingWords(standing)}</span>
      {!isLost && <FreshnessMark item={item} />}
    </>
  );
}
