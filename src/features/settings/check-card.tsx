import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { findPlannedPack } from '../../services/planned-packs.ts';
import { useSetUp } from '../../session/use-set-up.ts';
import { Card } from '../../ui/card.tsx';
import { MakingList } from '../../ui/making-list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', rowGap: tokens.spacingVerticalM },
  text: { ...typographyStyles.body1, margin: 0 },
  button: { alignSelf: 'flex-start' },
  list: { ...typographyStyles.body1, margin: 0, paddingLeft: '20px' },
});

type Info = Extract<ReturnType<typeof useSetUp>['run'], { state: 'complete' }>['info'];

/** Runs set-up again: what is missing is made, what is there is left alone, and the report says which. */
export function CheckCard({ onRepaired }: { readonly onRepaired: (info: Info) => void }) {
  const styles = useStyles();
  const workspace = useWorkspace();
  const { run, pauseSeconds, repair } = useSetUp();
  const isRunning = run.state === 'running';

  return (
    <Card title="Is it healthy?">
      <div className={styles.column}>
        <p className={styles.text}>
          Checks every list, column and folder, and makes what is missing. Nothing is deleted and nothing is made twice.
        </p>
        {run.state === 'complete' && (
          <Notice
            kind="done"
            lead={run.report.made.length === 0 ? 'Everything is there.' : 'Repaired.'}
            actions={
              run.report.made.length > 0 && (
                <Button size="small" onClick={() => onRepaired(run.info)}>
                  Use it now
                </Button>
              )
            }
          >
            {run.report.steps.length} things were checked.
            {run.report.made.length > 0 && (
              <ul className={styles.list}>
                {run.report.made.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </Notice>
        )}
        {run.state === 'stopped' && (
          <Notice kind="danger" lead="The check stopped.">
            {run.sentence} What has been made stays.
          </Notice>
        )}
        {isRunning && run.progress !== undefined && (
          <MakingList steps={run.progress.steps} pauseSeconds={pauseSeconds} />
        )}
        <Button
          className={styles.button}
          disabledFocusable={isRunning}
          onClick={() => repair(workspace.info, findPlannedPack)}
        >
          {isRunning ? 'Checking' : 'Check and repair'}
        </Button>
      </div>
    </Card>
  );
}
