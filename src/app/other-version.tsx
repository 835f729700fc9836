import { makeStyles, tokens } from '@fluentui/react-components';
import { Notice } from '../ui/notice.tsx';
import { useWorkspace } from '../workspace/hooks.ts';

const useStyles = makeStyles({ edge: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0` } });

/** The workspace was made or brought up to date by another version of the product than this page. */
export function OtherVersion() {
  const styles = useStyles();
  const { otherVersion } = useWorkspace().info;
  if (otherVersion === undefined) return null;
  return (
    <div className={styles.edge}>
      {otherVersion === 'newer' ? (
        <Notice kind="info" lead="A newer version of JTAI Ready has been here.">
          Reload this page to get it. What it added is left as it is, and you can go on working.
        </Notice>
      ) : (
        <Notice kind="info" lead="This workspace was made by an earlier version of JTAI Ready.">
          "Check and repair" in Settings adds what is new. You can go on working.
        </Notice>
      )}
    </div>
  );
}
